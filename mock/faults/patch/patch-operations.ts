import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { ScimError } from "../../errors.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onRequestBody, planter } from "../plant.ts";

const plant = planter("patch");
const patch = { operation: "patch" } as const;

/** Changes each operation of a v2.0 PATCH before it is handled. */
export function onOperations(change: (operation: JsonObject) => void) {
  return onRequestBody(patch, (body) => {
    for (const operation of objectsIn(body.Operations)) change(operation);
  });
}

function pathOf(operation: JsonObject): string {
  return typeof operation.path === "string" ? operation.path : "";
}

/** Gives operations with certain paths an unknown path. */
function losing(look: RegExp) {
  return onOperations((operation) => {
    if (look.test(pathOf(operation))) operation.path = "nowhere";
  });
}

/** Rejects operations with certain paths. */
function refusing(look: RegExp) {
  return onOperations((operation) => {
    if (look.test(pathOf(operation))) operation.op = "refuse";
  });
}

/** Faults in the paths and operations of v2.0's PATCH. */
export const patchOperationFaults: readonly Fault[] = [
  plant(
    "v2-patch-unknown-path-refused",
    "An unknown path is rejected in v2.0",
    { v2: ["INF FACT-PATCH-98"] },
    { settings: { unknownPatchPath: "error" } },
  ),
  plant(
    "v2-patch-malformed-path-accepted",
    "A malformed path is ignored in v2.0",
    { v2: ["SCIM20-7644-3.5.2-08"] },
    losing(/\[[^\]]*$|\.\./),
  ),
  plant(
    "v2-patch-unknown-op-accepted",
    "An unknown `op` works like `replace` in v2.0",
    { v2: ["SCIM20-7644-3.5.2-04"] },
    onOperations((operation) => {
      const isKnown = /^(add|replace|remove)$/i.test(String(operation.op));
      if (!isKnown) operation.op = "replace";
    }),
  ),
  plant(
    "v2-patch-op-case-refused",
    "`Replace` with a capital is rejected in v2.0",
    { v2: ["SLACK-PATCH-95"] },
    onOperations((operation) => {
      if (operation.op !== String(operation.op).toLowerCase()) operation.op = "refuse";
    }),
  ),
  plant(
    "v2-patch-without-path-refused",
    "Operations without `path` are rejected in v2.0",
    { v2: ["SCIM20-7644-3.5.2-07", "SCIM20-7644-3.5.2.3-01", "SLACK-PATCH-77"] },
    refusing(/^$/),
  ),
  plant(
    "v2-patch-remove-without-path-accepted",
    "`remove` without `path` is ignored in v2.0",
    { v2: ["SCIM20-7644-3.5.2-06"] },
    onOperations((operation) => {
      if (operation.op === "remove" && pathOf(operation) === "") operation.path = "nowhere";
    }),
  ),
  plant(
    "v2-patch-add-without-value-accepted",
    "`add` without `value` is ignored in v2.0",
    { v2: ["SCIM20-7644-3.5.2.1-01"] },
    onOperations((operation) => {
      if (operation.op === "add" && operation.value === undefined) operation.path = "nowhere";
      if (operation.op === "add") operation.value ??= "nothing";
    }),
  ),
  plant(
    "v2-patch-single-object-refused",
    "A single object for a multi-valued attribute is rejected in v2.0",
    { v2: ["SCIM20-7644-3.5.2.1-07", "DIFF-EMAIL-03"] },
    onOperations((operation) => {
      const isMultiValued = /^(emails|phoneNumbers|addresses|members)$/.test(pathOf(operation));
      if (isMultiValued && isObject(operation.value)) operation.op = "refuse";
    }),
  ),
  plant(
    "v2-patch-sub-attribute-ignored",
    "Paths to a sub-attribute, such as `name.givenName`, are ignored in v2.0",
    { v2: ["SCIM20-7644-3.10-03", "DIFF-NAME-02", "SLACK-PATCH-10"] },
    losing(/^name\./i),
  ),
  plant(
    "v2-patch-value-path-ignored",
    "Paths with a value filter are ignored in v2.0",
    {
      v2: [
        "SCIM20-7644-3.5.2.3-06",
        "SCIM20-7644-3.5.2.3-07",
        "SCIM20-7644-3.5.2.2-05",
        "SLACK-PATCH-15",
      ],
    },
    losing(/\[/),
  ),
  plant(
    "v2-patch-extension-colon-ignored",
    "Paths that join URN and attribute with a colon are ignored in v2.0",
    { v2: ["SCIM20-7644-3.10-02", "SCIM20-7644-3.10-01", "SLACK-PATCH-51"] },
    losing(/:User:\w/i),
  ),
  plant(
    "v2-patch-extension-dot-refused",
    "Paths that join URN and attribute with a dot are rejected in v2.0",
    { v2: ["DIFF-ENT-02", "DIFF-GUEST-02", "SLACK-PATCH-45", "SLACK-PATCH-52"] },
    refusing(/:User\.\w/i),
  ),
  plant(
    "v1-patch-without-schemas-refused",
    "A PATCH without `schemas` is rejected in v1.1",
    { v1: ["SLACK-PATCH-92", "DIFF-SCHEMAS-01"] },
    onRequestBody(patch, (body) => {
      if (body.schemas === undefined) throw new ScimError("missing_schema_element");
    }),
  ),
  plant(
    "v2-patch-without-patch-op-accepted",
    "A PATCH without `schemas` is accepted in v2.0",
    { v2: ["SCIM20-7644-3.5.2-02", "DIFF-SCHEMAS-01"] },
    onRequestBody(patch, (body) => {
      body.schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
    }),
  ),
  plant(
    "v2-patch-takes-v1-body",
    "A partial resource, v1.1's PATCH, works in v2.0",
    { v2: ["DIFF-PATCH-01"] },
    onRequestBody(patch, (body) => {
      if ("Operations" in body) return;
      const { schemas: _schemas, ...value } = body;
      body.schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
      body.Operations = [{ op: "replace", value }];
    }),
  ),
];
