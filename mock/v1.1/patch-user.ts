import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import {
  type AttributeRule,
  extensionRule,
  type UserChange,
  userAttributes,
} from "../rules/attributes.ts";
import { bodyOf, requireSchemas, userMembers } from "../rules/body.ts";
import { removeEmail } from "../rules/emails.ts";
import { sameAddress } from "../rules/profile-parts.ts";
import { removeNamed } from "../rules/remove.ts";
import { urnsOf } from "../urns.ts";
import { patchUserV2 } from "../v2.0/patch-user.ts";
import { isDelete, removedAttributes } from "./removals.ts";

/** FACT-PATCH-17: a single space clears a field; whether an empty string does too is open (FACT-PATCH-18). */
function isClearing(value: unknown, call: Call): boolean {
  if (typeof value !== "string") return false;
  if (value === "") return call.rules.settings.v1ClearingValue === "space-or-empty";
  return value.trim() === "";
}

/** Removes one value of a multi-valued attribute. An unknown one is ignored (SCIM 1.1 §3.3.2: MAY be rejected). */
function removeValue({ draft }: UserChange, name: string, entry: JsonObject): void {
  const { value } = entry;
  if (name === "emails" && typeof value === "string") {
    const address = value.toLowerCase();
    if (address === draft.primaryEmail.toLowerCase()) removeEmail(draft, "primary");
    if (address === draft.secondaryEmail?.toLowerCase()) removeEmail(draft, "secondary");
  } else if (name === "phoneNumbers") {
    if (value === draft.primaryPhone) draft.primaryPhone = null;
    else if (value === draft.mobilePhone) draft.mobilePhone = null;
  } else if (name === "roles") {
    if (value === draft.role) draft.role = null;
  } else if (name === "addresses") {
    if (sameAddress(draft, entry)) draft.address = null;
  }
}

const multiValued = new Set(["emails", "phoneNumbers", "roles", "addresses", "photos"]);

function mergeList(change: UserChange, name: string, value: unknown, call: Call): void {
  const rule = userAttributes.get(name);
  if (!Array.isArray(value)) {
    rule?.merge(change, value, call);
    return;
  }
  const { defects } = call.rules;
  const removals = value.filter(isDelete);
  if (defects.patchRemovesAllValues && removals.length > 0) rule?.clear(change, call);
  if (!defects.patchRemovesNothing) {
    for (const entry of removals) removeValue(change, name, entry);
  }
  const additions = value.filter((entry) => !isDelete(entry));
  if (additions.length > 0) rule?.merge(change, additions, call);
}

/** One space in one part of a name clears that part. */
function clearedParts(value: unknown, call: Call): unknown {
  if (!isObject(value)) return value;
  const parts = Object.entries(value);
  const everyName = parts.filter(([part]) => part === "givenName" || part === "familyName");
  const allBlank = everyName.every(([, text]) => isClearing(text, call)) && everyName.length > 1;
  if (allBlank) return value;
  return Object.fromEntries(
    parts.map(([part, text]) => [part, isClearing(text, call) ? "" : text]),
  );
}

/** Attributes that null may clear: the others cannot be empty, or are not null in any body. */
const neverNull = new Set(["userName", "nickName", "active", "password", "groups"]);

/** FACT-PATCH-19: null has no known meaning in a v1.1 PATCH. */
function mergeNull(change: UserChange, rule: AttributeRule | undefined, call: Call): void {
  const { v1NullValues } = call.rules.settings;
  if (v1NullValues === "refuse") throw new ScimError("invalid_attribute_format");
  if (v1NullValues === "clear") rule?.clear(change, call);
}

function mergeMember(change: UserChange, name: string, value: unknown, call: Call): void {
  const rule = userAttributes.get(name);
  const isName = name === "userName" || name === "nickName";
  if (isName && isClearing(value, call)) throw new ScimError("username_empty");
  if (value === null && !neverNull.has(name)) mergeNull(change, rule, call);
  else if (multiValued.has(name)) mergeList(change, name, value, call);
  else if (name === "name") rule?.merge(change, clearedParts(value, call), call);
  else if (isClearing(value, call)) rule?.clear(change, call);
  else rule?.merge(change, value, call);
}

/**
 * FACT-PATCH-11, FACT-PATCH-15: a partial resource. Removals named in `meta.attributes` come first,
 * then the members of the body; all other attributes stay.
 */
export function patchUserV1(change: UserChange, call: Call): void {
  const body = bodyOf(call);
  if (call.rules.settings.v1AcceptsPatchOp && "Operations" in body) {
    patchUserV2(change, call);
    return;
  }
  const schemas = requireSchemas(body, call);
  const members = userMembers(body, call);
  const removals = () => {
    if (call.rules.defects.patchRemovesNothing) return;
    for (const path of removedAttributes(body)) removeNamed(change, path, call);
  };
  if (!call.rules.defects.patchRemovalsLast) removals();
  for (const name of userAttributes.keys()) {
    if (members.has(name)) mergeMember(change, name, members.get(name), call);
  }
  const { profile } = urnsOf("1.1");
  for (const [key, value] of members) {
    if (!key.startsWith("urn:")) continue;
    const isUndeclared = key === profile && !schemas.includes(profile);
    if (isUndeclared && call.rules.settings.extensionNeedsUrn) continue;
    const rule = extensionRule(key, call);
    if (value === null) mergeNull(change, rule, call);
    else rule?.merge(change, value, call);
  }
  if (call.rules.defects.patchRemovalsLast) removals();
}
