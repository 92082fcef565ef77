import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { personal } from "./hide.ts";
import { mapped } from "./json-object.ts";
import type { Known, Weight } from "./known.ts";

/** Members that hold a secret in any resource. */
const secretMembers = new Set([
  "password",
  "token",
  "access_token",
  "refresh_token",
  "client_secret",
]);

export function isSecretMember(name: string): boolean {
  return secretMembers.has(name.toLowerCase());
}

/** Values of `type` that say nothing about a person: RFC 7643 §4.1.2, SCIM 1.1 CS §6.2, Slack's. */
const canonicalTypes = new Set(
  (
    "work home other mobile fax pager aim gtalk icq xmpp msn skype qq yahoo photo thumbnail " +
    "direct indirect user group employee contractor primary multi single"
  ).split(" "),
);
const resourceTypes = new Set(["User", "Group", "EnterpriseUser"]);
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/;
const entityTag = /^(?:W\/)?"?[0-9a-f]*"?$/i;
const urn = /^urn:[a-z0-9][a-z0-9-]*:[\w.:-]+$/i;
/** Members as the standards and Slack spell them; a mail address does not count as a name. */
const memberName = /^(?:[A-Za-z_$][\w$-]{0,63}|urn:[\w.:-]{1,200})$/;

/** Members that name a person: their values are removed from free text too. */
const naming = new Set([
  ...["userName", "nickName", "displayName", "display", "name", "formatted", "givenName"],
  ...["familyName", "middleName", "emails", "phoneNumbers", "ims", "photos", "addresses"],
  ...["profileUrl", "externalId", "employeeNumber", "manager", "members", "id"],
]);

/** Deeper than any resource: what is nested further is hidden as a whole. */
const deepest = 50;

/**
 * A resource that the run did not create: its structure, and only those values that say
 * nothing about a person. Strings become `[personal]`; empty ones, blanks and null stay, since
 * rules depend on them. Numbers become 0, flags other than `active` and `primary` false: the type
 * stays visible. Arrays keep their length.
 */
export function masked(resource: JsonObject, known: Known): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).map(([name, member]) => [
      memberName.test(name) ? name : personal,
      maskedMember(name, member, resource, known),
    ]),
  );
}

function maskedMember(name: string, member: unknown, resource: JsonObject, known: Known): unknown {
  switch (name) {
    case "schemas":
      return Array.isArray(member)
        ? member.map((one) =>
            typeof one === "string" && urn.test(one) ? one : maskedValue(one, name, known),
          )
        : maskedValue(member, name, known);
    case "id":
      return typeof member === "string"
        ? shownId(member, known, namesOf(resource))
        : maskedValue(member, name, known);
    case "active":
      return isFlag(member) ? member : maskedValue(member, name, known);
    case "meta":
      return isObject(member)
        ? maskedMeta(member, known, namesOf(resource))
        : maskedValue(member, name, known);
    default:
      return maskedValue(member, name, known);
  }
}

/** The parts of `meta` that say nothing about a person; a `createdBy` names one. */
export function maskedMeta(
  meta: JsonObject,
  known: Known,
  names: readonly string[] = [],
): JsonObject {
  return mapped(meta, (name, value) => {
    if (typeof value !== "string" || value === "") return maskedValue(value, name, known);
    const isKept =
      (name === "resourceType" && resourceTypes.has(value)) ||
      ((name === "created" || name === "lastModified") && dateTime.test(value)) ||
      (name === "version" && entityTag.test(value));
    if (isKept) return value;
    return name === "location"
      ? shownLocation(value, known, names)
      : maskedValue(value, name, known);
  });
}

/**
 * A value of another person, at any depth.
 * @param within the attribute that it belongs to
 */
export function maskedValue(value: unknown, within: string, known: Known, depth = 0): unknown {
  if (depth > deepest) return personal;
  if (typeof value === "string") {
    if (value.trim() === "") return value;
    const weight: Weight = naming.has(within) ? "names" : "describes";
    known.stranger(value, weight);
    return personal;
  }
  if (typeof value === "number") {
    if (Math.abs(value) >= leastTelling) known.stranger(String(value), "names");
    return 0;
  }
  if (typeof value === "boolean") return false;
  if (Array.isArray(value)) return value.map((one) => maskedValue(one, within, known, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      memberName.test(name) ? name : personal,
      maskedPart(name, part, within, known, depth + 1),
    ]),
  );
}

