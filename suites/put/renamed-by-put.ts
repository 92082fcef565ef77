import type { NeutralUser } from "../../schemas/index.ts";
import { lastShown } from "../patch/patching.ts";
import type { CheckContext } from "../run/check-context.ts";

/** A user whom a PUT gives a new userName and nickName, for a rule and a probe. */
export const renamedByPut = (t: CheckContext) =>
  t.once("PUT with a new userName and nickName", () =>
    t.fixtures.leaseFor([], async (user) => {
      const renamed = t.names.next();
      const before: NeutralUser = await lastShown(t, user);
      await t.users.replace(user.id, { ...user.sent, userName: renamed, nickName: renamed });
      return { renamed, before, read: await t.users.get(user.id) };
    }),
  );
