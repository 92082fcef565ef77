import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { besideBystander } from "../delete/bystander.ts";
import { readUser } from "../patch/patching.ts";
import type { CheckContext } from "../run/check-context.ts";

/** A PUT of a leased user, and the user as read before and after it. */
interface PutOnce {
  put: Outcome<NeutralUser>;
  before: NeutralUser;
  /** What it changed of another user. */
  bystander: readonly string[];
  read: Outcome<NeutralUser>;
}

type Body = (sent: NeutralUser, t: CheckContext) => NeutralUser | Promise<NeutralUser>;

const once =
  (what: string, body: Body, change?: (body: JsonObject) => unknown) =>
  (t: CheckContext): Promise<PutOnce> =>
    t.once(`PUT with ${what}`, () =>
      // As the last check left it: a provider that rejects every PUT could not reset it.
      t.fixtures.leaseUser(
        async ({ id, sent }) => {
          const before = await readUser(t, id);
          const user = await body(sent, t);
          const { value: put, bystander } = await besideBystander(t, () =>
            t.users.replace(id, user, change && { change }),
          );
          return { put, before, bystander, read: await t.users.get(id) };
        },
        { asLeft: true, touches: [] },
      ),
    );

/** With another title and family name, which a rejected PUT must not store. */
function other(sent: NeutralUser, t: CheckContext): NeutralUser {
  const value = `Rejected ${t.names.next()}`;
  return {
    ...sent,
    ...(sent.title === undefined ? {} : { title: value }),
    ...(sent.name ? { name: { ...sent.name, familyName: value } } : {}),
  };
}

/** PUTs, most of which are rejected, each sent once for all rules on its answer and its effect. */
export const rejectedPuts = {
  emptyUserName: once("an empty userName", (sent) => ({
    ...sent,
    userName: "",
    ...(sent.nickName === undefined ? {} : { nickName: "" }),
  })),
  withoutAddress: once("no e-mail address", ({ emails: _, ...user }) => user),
  withoutUserName: once("no userName", (sent, t) => {
    const { userName: _, nickName: __, ...user } = other(sent, t);
    return user;
  }),
  takenUserName: once("a userName in use", async (sent, t) => ({
    ...other(sent, t),
    ...t.provider.writes.userName((await t.createdUser()).sent.userName ?? ""),
  })),
  textAsEmails: once("a string as emails", other, (body) => ({ ...body, emails: "somebody" })),
  /** A valid one, which a provider may reject all the same. */
  otherTitle: once("another title", other),
};
