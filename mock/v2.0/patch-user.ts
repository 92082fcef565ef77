import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import {
  canonicalUserAttribute,
  extensionRule,
  type UserChange,
  userAttributes,
} from "../rules/attributes.ts";
import { bodyOf } from "../rules/body.ts";
import { assignEmail, removeEmail, swapEmails } from "../rules/emails.ts";
import { mergeGuest, mergeProfile, setEnterprisePart } from "../rules/extensions.ts";
import { mergeName } from "../rules/names.ts";
import { assignPhone } from "../rules/phones.ts";
import { assignAddress, setRoles } from "../rules/profile-parts.ts";
import { removeAt, unknownPath } from "../rules/remove.ts";
import { urnsOf } from "../urns.ts";
import { requirePatchOp } from "./patch-body.ts";
import {
  operationsOf,
  type PatchEntry,
  type PatchOperation,
  type PatchPath,
  parsePath,
} from "./patch-path.ts";

/** The stored values of a multi-valued attribute, with the types that a client uses in filters. */
function entriesOf(draft: User, name: string): readonly PatchEntry[] {
  const entry = (slot: string, value: string | null, type: string, primary: boolean) =>
    value === null ? [] : [{ slot, value, type, primary }];
  switch (name) {
    case "emails":
      // FACT-USER-54: `type:"work"` selects the primary address on write, so it does here (FACT-PATCH-66).
      return [
        ...entry("primary", draft.primaryEmail, "work", true),
        ...entry("secondary", draft.secondaryEmail, "home", false),
      ];
    case "phoneNumbers":
      return [
        ...entry("mobile", draft.mobilePhone, "mobile", false),
        ...entry("primary", draft.primaryPhone, "", true),
      ];
    case "roles":
      return entry("role", draft.role, "", true);
    case "addresses":
      return draft.address ? [{ slot: "address", value: "", type: "work", primary: true }] : [];
    default:
      return [];
  }
}

function assignEntry(
  { draft }: UserChange,
  name: string,
  slot: string,
  subAttribute: string,
  value: unknown,
  call: Call,
): void {
  const given = subAttribute === "" || isObject(value) ? value : { [subAttribute]: value };
  if (name === "emails" && isObject(given) && given.primary === true && !("value" in given)) {
    if (slot === "secondary") swapEmails(draft);
    return;
  }
  // A change of only `type` or `display` stores nothing.
  const isEmpty = isObject(given) && !("value" in given) && name !== "addresses";
  if (isEmpty) return;
  if (name === "emails") assignEmail(draft, slot, given, call);
  else if (name === "phoneNumbers") assignPhone(draft, slot, given);
  else if (name === "roles") setRoles(draft, [given], false);
  else if (name === "addresses") assignAddress(draft, given);
}

function removeEntry({ draft }: UserChange, name: string, slot: string): void {
  if (name === "emails") removeEmail(draft, slot);
  else if (name === "phoneNumbers") assignPhone(draft, slot, null);
  else if (name === "roles") draft.role = null;
  else if (name === "addresses") draft.address = null;
}

/** A value path that selects nothing: an entry of that type is added, else it is ignored (DIFF-PATCH-08 INF). */
function addMissing(
  change: UserChange,
  name: string,
  path: PatchPath,
  value: unknown,
  call: Call,
): void {
  const { draft } = change;
  const isSecondary = name === "emails" && (path.wanted.primary === false || path.wanted.type);
  if (isSecondary) assignEntry(change, name, "secondary", path.subAttribute, value, call);
  else if (call.rules.settings.patchNoTarget === "error") throw new ScimError("invalid_query");
  else if (name === "phoneNumbers" && Object.keys(path.wanted).length > 0) {
    const isPrimary = path.wanted.primary === true || path.wanted.type === "mobile";
    const slot = isPrimary && draft.primaryPhone === null ? "primary" : "mobile";
    assignEntry(change, name, slot, path.subAttribute, value, call);
  } else if (name === "addresses" && Object.keys(path.wanted).length > 0) {
    assignEntry(change, name, "address", path.subAttribute, value, call);
  }
}

