import { hidden } from "../../../client/transport/redaction/hide.ts";
import type { MigrationRequest } from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import { isAttributePath, isHarmless, isMemberName, mayStand } from "./allowed.ts";
import { maskFilter, maskPath } from "./mask-filter.ts";
import type { StandIns } from "./placeholders.ts";
import { isSecretName } from "./secret-names.ts";

/** Names of endpoints, and of what leads to them. */
const endpoints =
  /^(?:|\.{1,2}|scim|api|rest|v\d+(?:\.\d+)?|users?|groups?|me|self|bulk|schemas|resourcetypes|serviceproviderconfigs?|\.search)$/i;
const resources = /^(?:users|groups|schemas|serviceproviderconfigs?|resourcetypes|bulk|me|self)$/i;
const parametersOfNames = new Set(["attributes", "excludedattributes", "sortby"]);
/** Blanks, flags and variables are no secrets. */
const maskedSecret = (value: unknown) =>
  typeof value === "boolean" || (typeof value === "string" && isHarmless(value)) ? value : hidden;
const dateTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/** A request that may be written: without personal values, and without secrets. */
export function maskRequest(
  { method, path, body }: MigrationRequest,
  standIns: StandIns,
): MigrationRequest {
  return {
    method: /^[A-Za-z]{0,20}$/.test(method) ? method : "…",
    path: maskedPath(path, standIns),
    ...(body !== undefined && { body: maskedValue(body, "value", standIns) }),
  };
}

/** A request with its personal values, but without the values of secret members and parameters. */
export function withoutSecrets({ method, path, body }: MigrationRequest): MigrationRequest {
  return {
    method,
    path: eachParameter(withoutSessionIds(path), (name, value) =>
      isSecretName(name) ? hidden : value,
    ),
    ...(body !== undefined && { body: withoutSecretValues(body) }),
  };
}

/** A path without secrets in the parameters of its segments, such as `/Users;jsessionid=…`. */
function withoutSessionIds(path: string): string {
  return path.replace(/;([\w.-]{1,64})=([^;/?#]*)/g, (all, name: string) =>
    isSecretName(name) ? `;${name}=${encodeURIComponent(hidden)}` : all,
  );
}

function withoutSecretValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecretValues);
  if (!isObject(value)) return value;
  const isOfSecret = typeof value.path === "string" && isSecretName(attributeOf(value.path));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isSecret = isSecretName(name) || (isOfSecret && name === "value");
      return [name, isSecret ? maskedSecret(member) : withoutSecretValues(member)];
    }),
  );
}

function maskedPath(path: string, standIns: StandIns): string {
  const [before = ""] = path.split("?");
  const segments = before.split("/");
  const endpoint = segments.findIndex((one) => resources.test(one));
  const firstEndpoint = Math.max(
    endpoint,
    segments.findIndex((one) => /^v\d+(?:\.\d+)?$/i.test(one)),
  );
  const shown = segments.map((segment, index) => {
    // What leads to SCIM is the address of a server or of a proxy.
    if (index < firstEndpoint && /^[\w.-]*$/.test(segment)) return segment;
    const text = decoded(segment);
    if (endpoints.test(text) || mayStand(text, "id")) return segment;
    return encodeURIComponent(standIns.of(text, "id"));
  });
  const masked = eachParameter(path.slice(before.length), (name, value) =>
    parameterValue(name, value, standIns),
  );
  return shown.join("/") + masked;
}

function parameterValue(name: string, value: string, standIns: StandIns): string {
  if (isSecretName(name)) return hidden;
  const small = name.toLowerCase();
  if (small === "filter") return maskFilter(value, standIns);
  if (/^-?\d{1,9}$/.test(value) || isHarmless(value)) return value;
  if (
    parametersOfNames.has(small) &&
    value.split(",").every((one) => isAttributePath(one.trim()))
  ) {
    return value;
  }
  return standIns.of(value, name);
}

