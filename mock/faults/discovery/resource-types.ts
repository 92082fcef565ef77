import type { JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onUser, planter } from "../plant.ts";

const plant = planter("discovery");

function onType(change: (type: JsonObject) => void) {
  return onBody({ operation: "resource-types" }, (body) =>
    objectsIn(body.Resources).forEach(change),
  );
}

/** Faults in the resource types of v2.0 and in their extensions. */
export const resourceTypeFaults: readonly Fault[] = [
  plant(
    "v2-resource-type-without-schemas",
    "Resource types have no `schemas` in v2.0",
    { v2: ["SCIM20-7643-6-07"] },
    onType((type) => {
      delete type.schemas;
    }),
  ),
  plant(
    "v2-extension-without-required",
    "Resource types do not say whether an extension is required in v2.0",
    { v2: ["SCIM20-7643-6-03"] },
    onType((type) => {
      for (const extension of objectsIn(type.schemaExtensions)) delete extension.required;
    }),
  ),
  plant(
    "v2-extension-unknown",
    "Resource types name an extension that no document describes in v2.0",
    { v2: ["SCIM20-7643-6-04"] },
    onType((type) => {
      const unknown = { schema: "urn:example:params:scim:schemas:unknown", required: false };
      type.schemaExtensions = [...objectsIn(type.schemaExtensions), unknown];
    }),
  ),
  plant(
    "v1-user-has-directory-block",
    "Users have the directory extension of v2.0 in v1.1",
    { v1: ["DIFF-RT-03"] },
    onUser((user) => {
      user["urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User"] = {};
    }),
  ),
  plant(
    "v2-extension-required-not-shown",
    "Resource types call every extension required in v2.0, although not every user has one",
    { v2: ["SCIM20-7643-6-05"] },
    onType((type) => {
      for (const extension of objectsIn(type.schemaExtensions)) extension.required = true;
    }),
  ),
];
