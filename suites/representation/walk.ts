import { at, items } from "../json.ts";

/** One member of a resource, at any depth; the path has no array indexes. */
export interface Member {
  path: string;
  name: string;
  value: unknown;
}

/** Every member of a JSON value, at any depth. */
export function* members(value: unknown, under = ""): Generator<Member> {
  if (Array.isArray(value)) {
    for (const item of value) yield* members(item, under);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      const path = under === "" ? name : `${under}.${name}`;
      yield { path, name, value: inner };
      yield* members(inner, path);
    }
  }
}

/** Whether a name is the URN of an extension. */
export function isUrn(name: string): boolean {
  return /^urn:/i.test(name);
}

/** The multi-valued attributes of a resource whose entries are objects: name and entries. */
export function multiValued(resource: unknown): [name: string, entries: unknown[]][] {
  if (typeof resource !== "object" || resource === null) return [];
  return Object.entries(resource).filter(
    (entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]) && entry[0] !== "schemas" && items(entry[1]).length > 0,
  );
}

/** xsd:dateTime (SCIM 1.1 core schema §3.1.5, RFC 7643 §2.3.5): a date, a time, a valid offset. */
export function isDateTime(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Whether a URI reference is percent-encoded where it must be (RFC 3986). */
export function isEncodedUri(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(value)
  );
}

/** The members of a resource that contain a URL. */
export function urls(resource: unknown): Member[] {
  const found = [...members(resource)].filter(
    ({ path, name }) => path === "meta.location" || path === "profileUrl" || name === "$ref",
  );
  for (const photo of items(at(resource, "photos"))) {
    found.push({ path: "photos.value", name: "value", value: at(photo, "value") });
  }
  return found.filter(({ value }) => value !== null && value !== undefined && value !== "");
}
