import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { directoryUrn, patchOpUrn, urnsOf } from "../urns.ts";
import { canonicalUserAttribute, extensionRule, userAttributes } from "./attributes.ts";

/** The body of a write. @throws ScimError `invalid_request_payload` if it is not an object */
export function bodyOf(call: Call): JsonObject {
  if (!isObject(call.body)) throw new ScimError("invalid_request_payload");
  return call.body;
}

/** `schemas` as a flat list: Slack accepts the nested lists that its Python SDK sends back (FACT-FORMAT-36). */
export function schemasOf(body: JsonObject): readonly string[] {
  const { schemas } = body;
  if (schemas === undefined || schemas === null) return [];
  if (!Array.isArray(schemas)) throw new ScimError("invalid_attribute_format");
  if (schemas.every((urn) => typeof urn === "string")) return schemas;
  return schemas.flat().filter((urn): urn is string => typeof urn === "string");
}

const ownUrns = {
  "1.1": new Set<string>(Object.values(urnsOf("1.1"))),
  "2.0": new Set<string>([...Object.values(urnsOf("2.0")), patchOpUrn]),
};

/**
 * Whether a body has to have `schemas`: in v1.1 PATCH and PUT of a user do without (FACT-PATCH-20,
 * FACT-PUT-28); of a group (FACT-FORMAT-32) and of POST (FACT-FORMAT-31) it is not known.
 */
function needsSchemas({ version, operation, rules: { settings } }: Call): boolean {
  if (version === "2.0") return true;
  if (operation === "patch") return settings.v1PatchRequiresSchemas;
  if (operation === "replace") return settings.v1PutRequiresSchemas;
  return settings.v1PostRequiresSchemas;
}

/**
 * FACT-FORMAT-30: a body without `schemas` is rejected; so (FACT-FORMAT-37) is one without a URN of
 * the version of the call.
 */
export function requireSchemas(body: JsonObject, call: Call): readonly string[] {
  const schemas = schemasOf(body);
  const { settings } = call.rules;
  if (schemas.length === 0) {
    if (needsSchemas(call)) throw new ScimError("missing_schema_element");
    return schemas;
  }
  const foreign = !schemas.some((urn) => ownUrns[call.version].has(urn));
  if (foreign && settings.foreignSchemas === "refuse") {
    throw new ScimError("missing_schema_element");
  }
  return schemas;
}

/**
 * The attributes of a user body by their canonical names. Unknown ones are ignored, or rejected (FACT-ERROR-24).
 * An extension block whose URN is not in `schemas` is ignored on POST and PUT (FACT-USER-48).
 */
export function userMembers(body: JsonObject, call: Call): Map<string, unknown> {
  const { settings } = call.rules;
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(body)) {
    const insensitive = settings.attributeNamesIgnoreCase ? canonicalUserAttribute(key) : undefined;
    const known = userAttributes.has(key) ? key : insensitive;
    if (known !== undefined) members.set(known, value);
    else if (key.startsWith("urn:") && extensionRule(key, call)) members.set(key, value);
    // FACT-DISCOVERY-42: v2.0 knows the extension, which has no attributes that could be set.
    else if (key === directoryUrn && call.version === "2.0") continue;
    else if (settings.unknownMembers === "error") throw new ScimError("invalid_request_payload");
  }
  return members;
}

/** The extension blocks of a body that are not ignored, by URN. */
export function declaredExtensions(
  members: ReadonlyMap<string, unknown>,
  schemas: readonly string[],
  call: Call,
): readonly (readonly [string, unknown])[] {
  const blocks: [string, unknown][] = [];
  for (const [key, value] of members) if (key.startsWith("urn:")) blocks.push([key, value]);
  if (blocks.length === 0 || !call.rules.settings.extensionNeedsUrn) return blocks;
  const declared = new Set(schemas.map((urn) => urn.toLowerCase()));
  return blocks.filter(([key]) => declared.has(key.toLowerCase()));
}
