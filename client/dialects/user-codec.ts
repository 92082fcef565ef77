import type { NeutralAddress, NeutralUser, NeutralValue } from "../../schemas/index.ts";
import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { strings } from "./json.ts";
import type { Urns } from "./urns.ts";

/**
 * The member that names a manager: `managerId` in SCIM 1.1 (core schema §7) and in Slack in both
 * versions (FACT-USER-41), `value` in RFC 7643 §4.3.
 */
export type ManagerKey = "managerId" | "value";

const singular = [
  "externalId",
  "userName",
  "nickName",
  "displayName",
  "profileUrl",
  "title",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
] as const;
const nameParts = [
  "givenName",
  "familyName",
  "honorificPrefix",
  "middleName",
  "honorificSuffix",
  "formatted",
] as const;
const enterpriseParts = [
  "employeeNumber",
  "costCenter",
  "organization",
  "division",
  "department",
] as const;
const addressParts = [
  "streetAddress",
  "locality",
  "region",
  "postalCode",
  "country",
  "formatted",
  "type",
] as const;
const metaParts = ["created", "lastModified", "location", "resourceType", "version"] as const;
const multiValued = ["emails", "phoneNumbers", "photos", "roles", "groups"] as const;

/** Writes a neutral user as a version's resource; extension blocks go under their URN. */
export function encodeUser(user: NeutralUser, urns: Urns, managerKey: ManagerKey): JsonObject {
  const { enterprise, guest, profile, ...core } = user;
  const body: JsonObject = { schemas: [urns.user], ...core };
  const schemas = body.schemas as string[];
  if (enterprise !== undefined) {
    schemas.push(urns.enterprise);
    body[urns.enterprise] = enterprise === null ? null : encodeEnterprise(enterprise, managerKey);
  }
  if (guest !== undefined) {
    schemas.push(urns.guest);
    body[urns.guest] = guest;
  }
  if (profile !== undefined) {
    schemas.push(urns.profile);
    body[urns.profile] = profile;
  }
  return body;
}

export function encodeEnterprise(
  enterprise: NonNullable<NeutralUser["enterprise"]>,
  managerKey: ManagerKey,
): JsonObject {
  const { managerId, ...rest } = enterprise;
  return managerId === undefined ? rest : { ...rest, manager: { [managerKey]: managerId } };
}

/** Reads a version's user resource. Members of the wrong type are left out. */
export function decodeUser(json: unknown, urns: Urns, managerKey: ManagerKey): NeutralUser {
  if (!isObject(json)) return {};
  const user: NeutralUser = strings(json, singular);
  const id = decodeId(json.id);
  if (id !== undefined) user.id = id;
  if (typeof json.active === "boolean") user.active = json.active;
  if (isObject(json.name)) user.name = strings(json.name, nameParts);
  for (const name of multiValued) {
    if (Array.isArray(json[name])) user[name] = json[name].map(decodeValue);
  }
  if (Array.isArray(json.addresses)) user.addresses = json.addresses.map(decodeAddress);
  const meta = decodeMeta(json.meta);
  if (meta) user.meta = meta;
  const enterprise = json[urns.enterprise];
  if (isObject(enterprise)) {
    user.enterprise = strings(enterprise, enterpriseParts);
    const manager = isObject(enterprise.manager) ? enterprise.manager[managerKey] : undefined;
    if (typeof manager === "string" || manager === null) user.enterprise.managerId = manager;
  }
  const guest = json[urns.guest];
  if (isObject(guest)) {
    user.guest = strings(guest, ["type", "expiration"]);
    if (Array.isArray(guest.channels)) user.guest.channels = guest.channels.map(decodeValue);
  }
  const profile = json[urns.profile];
  if (isObject(profile)) user.profile = strings(profile, ["startDate"]);
  return user;
}

/**
 * Reads an id, which is a string (RFC 7643 §3.1). Of a provider that has numbers, it is the number in digits, as
 * in the resource's URL.
 */
export function decodeId(json: unknown): string | undefined {
  return typeof json === "number" ? String(json) : typeof json === "string" ? json : undefined;
}

/** Reads `meta`; undefined when there is none. */
export function decodeMeta(json: unknown): NeutralUser["meta"] | undefined {
  if (!isObject(json)) return undefined;
  const meta: NonNullable<NeutralUser["meta"]> = {};
  for (const name of metaParts) {
    const value = json[name];
    if (typeof value === "string") meta[name] = value;
  }
  return meta;
}

/** Reads one entry of a multi-valued attribute; a bare string counts as its `value`. */
export function decodeValue(json: unknown): NeutralValue {
  if (typeof json === "string") return { value: json };
  if (!isObject(json)) return {};
  const value: NeutralValue = strings(json, ["value", "type", "display"]);
  if (typeof json.primary === "boolean") value.primary = json.primary;
  return value;
}

function decodeAddress(json: unknown): NeutralAddress {
  if (!isObject(json)) return {};
  const address: NeutralAddress = strings(json, addressParts);
  if (typeof json.primary === "boolean") address.primary = json.primary;
  return address;
}
