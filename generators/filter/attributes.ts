import type { NeutralGroup, NeutralUser, NeutralValue } from "../../schemas/index.ts";

/** A resource that a filter applies to. */
export type Filterable = NeutralUser | NeutralGroup;

/** A value that a filter compares with. */
export type FilterValue = string | boolean | number | null;

/** Attributes whose values are date-times, compared as points in time (SCIM 1.1 §3.2.2.1, RFC 7644 §3.4.2.2). */
const dateTimes = new Set([
  "meta.created",
  "meta.lastmodified",
  "guest.expiration",
  "profile.startdate",
]);

/** Case-sensitive attributes (RFC 7643 §3.1, §8.7: `caseExact`). */
const caseExact = new Set(["id", "externalid", "meta.location", "meta.version", "members.value"]);

/** Slack's names for kinds of guest: `restricted` is a multi-channel guest, `ultra_restricted` a single-channel one (DOC: v1.1 filters). */
const guestTypes: Readonly<Record<string, string>> = {
  restricted: "multi",
  ultra_restricted: "single",
};

const multiValued = new Set([
  "emails",
  "phonenumbers",
  "photos",
  "roles",
  "groups",
  "members",
  "addresses",
]);

/** The neutral attribute of a name regardless of case, in lower case. */
function attributeKey(name: string): string {
  const key = name.toLowerCase();
  if (key === "email" || key === "emails") return "emails.value";
  if (multiValued.has(key) && key !== "addresses") return `${key}.value`;
  return key;
}

export function isDateTime(attribute: string): boolean {
  return dateTimes.has(attributeKey(attribute));
}

export function isCaseExact(attribute: string): boolean {
  return caseExact.has(attributeKey(attribute));
}

export function isMultiValued(attribute: string): boolean {
  return multiValued.has(attributeKey(attribute).split(".")[0] ?? "");
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1];
}

function isFilterValue(value: unknown): value is string | boolean | number {
  return ["string", "boolean", "number"].includes(typeof value);
}

/**
 * Every value that a resource has under a neutral attribute name, regardless of case; an empty list
 * when it has none. A multi-valued attribute without sub-attribute means its `value`s.
 */
export function valuesOf(
  resource: Filterable | NeutralValue,
  attribute: string,
): (string | boolean | number)[] {
  const key = attributeKey(attribute);
  const guestType = guestTypes[key];
  if (guestType !== undefined) return [member(member(resource, "guest"), "type") === guestType];
  let found: unknown[] = [resource];
  for (const step of key.split(".")) {
    found = found.flatMap((value) => member(value, step));
  }
  // Slack shows an empty entry for a missing second address (FACT-USER-52): not a value.
  const isValue = (value: unknown) => value !== "" || !isMultiValued(attribute);
  return found.filter(isFilterValue).filter(isValue);
}

/** Whether any part of an attribute, complex ones included, holds a value that is not empty. */
export function isPresent(resource: Filterable | NeutralValue, attribute: string): boolean {
  const key = attributeKey(attribute);
  if (key in guestTypes) return true;
  let found: unknown[] = [resource];
  for (const step of key.split(".")) {
    found = found.flatMap((value) => member(value, step));
  }
  const holdsSomething = (value: unknown): boolean =>
    typeof value === "object" && value !== null
      ? Object.values(value).some(holdsSomething)
      : value !== undefined && value !== null && value !== "";
  return found.some(holdsSomething);
}

/** The entries of a multi-valued attribute; one without `primary` is not primary (RFC 7643 §2.4). */
export function entriesOf(resource: Filterable | NeutralValue, attribute: string): NeutralValue[] {
  const key = attributeKey(attribute).split(".")[0] ?? "";
  const entries = member(resource, key);
  return Array.isArray(entries) ? entries.map((entry) => ({ primary: false, ...entry })) : [];
}
