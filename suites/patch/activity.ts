import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { lastShown, type Patched, readUser, type Scene, sceneOf } from "./patching.ts";

/** A PATCH of `active`, with the state of the user once it shows the change or the wait is over. */
interface Switched extends Patched<NeutralUser> {
  scene: Scene;
  later: NeutralUser;
}

const isOff = ({ active }: NeutralUser) => active === false;
const isOn = ({ active }: NeutralUser) => active === true;

/** A user that a PATCH of `active` deactivates, for several rules and probes. */
export const deactivated = (t: CheckContext): Promise<Switched> =>
  t.once("PATCH of active to false", () =>
    t.fixtures.leaseFor(["active"], async (user) => {
      const scene = sceneOf(t, user, "");
      const before = await lastShown(t, user);
      const outcome = await t.users.patch(user.id, [{ kind: "set", path: "active", value: false }]);
      const after = await readUser(t, user.id);
      const read = () => readUser(t, user.id);
      const later = isOff(after)
        ? after
        : await t.pollAfter(outcome, "an update deactivates a user", read, isOff);
      return { scene, before, outcome, after, later, declined: undefined };
    }),
  );

/** A user that a PUT deactivates and a PATCH of `active` reactivates, for several rules. */
export const reactivated = (
  t: CheckContext,
): Promise<Switched & { put: Pick<Switched["outcome"], "status" | "error"> }> =>
  t.once("PUT with active false, and PATCH of active to true", () =>
    t.fixtures.leaseFor([], async (user) => {
      const scene = sceneOf(t, user, "");
      const read = () => readUser(t, user.id);
      const put = await t.users.replace(user.id, { ...user.sent, active: false });
      const before = await t.pollAfter(put, "an update deactivates a user", read, isOff);
      const outcome = await t.users.patch(user.id, [{ kind: "set", path: "active", value: true }]);
      const after = await read();
      const later = isOn(after)
        ? after
        : await t.pollAfter(outcome, "an update reactivates a user", read, isOn);
      return { scene, put, before, outcome, after, later, declined: undefined };
    }),
  );

/** @throws Skip where the user could not be deactivated first, by PUT */
export async function reactivatedByPatch(t: CheckContext): Promise<Switched> {
  const { put, ...switched } = await reactivated(t);
  if (put.status < 300) return switched;
  throw blocked(`preparing a user by PUT returned HTTP ${put.status}`);
}
