import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { User } from "../organization/types.ts";
import { entriesOf, isPrimary } from "./text.ts";

interface PhoneEntry {
  readonly value: string | null;
  readonly primary: boolean | undefined;
  readonly type: string;
}

function entryOf(entry: unknown): PhoneEntry {
  if (!isObject(entry)) throw new ScimError("phoneNumbers_invalid");
  const { value, primary, type } = entry;
  if (value !== null && value !== undefined && typeof value !== "string") {
    throw new ScimError("phoneNumbers_invalid");
  }
  return {
    value: value?.trim() || null,
    primary: primary === undefined || primary === null ? undefined : isPrimary(primary),
    type: typeof type === "string" ? type.toLowerCase() : "",
  };
}

/**
 * FACT-USER-62, FACT-USER-77: which entry of a request becomes `primaryPhone`. `primary:true`
 * against `type:"mobile"` is FACT-USER-64.
 */
function primaryOf(entries: readonly PhoneEntry[], call: Call): PhoneEntry | undefined {
  const marked = entries.find((entry) => entry.primary === true);
  const mobile = entries.find((entry) => entry.type === "mobile");
  const preferred =
    call.rules.settings.phoneConflict === "primary" ? (marked ?? mobile) : (mobile ?? marked);
  return (
    preferred ??
    entries.find((entry) => entry.type !== "work" && entry.primary === undefined) ??
    entries.find((entry) => entry.type !== "work") ??
    (entries.length > 1 ? entries.find((entry) => entry.primary !== false) : undefined)
  );
}

/** The two numbers of a request; one that the request does not contain is undefined. */
function placed(
  entries: readonly PhoneEntry[],
  call: Call,
): { primary?: string | null; mobile?: string | null } {
  const primary = primaryOf(entries, call);
  const rest = entries.filter((entry) => entry !== primary);
  const mobile = rest.find((entry) => entry.type === "work") ?? rest[0];
  if (call.rules.defects.phonesNotSwapped && entries.every((entry) => entry.type !== "")) {
    return {
      ...(mobile && { primary: mobile.value }),
      ...(primary && { mobile: primary.value }),
    };
  }
  return {
    ...(primary && { primary: primary.value }),
    ...(mobile && { mobile: mobile.value }),
  };
}

/** POST, PUT and v2.0 replace: a number that is not given is cleared. */
export function setPhones(draft: User, value: unknown, single: boolean, call: Call): void {
  const places = placed(entriesOf(value, single).map(entryOf), call);
  draft.primaryPhone = places.primary ?? null;
  draft.mobilePhone = places.mobile ?? null;
}

/** PATCH: a number that is not given stays. */
export function mergePhones(draft: User, value: unknown, single: boolean, call: Call): void {
  const places = placed(entriesOf(value, single).map(entryOf), call);
  if (places.primary !== undefined) draft.primaryPhone = places.primary;
  if (places.mobile !== undefined) draft.mobilePhone = places.mobile;
}

/** FACT-USER-60: stores a number in the place that a value path selects. */
export function assignPhone(draft: User, slot: string, value: unknown): void {
  const number = entryOf(isObject(value) ? value : { value }).value;
  if (slot === "primary") draft.primaryPhone = number;
  else draft.mobilePhone = number;
}