function applyToEntries(
  change: UserChange,
  name: string,
  path: PatchPath,
  operation: PatchOperation,
  call: Call,
): void {
  const { selects } = path;
  if (!selects) return;
  const { defects } = call.rules;
  const entries = entriesOf(change.draft, name);
  const selected = entries.filter(
    (entry) => selects(entry) || (defects.patchRemovesAllValues && operation.op === "remove"),
  );
  if (operation.op === "remove") {
    if (defects.patchRemovesNothing) return;
    if (selected.length === 0 && call.rules.settings.patchNoTarget === "error") {
      throw new ScimError("invalid_query");
    }
    for (const entry of selected) removeEntry(change, name, entry.slot);
  } else if (selected.length === 0) addMissing(change, name, path, operation.value, call);
  for (const entry of operation.op === "remove" ? [] : selected) {
    assignEntry(change, name, entry.slot, path.subAttribute, operation.value, call);
  }
}

function setBelowExtension(
  change: UserChange,
  urn: string,
  rest: string,
  value: unknown,
  call: Call,
): void {
  const urns = urnsOf("2.0");
  const { draft } = change;
  if (rest === "") extensionRule(urn, call)?.merge(change, value, call);
  else if (urn === urns.enterprise) {
    if (!setEnterprisePart(draft, rest, value, call)) unknownPath(call);
  } else if (urn === urns.guest) mergeGuest(draft, { [rest]: value }, call);
  else if (rest.toLowerCase() === "startdate") mergeProfile(draft, { startDate: value });
  else unknownPath(call);
}

const nameParts = ["givenName", "familyName", "honorificPrefix"];

function setSubAttribute(
  change: UserChange,
  name: string,
  sub: string,
  value: unknown,
  call: Call,
): void {
  const part = nameParts.find((each) => each.toLowerCase() === sub.toLowerCase());
  if (name === "name" && part !== undefined) mergeName(change.draft, { [part]: value }, call);
  else if (name === "addresses") assignAddress(change.draft, { [sub]: value });
  else unknownPath(call);
}

function setAt(change: UserChange, path: PatchPath, operation: PatchOperation, call: Call): void {
  const { target } = path;
  const { value } = operation;
  if (target.kind === "extension") {
    setBelowExtension(change, target.urn, target.rest, value, call);
    return;
  }
  const name = canonicalUserAttribute(target.name);
  const rule = name === undefined ? undefined : userAttributes.get(name);
  if (name === undefined || !rule) unknownPath(call);
  else if (target.sub !== "") setSubAttribute(change, name, target.sub, value, call);
  else if (operation.op === "add") rule.merge(change, value, call);
  else if (name === "name") rule.merge(change, value, call);
  else rule.set(change, value, call);
}

function applyAtPath(change: UserChange, operation: PatchOperation, call: Call): void {
  const path = parsePath(operation.path, call);
  const { target } = path;
  if (path.selects && target.kind === "attribute") {
    const name = canonicalUserAttribute(target.name);
    if (name === undefined) unknownPath(call);
    else applyToEntries(change, name, path, operation, call);
  } else if (operation.op === "remove") {
    if (!call.rules.defects.patchRemovesNothing) removeAt(change, target, call);
  } else setAt(change, path, operation, call);
}

/** FACT-PATCH-29: a PatchOp. Operations are applied in order, each to the result of the previous one. */
export function patchUserV2(change: UserChange, call: Call): void {
  const body = bodyOf(call);
  requirePatchOp(body, call);
  for (const operation of operationsOf(body.Operations, call)) {
    if (operation.path !== undefined) applyAtPath(change, operation, call);
    else if (isObject(operation.value)) {
      for (const [path, value] of Object.entries(operation.value)) {
        applyAtPath(change, { ...operation, path, value }, call);
      }
    }
  }
}