/** Changes the values of a query; one that stays the same is not encoded anew. */
function eachParameter(path: string, change: (name: string, value: string) => string): string {
  const at = path.indexOf("?");
  if (at < 0) return path;
  // An ampersand that no name follows is part of a value: clients forget to encode them.
  const parts = path.slice(at + 1).split(/&(?=[A-Za-z_]\w{0,40}=|$)/);
  const changed = parts.map((part) => {
    const equals = part.indexOf("=");
    const given = equals < 0 ? part : part.slice(0, equals);
    const name = isMemberName(given) || given === "" ? given : "…";
    const raw = equals < 0 ? "" : part.slice(equals + 1);
    const text = decoded(raw.replaceAll("+", " "));
    const value = change(given, text);
    const sign = equals < 0 ? "" : "=";
    return `${name}${sign}${value === text ? raw : encodeURIComponent(value)}`;
  });
  return `${path.slice(0, at)}?${changed.join("&")}`;
}

/** @param attribute that the value belongs to */
function maskedValue(value: unknown, attribute: string, standIns: StandIns): unknown {
  if (typeof value === "string") {
    return mayStand(value, attribute) ? value : standIns.of(value, attribute);
  }
  if (typeof value === "number") return 0;
  if (Array.isArray(value)) return value.map((one) => maskedValue(one, attribute, standIns));
  if (!isObject(value)) return value;
  if (typeof value.op === "string") return maskedOperation(value, standIns);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      isMemberName(name) ? name : standIns.of(name, "member"),
      maskedMember(name, member, attribute, standIns),
    ]),
  );
}

/** Members whose values are named by the attribute around them. */
const generic = new Set(["value", "values", "$ref"]);

function maskedMember(
  name: string,
  member: unknown,
  attribute: string,
  standIns: StandIns,
): unknown {
  if (isSecretName(name)) return maskedSecret(member);
  if (name === "meta" && isObject(member)) return maskedMeta(member, standIns);
  if (name === "schemas") return maskedValue(member, "schema", standIns);
  return maskedValue(member, generic.has(name) ? attribute : name, standIns);
}

function maskedMeta(meta: Readonly<Record<string, unknown>>, standIns: StandIns): unknown {
  const masked = Object.entries(meta).map(([name, member]) => {
    if (name === "attributes") return [name, attributeNames(member, standIns)];
    const isTime = typeof member === "string" && dateTime.test(member);
    const isType = member === "User" || member === "Group";
    return [name, isTime || isType ? member : maskedMember(name, member, name, standIns)];
  });
  return Object.fromEntries(masked);
}

function attributeNames(member: unknown, standIns: StandIns): unknown {
  if (Array.isArray(member)) return member.map((one) => attributeNames(one, standIns));
  return typeof member === "string" && isAttributePath(member)
    ? member
    : maskedValue(member, "attribute", standIns);
}

/** An operation of a PatchOp: its path names the attribute of its value. */
function maskedOperation(
  operation: Readonly<Record<string, unknown>>,
  standIns: StandIns,
): unknown {
  const { path } = operation;
  const attribute = typeof path === "string" ? attributeOf(path) : "value";
  const masked = Object.entries(operation).map(([name, member]) => {
    if (name === "path" && typeof member === "string") return [name, maskPath(member, standIns)];
    if (name === "value" && isSecretName(attribute)) return [name, maskedSecret(member)];
    const shown = isMemberName(name) ? name : standIns.of(name, "member");
    return [shown, maskedMember(name, member, attribute, standIns)];
  });
  return Object.fromEntries(masked);
}

/** `emails` of `emails[type eq "work"].value`; `givenName` of `name.givenName`. */
function attributeOf(path: string): string {
  const plain = path.replace(/\[.*\]/s, "").replace(/\.value$/, "");
  return plain.slice(Math.max(plain.lastIndexOf("."), plain.lastIndexOf(":")) + 1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
