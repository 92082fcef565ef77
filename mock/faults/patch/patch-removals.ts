import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { Call, FaultHooks } from "../../call.ts";
import { ScimError } from "../../errors.ts";
import { isDelete } from "../../v1.1/removals.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onRequestBody, planter } from "../plant.ts";
import { nowhere } from "../written.ts";
import { onOperations } from "./patch-operations.ts";

const plant = planter("patch");
const patch = { operation: "patch" } as const;

/** Ignores removals of whole attributes by name: v1.1's `meta.attributes`, v2.0's `remove` without a filter. */
function keeping(names: RegExp): FaultHooks {
  return onRequestBody(patch, (body) => {
    const { meta } = body;
    if (isObject(meta) && Array.isArray(meta.attributes)) {
      meta.attributes = meta.attributes.filter((path) => !names.test(String(path)));
    }
    for (const operation of objectsIn(body.Operations)) {
      const { op, path, value } = operation;
      const isWhole = op === "remove" && value === undefined;
      if (isWhole && names.test(String(path))) operation.path = nowhere;
    }
  });
}

/** Ignores v1.1's removals of single values, entries with `operation:"delete"`. */
function keepingValues(
  attribute: string,
  isMeant: (entry: JsonObject, call: Call) => boolean = () => true,
): FaultHooks {
  return onRequestBody(patch, (body, call) => {
    const entries = body[attribute];
    if (!Array.isArray(entries)) return;
    body[attribute] = entries.filter((entry) => !isDelete(entry) || !isMeant(entry, call));
  });
}

/** Faults in removals by PATCH: of whole attributes by their name, and of single values. */
export const patchRemovalFaults: readonly Fault[] = [
  plant(
    "v1-patch-name-not-cleared",
    "Naming `name` in `meta.attributes` clears nothing in v1.1",
    { v1: ["SLACK-PATCH-11"] },
    keeping(/^name$/),
  ),
  plant(
    "patch-phones-not-cleared",
    "Removing `phoneNumbers` by name clears nothing",
    { v1: ["SLACK-PATCH-24"], v2: ["SCIM20-7644-3.5.2.2-02"] },
    keeping(/^phoneNumbers$/),
  ),
  plant(
    "v2-patch-addresses-not-cleared",
    "Removing `addresses` by name clears nothing in v2.0",
    { v2: ["SLACK-PATCH-33"] },
    keeping(/^addresses$/),
  ),
  plant(
    "patch-roles-not-cleared",
    "Removing `roles` by name clears nothing",
    { v1: ["SLACK-PATCH-38"], v2: ["SLACK-PATCH-38"] },
    keeping(/^roles$/),
  ),
  plant(
    "patch-manager-not-cleared",
    "Removing `manager.managerId` by its path clears nothing",
    { v1: ["SLACK-PATCH-45"], v2: ["SLACK-PATCH-45"] },
    keeping(/\.manager\.managerId$/),
  ),
  plant(
    "patch-extension-not-cleared",
    "Removing a whole extension by its URN clears nothing",
    { v1: ["SLACK-PATCH-47"], v2: ["SLACK-PATCH-47"] },
    keeping(/:enterprise:(1\.0|2\.0:User)$/),
  ),
  plant(
    "patch-members-not-cleared",
    "Removing `members` by name does not change the group",
    { v1: ["SCIM11-API-3.3.2-20", "SCIM11-API-3.3.2-08"], v2: ["SLACK-PATCH-73"] },
    keeping(/^members$/),
  ),
  plant(
    "v2-patch-remove-with-value-refused",
    "`remove` of `members` with a value is rejected in v2.0",
    { v2: ["SLACK-PATCH-75"] },
    onOperations((operation) => {
      const hasValue = operation.path === "members" && operation.value !== undefined;
      if (operation.op === "remove" && hasValue) operation.op = "refuse";
    }),
  ),
  plant(
    "v1-patch-role-not-removed",
    "A role cannot be removed by its value in v1.1",
    { v1: ["SLACK-PATCH-39"] },
    keepingValues("roles"),
  ),
  plant(
    "v1-patch-address-not-removed",
    "An address is not removed in v1.1, because it has no `value`",
    { v1: ["SCIM11-API-3.3.2-15"] },
    keepingValues("addresses", (entry) => entry.value === undefined),
  ),
  plant(
    "v1-patch-primary-email-removal-ignored",
    "Removing the primary address is ignored instead of rejected in v1.1",
    { v1: ["SLACK-PATCH-15"] },
    keepingValues("emails", ({ value }, { organization, id }) => {
      return value === organization.user(id)?.primaryEmail;
    }),
  ),
  plant(
    "v1-patch-missing-value-answers-404",
    "Removing an unknown telephone number gives 404 in v1.1",
    { v1: ["SCIM11-API-3.3.2-17"] },
    {
      storeUser(_draft, before, call) {
        if (call.operation !== "patch" || !before || !isObject(call.body)) return;
        const removed = objectsIn(call.body.phoneNumbers).filter(isDelete);
        const stored = [before.primaryPhone, before.mobilePhone];
        const isMissing = removed.some(({ value }) => !stored.includes(String(value)));
        if (isMissing) throw new ScimError("no_such_user");
      },
    },
  ),
  plant(
    "v1-patch-user-name-removable",
    "Removing `userName` generates a new one in v1.1",
    { v1: ["SLACK-PATCH-64"] },
    onRequestBody(patch, (body, call) => {
      const { meta } = body;
      const removed = isObject(meta) && Array.isArray(meta.attributes) ? meta.attributes : [];
      if (!removed.includes("userName")) return;
      delete body.meta;
      body.userName = call.id.toLowerCase();
    }),
  ),
];
