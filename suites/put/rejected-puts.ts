import type { CheckContext } from "../run/check-context.ts";

/** PUTs that are rejected, each sent once for all rules on its answer, with a read of the user after it. */
export const rejectedPuts = {
  emptyUserName: (t: CheckContext) =>
    t.once("PUT with an empty userName", () =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const mirrored = sent.nickName === undefined ? {} : { nickName: "" };
        const put = await t.users.replace(id, { ...sent, userName: "", ...mirrored });
        return { put, read: await t.users.get(id) };
      }),
    ),
  withoutAddress: (t: CheckContext) =>
    t.once("PUT without an e-mail address", () =>
      t.fixtures.leaseFor([], async ({ id, sent: { emails: _, ...user } }) => {
        const put = await t.users.replace(id, user);
        return { put, read: await t.users.get(id) };
      }),
    ),
};
