import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import { entriesOf, isPrimary } from "./text.ts";

interface EmailEntry {
  readonly value: string;
  readonly primary: boolean;
  readonly work: boolean;
}

const wellFormed = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]_.-][^\s@<>()",;:\\[\]]{0,253}$/u;

/** FACT-ERROR-28, FACT-ERROR-29: `email_invalid` for a value without `@`, `bad_email_address` for a malformed one. */
function checkedAddress(value: string): string {
  if (!value.includes("@")) throw new ScimError("email_invalid");
  const domain = value.slice(value.lastIndexOf("@") + 1);
  if (!wellFormed.test(value) || domain.endsWith(".") || domain.includes("..")) {
    throw new ScimError("bad_email_address");
  }
  return value;
}

function entryOf(entry: unknown, call: Call): EmailEntry {
  const asString = typeof entry === "string" && call.rules.settings.emailsAsStrings === "accept";
  if (asString) return { value: entry, primary: false, work: false };
  if (!isObject(entry)) throw new ScimError("emails_invalid");
  const { value, primary, type } = entry;
  if (value === null || value === undefined || value === "") {
    return { value: "", primary: isPrimary(primary), work: false };
  }
  if (typeof value !== "string") throw new ScimError("emails_invalid");
  const work = typeof type === "string" && type.toLowerCase() === "work";
  return { value: checkedAddress(value.trim()), primary: isPrimary(primary), work };
}

/** The entries that hold an address; an empty primary one is an error (`email_empty`), an empty other one is ignored. */
function readEntries(value: unknown, single: boolean, call: Call): EmailEntry[] {
  const entries = entriesOf(value, single).map((entry) => entryOf(entry, call));
  if (entries.some((entry) => entry.value === "" && entry.primary)) {
    throw new ScimError("email_empty");
  }
  return entries.filter((entry) => entry.value !== "");
}

function same(left: string, right: string | null): boolean {
  return right !== null && left.toLowerCase() === right.toLowerCase();
}

/** FACT-ERROR-30: `email_taken` for a duplicate in the organisation; v2.0 names the owner (FACT-ERROR-09). */
function refuseTaken(address: string, draft: User, call: Call): void {
  const owner = call.organization.userByEmail(address);
  if (!owner || owner.id === draft.id || call.rules.defects.duplicatesAllowed) return;
  const context = call.version === "2.0" ? `existing_user=${owner.id}` : undefined;
  throw new ScimError("email_taken", context);
}

function store(draft: User, primary: string, secondary: string | null, call: Call): void {
  refuseTaken(primary, draft, call);
  draft.primaryEmail = primary;
  const second = secondary !== null && !same(secondary, primary) ? secondary : null;
  if (second !== null) refuseTaken(second, draft, call);
  draft.secondaryEmail = second;
}

/** FACT-USER-54: the entry with `primary:true`, else with `type:"work"`, else the first. */
function selectPrimary(entries: readonly EmailEntry[], call: Call): EmailEntry | undefined {
  if (call.rules.defects.firstEmailIsPrimary) return entries[0];
  return (
    entries.find((entry) => entry.primary) ?? entries.find((entry) => entry.work) ?? entries[0]
  );
}

/**
 * FACT-USER-57: one client expects v2.0 to reject `replace` with an array that has another primary
 * address than the stored one. The code is a guess.
 */
export function refuseSecondPrimary(draft: User, value: unknown, call: Call): void {
  if (call.rules.settings.emailsWithPrimary === "replace" || !Array.isArray(value)) return;
  const isNew = (entry: unknown) =>
    isObject(entry) && isPrimary(entry.primary) && !same(String(entry.value), draft.primaryEmail);
  if (value.some(isNew)) throw new ScimError("emails_invalid");
}

/** POST and PUT: exactly two addresses are kept. */
export function setEmails(draft: User, value: unknown, call: Call): void {
  const entries = readEntries(value, false, call);
  const primary = selectPrimary(entries, call);
  if (!primary) throw new ScimError("email_empty");
  const secondary = entries.find((entry) => entry !== primary);
  store(draft, primary.value, secondary?.value ?? null, call);
}

/**
 * PATCH: a lone address marked primary, or of type work, takes the first place and demotes the old one only if it was
 * the second; a lone other address takes the second place; two addresses replace both.
 */
export function mergeEmails(draft: User, value: unknown, single: boolean, call: Call): void {
  const entries = readEntries(value, single, call);
  const [first] = entries;
  if (!first) return;
  if (entries.length > 1) {
    const primary = selectPrimary(entries, call) ?? first;
    const secondary = entries.find((entry) => entry !== primary);
    store(draft, primary.value, secondary?.value ?? null, call);
    return;
  }
  const old = draft.primaryEmail;
  const isSecondary = same(first.value, draft.secondaryEmail);
  if (first.primary || first.work || same(first.value, old)) {
    store(draft, first.value, isSecondary ? old : draft.secondaryEmail, call);
  } else store(draft, old, first.value, call);
}

/** Stores an address in one of the two places. */
export function assignEmail(draft: User, slot: string, value: unknown, call: Call): void {
  const { value: address, primary } = entryOf(isObject(value) ? value : { value }, call);
  if (address === "") {
    removeEmail(draft, slot);
  } else if (slot === "primary") {
    store(draft, address, draft.secondaryEmail, call);
  } else if (primary) {
    const demoted = same(address, draft.primaryEmail) ? draft.secondaryEmail : draft.primaryEmail;
    store(draft, address, demoted, call);
  } else {
    store(draft, draft.primaryEmail, address, call);
  }
}

/** The secondary address becomes the primary one, and vice versa (RFC 7644 §3.5.2: one primary). */
export function swapEmails(draft: User): void {
  if (draft.secondaryEmail === null) return;
  [draft.primaryEmail, draft.secondaryEmail] = [draft.secondaryEmail, draft.primaryEmail];
}

/** FACT-USER-56: the primary address can be replaced, never removed. */
export function removeEmail(draft: User, slot: string): void {
  if (slot === "primary") throw new ScimError("missing_primary_email");
  draft.secondaryEmail = null;
}
