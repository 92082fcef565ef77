import type { Outcome } from "../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { lastShown } from "./patching.ts";

/** A PATCH of a leased user, and the user as read before and after it. */
interface PatchedOnce {
  before: NeutralUser;
  outcome: Outcome<NeutralUser>;
  read: Outcome<NeutralUser>;
}

/** Sends a PATCH once for all rules and probes that ask for the same one. */
const once =
  (what: string, intent: PatchIntent, call?: (t: CheckContext) => CheckCallOptions) =>
  (t: CheckContext): Promise<PatchedOnce> =>
    t.once(`PATCH of ${what}`, () =>
      t.fixtures.leaseFor([], async (user) => {
        const before = await lastShown(t, user);
        const outcome = await t.users.patch(user.id, [intent], call?.(t));
        return { before, outcome, read: await t.users.get(user.id) };
      }),
    );

const textInActive: PatchIntent = { kind: "set", path: "active", value: "False" };

/** PATCHes that Slack rejects or ignores, each sent once for all rules and probes. */
export const patchedOnce = {
  emptyUserName: once("userName to an empty text", { kind: "set", path: "userName", value: "" }),
  nullUserName: once(
    "userName to null",
    { kind: "set", path: "userName", value: "" },
    ({ version }) => ({
      change: ({ Operations: _, ...body }) =>
        version === "1.1"
          ? { ...body, userName: null }
          : { ...body, Operations: [{ op: "replace", path: "userName", value: null }] },
    }),
  ),
  emptyNickName: once("nickName to an empty text", { kind: "set", path: "nickName", value: "" }),
  withoutUserName: once("a user without userName", { kind: "clear", path: "userName" }),
  longUserName: once("userName to 22 characters", {
    kind: "set",
    path: "userName",
    value: "abcdefghijklmnopqrstuv",
  }),
  password: once("password", {
    kind: "set",
    path: "password",
    value: "correct horse battery staple",
  }),
  textInActive: once("active to the text False", textInActive),
  textInActiveInCapitals: once("active to the text False, with Replace", textInActive, () => ({
    // As Entra writes it (FACT-CLIENT-23).
    change: (body) =>
      Array.isArray(body.Operations)
        ? {
            ...body,
            Operations: body.Operations.map((each) => ({ ...Object(each), op: "Replace" })),
          }
        : body,
  })),
  id: once("id", { kind: "set", path: "id", value: "U00000000000" }),
};
