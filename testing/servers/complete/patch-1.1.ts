import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, placeOf, type Schemas } from "./attributes.ts";
import { isUnassigned, keyOf, listOf, memberOf, Refusal } from "./values.ts";

/**
 * Applies a partial resource (SCIM 1.1 protocol §3.3.2): the attributes in `meta.attributes` are
 * removed first, then the rest is merged.
 * @throws Refusal
 */
export function patch(resource: JsonObject, body: unknown, schemas: Schemas): JsonObject {
  if (!isObject(body)) throw new Refusal(400, "the body is not an object");
  const copy: JsonObject = structuredClone(resource);
  const meta = memberOf(body, "meta");
  const cleared = isObject(meta) ? memberOf(meta, "attributes") : undefined;
  if (!isUnassigned(cleared) && !Array.isArray(cleared)) throw new Refusal(400, "not an array");
  for (const path of Array.isArray(cleared) ? cleared : []) clear(copy, String(path), schemas);
  const [main, ...extensions] = schemas;
  mergeAll(copy, body, main.attributes);
  const externalId = memberOf(body, "externalId");
  if (externalId !== undefined) copy.externalId = externalId;
  for (const { urn, attributes } of extensions) {
    const block = memberOf(body, urn);
    if (!isObject(block)) continue;
    const old = copy[urn];
    const held: JsonObject = isObject(old) ? old : {};
    mergeAll(held, block, attributes);
    copy[urn] = held;
  }
  return copy;
}

function clear(resource: JsonObject, path: string, schemas: Schemas): void {
  const extension = schemas.find(({ urn }) => urn.toLowerCase() === path.toLowerCase());
  if (extension) {
    delete resource[extension.urn];
    return;
  }
  // An attribute of an extension follows the URN after a dot or a colon.
  const place = placeOf(schemas, path) ?? placeOf(schemas, path.replace(/^(urn:.*\d)\./, "$1:"));
  if (!place) throw new Refusal(400, `${path} is not an attribute`);
  const { attribute, sub, extension: urn } = place;
  if (attribute.mutability === "readOnly") return;
  if (attribute.required && !sub) throw new Refusal(400, `${attribute.name} is required`);
  const block = urn === undefined ? resource : resource[urn];
  if (!isObject(block)) return;
  const value = block[attribute.name];
  if (!sub) delete block[attribute.name];
  else if (isObject(value)) delete value[sub.name];
  else for (const entry of listOf(value)) delete entry[sub.name];
}

function mergeAll(resource: JsonObject, body: JsonObject, attributes: readonly Attribute[]): void {
  for (const attribute of attributes) {
    const key = keyOf(body, attribute.name);
    if (key === undefined || attribute.mutability === "readOnly") continue;
    resource[attribute.name] = merged(attribute, resource[attribute.name], body[key]);
  }
}

function merged({ name, type, multiValued }: Attribute, old: unknown, value: unknown): unknown {
  if (isUnassigned(value)) return multiValued ? old : undefined;
  if (multiValued) {
    if (!Array.isArray(value)) throw new Refusal(400, `${name} is multi-valued`);
    return plural(listOf(old), listOf(value));
  }
  if (type !== "complex") return value;
  if (!isObject(value)) throw new Refusal(400, `${name} is complex`);
  return { ...(isObject(old) ? old : {}), ...value };
}

/** Entries with `operation: "delete"` are removed, by their `value`; others are added or changed. */
function plural(old: readonly JsonObject[], given: readonly JsonObject[]): JsonObject[] {
  let all = old.map((entry) => ({ ...entry }));
  for (const { operation, ...entry } of given) {
    const isIt = (other: JsonObject) =>
      entry.value === undefined
        ? Object.entries(entry).every(([name, part]) => other[name] === part)
        : other.value === entry.value;
    const rest = all.filter((other) => !isIt(other));
    if (operation === "delete") {
      all = rest;
      continue;
    }
    if (entry.primary === true) for (const other of rest) delete other.primary;
    const known = all.find(isIt);
    if (known) Object.assign(known, entry);
    else all.push(entry);
  }
  return all;
}
