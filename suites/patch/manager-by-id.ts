import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { lastShown } from "./patching.ts";

/** A user whose manager a PATCH has set by id, for a rule and several probes. */
export const managerById = (t: CheckContext) =>
  t.once("PATCH of the manager by id", async () => {
    const boss = await t.createdUser();
    return t.fixtures.leaseFor(["enterprise"], async (user) => {
      const before = await lastShown(t, user);
      await t.users.patch(user.id, [{ kind: "set", path: "enterprise.managerId", value: boss.id }]);
      const { resource: after, json, status } = await t.users.get(user.id);
      if (!after) throw blocked(`reading the user returned HTTP ${status}`);
      return { boss, before, after, json };
    });
  });
