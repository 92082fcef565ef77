import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { common, type Schema } from "./attributes.ts";

/** `attributes` and `excludedAttributes` of a query or of a search by POST. */
export interface Selection {
  attributes: readonly string[];
  excluded: readonly string[];
}

/** The attributes that no selection removes (SCIM 1.1 protocol §3.7, RFC 7643 §7). */
const always = ["schemas", "id", "meta"];

/** A path as its parts: the URN of a schema, the attribute, the sub-attribute; in lower case. */
function partsOf(path: string, schemas: readonly Schema[]): string[] {
  const small = path.toLowerCase();
  const urn = schemas
    .map((schema) => schema.urn.toLowerCase())
    .find((each) => small.startsWith(each));
  if (urn === undefined) return small.split(".");
  const rest = small.slice(urn.length + 1);
  const own = urn === schemas[0]?.urn.toLowerCase() ? [] : [urn];
  return [...own, ...(rest === "" ? [] : rest.split("."))];
}

/** The selected part of a resource (SCIM 1.1 protocol §3.7, RFC 7644 §3.9). */
export function selected(
  resource: JsonObject,
  { attributes, excluded }: Selection,
  schemas: readonly Schema[],
): JsonObject {
  if (attributes.length > 0) {
    const wanted = attributes.map((path) => partsOf(path, schemas));
    return pick(resource, wanted, true);
  }
  if (excluded.length === 0) return resource;
  return drop(
    resource,
    excluded.map((path) => partsOf(path, schemas)),
    true,
  );
}

function pick(resource: JsonObject, wanted: readonly string[][], isTop: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).flatMap(([name, value]): [string, unknown][] => {
      if (isTop && always.includes(name)) return [[name, value]];
      const hits = wanted.filter(([first]) => first === name.toLowerCase());
      if (hits.length === 0) return [];
      if (hits.some(({ length }) => length === 1)) return [[name, value]];
      const inner = hits.map((path) => path.slice(1));
      if (Array.isArray(value)) {
        return [[name, value.map((each) => (isObject(each) ? pick(each, inner, false) : each))]];
      }
      return isObject(value) ? [[name, pick(value, inner, false)]] : [];
    }),
  );
}

function drop(resource: JsonObject, unwanted: readonly string[][], isTop: boolean): JsonObject {
  const kept = isTop
    ? common.filter(({ returned }) => returned === "always").map(({ name }) => name)
    : [];
  return Object.fromEntries(
    Object.entries(resource).flatMap(([name, value]): [string, unknown][] => {
      const hits = unwanted.filter(([first]) => first === name.toLowerCase());
      if (hits.length === 0 || kept.includes(name)) return [[name, value]];
      if (hits.some(({ length }) => length === 1)) return [];
      const inner = hits.map((path) => path.slice(1));
      if (Array.isArray(value)) {
        return [[name, value.map((each) => (isObject(each) ? drop(each, inner, false) : each))]];
      }
      return [[name, isObject(value) ? drop(value, inner, false) : value]];
    }),
  );
}
