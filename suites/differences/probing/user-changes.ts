import type { Version } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import type { CheckCallOptions } from "../../run/check-calls.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Created, describeAnswer } from "../../run/fixtures.ts";
import { blocked } from "../../run/stop.ts";
import { type Forms, formsFor, nameOf } from "./forms.ts";

/** One change of a user, and how to see its effect. */
interface UserChange {
  /** What the user has before the change, beyond its typical state. */
  state?: (user: Created<NeutralUser>) => Partial<NeutralUser>;
  /** The change as the version with this form documents it. */
  intents: (user: Created<NeutralUser>, form: Version) => readonly PatchIntent[];
  done: (after: NeutralUser, user: Created<NeutralUser>) => boolean;
}

/** Sends one change of a leased user to the version under test, in each version's form. */
export function userChangeInForms(t: CheckContext, change: UserChange): Promise<Forms> {
  return t.fixtures.leaseUser(async (user) => {
    const seen: Forms = { partialResource: "no effect", operations: "no effect" };
    if (change.state) await put(t, user, change.state(user));
    for (const form of formsFor(t)) {
      await t.users.patch(user.id, change.intents(user, form), { encodeAs: form });
      const isDone = (now: NeutralUser) => change.done(now, user);
      const after = await t.step(
        () => userAt(t, user.id),
        (now) => `reads the user back: the change ${isDone(now) ? "is there" : "had no effect"}`,
      );
      if (!isDone(after)) continue;
      seen[nameOf[form]] = "works";
      if (form !== t.version) await put(t, user, change.state?.(user) ?? {});
    }
    return seen;
  });
}

/** A leased user after a PATCH in the version's own form, whatever its response. */
export function afterPatch(
  t: CheckContext,
  intents: (user: Created<NeutralUser>) => readonly PatchIntent[],
  state: Partial<NeutralUser> = {},
  options?: CheckCallOptions,
): Promise<NeutralUser> {
  return t.fixtures.leaseUser(async (user) => {
    if (Object.keys(state).length > 0) await put(t, user, state);
    await t.users.patch(user.id, intents(user), options);
    return userAt(t, user.id);
  });
}

/** Resets a user to its typical state with some changes, by PUT. @throws Skip when that is rejected */
export async function put(
  t: CheckContext,
  { id, sent }: Created<NeutralUser>,
  state: Partial<NeutralUser>,
): Promise<void> {
  const answer = await t.step(
    () => t.users.replace(id, { ...sent, ...state }),
    () => "prepares the user by PUT",
  );
  if (answer.status >= 400)
    throw blocked(`preparing the user by PUT returned ${describeAnswer(answer)}`);
}

export async function userAt(t: CheckContext, id: string): Promise<NeutralUser> {
  const { resource, ...answer } = await t.users.get(id);
  if (!resource) throw blocked(`reading the user returned HTTP ${answer.status}`);
  return resource;
}

/**
 * A part of a user that organisations without SCIM profile fields do not show (FACT-USER-49).
 * @throws Skip when it is absent
 */
export function shown<T>(part: T | null | undefined, what: string): T {
  if (part === undefined || part === null) throw blocked(`this organisation shows no ${what}`);
  return part;
}
