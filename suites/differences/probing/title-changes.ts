import type { Version } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import { lastShown } from "../../patch/patching.ts";
import type { CheckCallOptions } from "../../run/check-calls.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Created } from "../../run/fixtures.ts";
import type { Trial } from "./trial.ts";
import { put, userAt } from "./user-changes.ts";

export const setTitle: PatchIntent = { kind: "set", path: "title", value: "Changed" };

/** A title that a leased user does not have, whatever another probe has left. */
export async function newTitle(t: CheckContext, user: Created<NeutralUser>): Promise<string> {
  const { title } = await lastShown(t, user);
  return title === "Changed" ? "Changed again" : "Changed";
}

/** Whether a PATCH that departs from the ordinary sets the title of a leased user. */
export const titleIsSet = (
  t: CheckContext,
  options: CheckCallOptions,
  others: readonly PatchIntent[] = [],
): Promise<boolean> =>
  t.fixtures.leaseUser(
    async (user) => {
      const value = await newTitle(t, user);
      await t.users.patch(user.id, [{ kind: "set", path: "title", value }, ...others], options);
      return (await userAt(t, user.id)).title === value;
    },
    { touches: [] },
  );

/** Gives a leased user a title where another probe has left none. */
export async function withTitle(t: CheckContext, user: Created<NeutralUser>): Promise<void> {
  if (!(await lastShown(t, user)).title) await put(t, user, {});
}

/** Sets the title in the form of a version. */
export const titleSet = (t: CheckContext, form: Version = t.version): Trial<boolean> => ({
  key: `title set in the form of ${form}`,
  touches: ["title"],
  intents: () => [setTitle],
  call: { encodeAs: form },
  see: ({ title }) => title === "Changed",
  usual: form === t.version,
});

/** Clears the title in the form of a version: in 1.1 by its name in `meta.attributes`. */
export const titleCleared = (t: CheckContext, form: Version): Trial<boolean> => ({
  key: `title cleared in the form of ${form}`,
  touches: ["title"],
  intents: () => [{ kind: "clear", path: "title" }],
  call: { encodeAs: form },
  see: ({ title }) => !title,
  usual: form === t.version,
});
