import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { User } from "../../organization/types.ts";
import { urnsOf } from "../../urns.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, planter } from "../plant.ts";

const plant = planter("users");

/** The groups that a PATCH of a user contains, in either version. */
function patchedGroups(body: unknown): readonly JsonObject[] {
  if (!isObject(body)) return [];
  const added = objectsIn(body.Operations).flatMap(({ path, value }) =>
    path === "groups" ? objectsIn(value) : [],
  );
  return [...objectsIn(body.groups), ...added];
}

/** The names that clients sent for managers, by the stored user: they end with the organisation. */
const managerNames = new WeakMap<User, unknown>();

/** Faults that let a client write read-only attributes. */
export const readOnlyFaults: readonly Fault[] = [
  plant(
    "user-groups-writable",
    "A PATCH of a user's `groups` changes its memberships",
    { v1: ["SCIM11-CS-6.2-08"], v2: ["SCIM20-7643-4.1.2-11"] },
    {
      storeUser(draft, _before, call) {
        if (call.operation !== "patch") return;
        const ids = patchedGroups(call.body).map((group) => String(group.value));
        draft.groups = [...draft.groups, ...ids.filter((id) => call.organization.group(id))];
      },
    },
  ),
  plant(
    "manager-name-writable",
    "The manager's `displayName` is what the client sends",
    { v1: ["SCIM11-CS-7-03"], v2: ["SCIM20-7643-4.3-05"] },
    {
      storeUser(_draft, before, call) {
        const block = isObject(call.body) ? call.body[urnsOf(call.version).enterprise] : undefined;
        if (!before || !isObject(block) || !isObject(block.manager)) return;
        managerNames.set(before, block.manager.displayName);
      },
      user(resource, call) {
        const stored = call.organization.user(String(resource.id));
        const block = resource[urnsOf(call.version).enterprise];
        if (!stored || !isObject(block) || !isObject(block.manager)) return;
        block.manager.displayName = managerNames.get(stored);
      },
    },
  ),
];
