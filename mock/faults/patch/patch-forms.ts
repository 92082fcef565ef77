import { isObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, planter } from "../plant.ts";
import { onOperations } from "./patch-operations.ts";

const plant = planter("patch");

/** Faults in one of several documented forms of the same PATCH (FACT-PATCH-17, FACT-PATCH-62, FACT-PATCH-78). */
export const patchFormFaults: readonly Fault[] = [
  plant(
    "v1-patch-space-stays",
    "A single space is stored in v1.1 instead of clearing the attribute",
    { v1: ["SLACK-PATCH-04"] },
    {
      storeUser(draft, _before, call) {
        if (call.operation !== "patch" || !isObject(call.body)) return;
        if (call.body.title === " ") draft.title = " ";
      },
    },
  ),
  plant(
    "patch-roles-as-strings-refused",
    "A role as a plain string is rejected in a PATCH",
    { v1: ["SLACK-PATCH-37"], v2: ["SLACK-PATCH-37"] },
    {
      request(call) {
        if (call.operation !== "patch" || !isObject(call.body)) return;
        for (const part of [call.body, ...objectsIn(call.body.Operations)]) {
          const roles = part === call.body ? part.roles : part.path === "roles" && part.value;
          const isPlain = Array.isArray(roles) && roles.some((role) => typeof role === "string");
          if (isPlain && part === call.body) part.roles = [42];
          else if (isPlain) part.op = "refuse";
        }
      },
    },
  ),
  plant(
    "v2-patch-primary-filter-ignored",
    "The path `emails[primary eq false]` selects nothing in v2.0",
    { v2: ["SCIM20-7644-3.5.2.2-05", "SCIM20-7644-3.5.2.3-06"] },
    onOperations((operation) => {
      if (/primary eq/.test(String(operation.path))) operation.path = "nowhere";
    }),
  ),
  plant(
    "v2-patch-primary-value-ignored",
    "The path `emails[primary eq true].value` selects nothing in v2.0",
    { v2: ["SLACK-PATCH-96"] },
    onOperations((operation) => {
      if (operation.path === "emails[primary eq true].value") operation.path = "nowhere";
    }),
  ),
  plant(
    "v2-patch-empty-text-ignored",
    "An empty string in a `replace` is ignored in v2.0",
    { v2: ["SLACK-PATCH-97"] },
    onOperations((operation) => {
      if (operation.op === "replace" && operation.value === "") operation.path = "nowhere";
    }),
  ),
  plant(
    "v2-patch-empty-text-refused",
    "An empty string in a `replace` is rejected in v2.0",
    { v2: ["SLACK-PATCH-97"] },
    onOperations((operation) => {
      if (operation.op === "replace" && operation.value === "") operation.op = "refuse";
    }),
  ),
  plant(
    "v2-patch-whole-entry-refused",
    "Replacing the whole entry that a filter selects is rejected in v2.0",
    { v2: ["SCIM20-7644-3.5.2.3-06"] },
    onOperations((operation) => {
      if (/\]$/.test(String(operation.path)) && isObject(operation.value)) operation.op = "refuse";
    }),
  ),
  plant(
    "v2-patch-name-object-replaces",
    "An object added at `name` replaces the whole name in v2.0",
    { v2: ["SCIM20-7644-3.5.2.1-04", "SCIM20-7644-3.5.2.3-04", "SLACK-PATCH-12"] },
    onOperations((operation) => {
      if (operation.path !== "name" || !isObject(operation.value)) return;
      operation.value = { givenName: "", familyName: "", ...operation.value };
    }),
  ),
  plant(
    "v1-clearing-spares-user-type",
    "`userType` is not cleared when `meta.attributes` names it in v1.1",
    { v1: ["SLACK-PATCH-90"] },
    {
      storeUser(draft, before, call) {
        if (call.operation === "patch" && !draft.userType) {
          draft.userType = before?.userType ?? null;
        }
      },
    },
  ),
  plant(
    "patch-clearing-spares-manager",
    "Clearing the whole enterprise block does not clear the manager",
    { v1: ["SLACK-PATCH-47"], v2: ["SLACK-PATCH-47"] },
    {
      storeUser(draft, before, call) {
        const isEmpty = Object.values(draft.enterprise).every((value) => value === null);
        if (call.operation === "patch" && isEmpty) {
          draft.enterprise.managerId = before?.enterprise.managerId ?? null;
        }
      },
    },
  ),
  plant(
    "patch-spares-primary-number",
    "Removing the primary telephone number by its value is ignored",
    { v1: ["SLACK-PATCH-91"], v2: ["SLACK-PATCH-91"] },
    {
      storeUser(draft, before, call) {
        if (call.operation !== "patch" || draft.mobilePhone === null) return;
        draft.primaryPhone ??= before?.primaryPhone ?? null;
      },
    },
  ),
];
