import { crc32 } from "node:zlib";
import { isObject } from "../../schemas/json-value.ts";
import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Address, User } from "../organization/types.ts";
import { entriesOf, isPrimary } from "./text.ts";

const addressParts = ["streetAddress", "locality", "region", "postalCode", "country"] as const;

/** FACT-USER-66 to FACT-USER-68: of several entries the one with `primary:true` is used, else the first. */
function selected(entries: readonly unknown[]): unknown {
  return entries.find((entry) => isObject(entry) && isPrimary(entry.primary)) ?? entries[0];
}

function addressOf(value: unknown): Address | null {
  if (!isObject(value)) throw new ScimError("addresses_invalid");
  const address: Address = {
    streetAddress: null,
    locality: null,
    region: null,
    postalCode: null,
    country: null,
  };
  for (const part of addressParts) {
    const text = value[part];
    if (text === null || text === undefined) continue;
    if (typeof text !== "string") throw new ScimError("addresses_invalid");
    address[part] = text === "" ? null : text;
  }
  return addressParts.some((part) => address[part] !== null) ? address : null;
}

/** FACT-USER-66: one address is stored; v2.0 also takes a single object (FACT-PATCH-60). */
export function setAddresses(draft: User, value: unknown, single: boolean): void {
  const entries = entriesOf(value, single);
  if (!entries.every(isObject)) throw new ScimError("addresses_invalid");
  draft.address = entries.length === 0 ? null : addressOf(selected(entries));
}

/** Merges parts into the stored address, as a value path does. */
export function assignAddress(draft: User, value: unknown): void {
  if (!isObject(value)) throw new ScimError("addresses_invalid");
  draft.address = addressOf({ ...draft.address, ...value });
}

/** FACT-PATCH-76: a v1.1 delete needs all five values to match the stored ones. */
export function sameAddress(draft: User, value: unknown): boolean {
  const given = addressOf(value);
  const stored = draft.address;
  if (given === null || stored === null) return false;
  return addressParts.every((part) => given[part] === stored[part]);
}

/** FACT-USER-67: one role is stored, given as an object or as a string. */
export function setRoles(draft: User, value: unknown, single: boolean): void {
  const entries = entriesOf(value, single);
  const role = selected(entries);
  if (role === undefined) draft.role = null;
  else if (typeof role === "string") draft.role = role || null;
  else if (!isObject(role)) throw new ScimError("roles_invalid");
  else if (role.value === null || role.value === undefined) draft.role = null;
  else if (typeof role.value !== "string") throw new ScimError("roles_invalid");
  else draft.role = role.value || null;
}

function photoOf(value: unknown): string {
  const url = isObject(value) ? value.value : undefined;
  if (typeof url !== "string") throw new ScimError("photos_invalid");
  if (/^data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+$/i.test(url)) return url;
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return new URL(url).href;
  throw new ScimError("photos_invalid");
}

/** A URL that replaces the one where Slack stores an image that was sent inline: one for each image. */
function storedPhoto(url: string, userId: string): string {
  if (!url.startsWith("data:")) return url;
  return `https://avatars.slack-edge.com/2026-01-01/${userId}_${crc32(url).toString(16)}_192.png`;
}

/** The photo that a request asks for, or undefined. It is processed later (FACT-USER-69), see `schedulePhoto`. */
export function requestedPhoto(value: unknown, single: boolean): string | undefined {
  const entries = entriesOf(value, single);
  return entries.length === 0 ? undefined : photoOf(selected(entries));
}

/** FACT-USER-69: the response to the write still shows the old photo. */
export function schedulePhoto(user: User, url: string, call: Call): void {
  const key = `photo ${user.id}`;
  const { schedule } = call.organization;
  schedule.cancel(key);
  schedule.after(call.rules.settings.photoDelayMs, key, () => {
    user.photo = storedPhoto(url, user.id);
  });
}
