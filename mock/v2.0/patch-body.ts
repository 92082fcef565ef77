import type { JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { schemasOf } from "../rules/body.ts";
import { patchOpUrn } from "../urns.ts";

/** FACT-PATCH-22, FACT-PATCH-31, DIFF-PATCH-02: `schemas` must contain the PatchOp URN, and `Operations` must exist. */
export function requirePatchOp(body: JsonObject, call: Call): void {
  const schemas = schemasOf(body);
  if (schemas.length === 0) throw new ScimError("missing_schema_element");
  if (!("Operations" in body)) throw new ScimError("invalid_request_payload");
  const isNamed = schemas.some((urn) => urn.toLowerCase() === patchOpUrn.toLowerCase());
  if (!isNamed && call.rules.settings.v2PatchRequiresPatchOp && call.version === "2.0") {
    throw new ScimError("missing_schema_element");
  }
}