/** A number below this identifies no one, and many sentences contain one. */
const leastTelling = 100_000;

/** Attributes whose `value` is the id of another resource. */
const references = new Set(["groups", "members", "manager"]);

function maskedPart(name: string, part: unknown, within: string, known: Known, depth: number) {
  if (name === "primary" && isFlag(part)) return part;
  if (typeof part === "string") {
    if (name === "type" && canonicalTypes.has(part.toLowerCase())) return part;
    if (name === "$ref") return shownLocation(part, known);
    if (name === "managerId" || (name === "value" && references.has(within))) {
      return shownId(part, known);
    }
  }
  return maskedValue(
    part,
    naming.has(within) || references.has(within) ? within : name,
    known,
    depth,
  );
}

/** A reference to a resource: `display` names a person. */
export function shownReference(
  entry: unknown,
  within: string,
  known: Known,
  isOwn: (text: string) => boolean,
): unknown {
  if (!isObject(entry)) return entry;
  const id = entry.value ?? entry.managerId;
  if (known.wasCreated(id)) return entry;
  return mapped(entry, (name, part) =>
    /^display/i.test(name) && typeof part === "string" && !isOwn(part)
      ? maskedValue(part, within === "members" ? "displayName" : name, known)
      : part,
  );
}

/**
 * Forms of ids that cannot be names: without lower-case letters, as in Slack; a UUID; hexadecimal;
 * and long ones with digits, without a word of four lower-case letters.
 */
const generatedIds = [
  /^[A-Z0-9_-]{1,128}$/,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^[0-9a-f]{16,64}$/i,
  /^(?=[\w-]*\d)(?![\w-]*[a-z]{4})[\w-]{16,128}$/,
];

/** Whether an id has a form that no name has. */
export function isGeneratedId(id: string): boolean {
  return generatedIds.some((form) => form.test(id));
}

/** An id, unless it may identify a person: some servers use the userName as id. */
export function shownId(id: string, known: Known, names: readonly string[] = []): string {
  if (id.trim() === "" || known.wasCreated(id)) return id;
  const small = id.toLowerCase();
  const isName = names.some(
    (name) => name.length > 2 && (small.includes(name) || name.includes(small)),
  );
  if (isGeneratedId(id) && !isName) return id;
  known.stranger(id, "names");
  return personal;
}

/** Path segments of resource types, with any provider. */
const leading =
  /^(?:|\.{1,2}|scim\d?|api|rest|v\d+(?:\.\d+)?|users?|groups?|me|bulk|schemas|resourcetypes|tenants?)$/i;

/**
 * A URL, absolute or relative, whose last segment is an id. Its parent path is shown as far as the
 * run's own requests, or those of every provider, share it.
 */
export function shownLocation(url: string, known: Known, names: readonly string[] = []): string {
  const [, origin = "", path = "", rest = ""] =
    /^(https?:\/\/[\w.:[\]-]*)?([^?#]*)(.*)$/s.exec(url) ?? [];
  const segments = path.split("/");
  const last = segments.findLastIndex((segment) => segment !== "");
  const shown = segments.map((segment, index) => {
    if (leading.test(segment) || (index < last && known.isOnTheWay(segment))) return segment;
    return shownId(decodedId(segment), known, names) === personal ? personal : segment;
  });
  return origin + shown.join("/") + (rest === "" ? "" : `?${personal}`);
}

function decodedId(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The name of a resource, in lower case. */
function namesOf({ userName, nickName, displayName, externalId, emails }: JsonObject): string[] {
  const addresses = (Array.isArray(emails) ? emails : []).map((one) =>
    isObject(one) ? one.value : one,
  );
  return [userName, nickName, displayName, externalId, ...addresses]
    .filter((name): name is string => typeof name === "string" && name !== "")
    .map((name) => name.toLowerCase());
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean" || value === "true" || value === "false";
}
