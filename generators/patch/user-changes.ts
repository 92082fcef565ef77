import fc, { type Arbitrary } from "fast-check";
import type { NeutralAddress, NeutralUser, NeutralValue, PatchEntry } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";
import { addressArbitrary } from "../user/addresses.ts";
import { displayNameArbitrary } from "../user/display-name.ts";
import {
  type EmailConstraints,
  emailAddressArbitrary,
  emailAddressPairArbitrary,
} from "../user/emails.ts";
import { expirationArbitrary, guestArbitrary } from "../user/guest.ts";
import { localeArbitrary } from "../user/locale.ts";
import { honorificPrefixArbitrary, nameArbitrary } from "../user/name.ts";
import { phoneNumberArbitrary } from "../user/phone-numbers.ts";
import { profileArbitrary } from "../user/profile.ts";
import { timezoneArbitrary } from "../user/timezone.ts";
import { type UserNameConstraints, userNameArbitrary } from "../user/user-name.ts";
import type { Change } from "./change.ts";

type UserChange = Change<NeutralUser>;
type MultiValued = "emails" | "phoneNumbers" | "roles";

export interface UserChangeConstraints extends UserNameConstraints, EmailConstraints {
  /** Whether members become guests and guests members, which Slack offers on Enterprise only (DOC). Default: no. */
  guestConversion?: boolean;
  /** Whether users are deactivated and reactivated. Default: no. */
  activation?: boolean;
}

const always = (): boolean => true;

function set(
  path: string,
  value: Arbitrary<unknown>,
  applies: UserChange["applies"] = always,
): UserChange {
  const root = path.split(".")[0] ?? path;
  const intent = value.map((drawn) => () => ({ kind: "set" as const, path, value: drawn }));
  return { name: `set ${path}`, root, kind: "set", applies, intent };
}

function clear(path: string, applies: UserChange["applies"]): UserChange {
  const root = path.split(".")[0] ?? path;
  const intent = fc.constant(() => ({ kind: "clear" as const, path }));
  return { name: `clear ${path}`, root, kind: "clear", applies, intent };
}

function filled(user: NeutralUser, path: MultiValued): NeutralValue[] {
  return (user[path] ?? []).filter((entry) => entry.value);
}

function secondary(user: NeutralUser): NeutralValue | undefined {
  return filled(user, "emails").find((entry) => entry.primary !== true);
}

function primaryAddress(user: NeutralUser): string | undefined {
  return filled(user, "emails").find((entry) => entry.primary === true)?.value ?? undefined;
}

function matchOf(entry: NeutralValue | undefined): PatchEntry {
  return { value: entry?.value ?? "" };
}

function addressEntry(address: NeutralAddress): PatchEntry {
  const entry: PatchEntry = {};
  for (const part of ["streetAddress", "locality", "region", "postalCode", "country"] as const) {
    const value = address[part];
    if (value !== undefined) entry[part] = value;
  }
  return entry;
}

function singular(): UserChange[] {
  const text = phraseArbitrary(2);
  const attributes: Record<
    "title" | "userType" | "preferredLanguage" | "locale" | "timezone" | "displayName",
    Arbitrary<string>
  > = {
    title: phraseArbitrary(3),
    userType: text,
    preferredLanguage: localeArbitrary(),
    locale: localeArbitrary(),
    timezone: timezoneArbitrary(),
    displayName: displayNameArbitrary(),
  };
  const enterprise = [
    "department",
    "employeeNumber",
    "costCenter",
    "organization",
    "division",
  ] as const;
  return [
    ...Object.entries(attributes).map(([path, value]) => set(path, value)),
    ...(["title", "userType", "preferredLanguage", "locale"] as const).map((path) =>
      clear(path, (user) => Boolean(user[path])),
    ),
    set("name.givenName", text),
    set("name.familyName", text),
    set("name.honorificPrefix", honorificPrefixArbitrary()),
    set("name", nameArbitrary()),
    clear("name.honorificPrefix", (user) => Boolean(user.name?.honorificPrefix)),
    ...enterprise.map((name) => set(`enterprise.${name}`, text)),
    ...enterprise.map((name) =>
      clear(`enterprise.${name}`, (user) => Boolean(user.enterprise?.[name])),
    ),
    set("enterprise", fc.record({ department: text, costCenter: text }, { noNullPrototype: true })),
    clear("enterprise", (user) => Object.values(user.enterprise ?? {}).some(Boolean)),
    set("profile", profileArbitrary()),
    set("guest.expiration", expirationArbitrary(), (user) => Boolean(user.guest?.type)),
    clear("guest.expiration", (user) => Boolean(user.guest?.expiration)),
  ];
}

function emailChanges(constraints: EmailConstraints): UserChange[] {
  const address = emailAddressArbitrary(constraints);
  const hasSecondary = (user: NeutralUser): boolean => secondary(user) !== undefined;
  const common = { root: "emails" };
  return [
    {
      ...common,
      name: "add a secondary address",
      kind: "add",
      applies: (user) => !hasSecondary(user),
      intent: address.map((value) => () => ({
        kind: "add",
        path: "emails",
        values: [{ value, primary: false }],
      })),
    },
    {
      ...common,
      name: "remove the secondary address",
      kind: "remove",
      applies: hasSecondary,
      intent: fc.constant((user) => ({
        kind: "remove",
        path: "emails",
        match: matchOf(secondary(user)),
      })),
    },
    {
      ...common,
      name: "change the secondary address",
      kind: "changeValue",
      applies: hasSecondary,
      // v2.0 documents the path with `primary eq false`.
      intent: address.map((value) => () => ({
        kind: "changeValue",
        path: "emails",
        match: { primary: false },
        to: { value },
      })),
    },
    {
      ...common,
      // Not the primary one: v1.1 could only remove it first, which is refused (DOC).
      name: "change the secondary address by its value",
      kind: "changeValue",
      applies: hasSecondary,
      intent: address.map((value) => (user) => ({
        kind: "changeValue",
        path: "emails",
        match: matchOf(secondary(user)),
        to: { value },
      })),
    },
    {
      ...common,
      name: "move the primary address",
      kind: "changeValue",
      applies: hasSecondary,
      intent: fc.constant((user) => ({
        kind: "changeValue",
        path: "emails",
        match: matchOf(secondary(user)),
        to: { primary: true },
      })),
    },
    {
      ...common,
      name: "replace both addresses",
      kind: "replaceValues",
      applies: always,
      intent: emailAddressPairArbitrary(constraints).map(([first, second]) => () => ({
        kind: "replaceValues",
        path: "emails",
        values: [
          { value: first, primary: true },
          { value: second, primary: false },
        ],
      })),
    },
    {
      ...common,
      name: "replace the secondary address, both sent",
      kind: "replaceValues",
      applies: (user) => primaryAddress(user) !== undefined,
      // The primary address stays: v2.0 may reject an array with another one (FACT-USER-57).
      intent: emailAddressPairArbitrary(constraints).map(([first, second]) => (user) => {
        const primary = primaryAddress(user) ?? first;
        const value = first === primary ? second : first;
        const values = [
          { value: primary, primary: true },
          { value, primary: false },
        ];
        return { kind: "replaceValues", path: "emails", values };
      }),
    },
    clear("emails", hasSecondary),
  ];
}

function listChanges(path: "phoneNumbers" | "roles", value: Arbitrary<string>): UserChange[] {
  const present = (user: NeutralUser): boolean => filled(user, path).length > 0;
  const picked = (user: NeutralUser, index: number): PatchEntry => {
    const entries = filled(user, path);
    return matchOf(entries[index % entries.length]);
  };
  return [
    {
      name: `add to ${path}`,
      root: path,
      kind: "add",
      applies: (user) => !present(user),
      intent: value.map((drawn) => () => ({
        kind: "add",
        path,
        values: [{ value: drawn, primary: true }],
      })),
    },
    {
      name: `replace ${path}`,
      root: path,
      kind: "replaceValues",
      applies: always,
      intent: value.map((drawn) => () => ({
        kind: "replaceValues",
        path,
        values: [{ value: drawn, primary: true }],
      })),
    },
    {
      name: `remove one of ${path}`,
      root: path,
      kind: "remove",
      applies: present,
      intent: fc
        .nat(1)
        .map((index) => (user) => ({ kind: "remove", path, match: picked(user, index) })),
    },
    {
      name: `change one of ${path}`,
      root: path,
      kind: "changeValue",
      applies: present,
      intent: fc.tuple(fc.nat(1), value).map(([index, drawn]) => (user) => ({
        kind: "changeValue",
        path,
        match: picked(user, index),
        to: { value: drawn },
      })),
    },
    clear(path, present),
  ];
}

function addressChanges(): UserChange[] {
  const stored = (user: NeutralUser): PatchEntry => addressEntry(user.addresses?.[0] ?? {});
  const present = (user: NeutralUser): boolean => Object.values(stored(user)).some(Boolean);
  return [
    {
      name: "set the address",
      root: "addresses",
      kind: "add",
      applies: always,
      intent: addressArbitrary().map((address) => () => ({
        kind: "add",
        path: "addresses",
        values: [{ ...addressEntry(address), primary: true }],
      })),
    },
    {
      name: "remove the address",
      root: "addresses",
      kind: "remove",
      applies: present,
      intent: fc.constant((user) => ({ kind: "remove", path: "addresses", match: stored(user) })),
    },
    clear("addresses", present),
  ];
}

function guestConversions(): UserChange[] {
  const isGuest = (user: NeutralUser): boolean => Boolean(user.guest?.type);
  return [set("guest", guestArbitrary(), (user) => !isGuest(user)), clear("guest", isGuest)];
}

/** Every change of a user that Slack documents for PATCH in at least one version (DOC: PATCH tables). */
export function userChanges(constraints: UserChangeConstraints = {}): UserChange[] {
  const userName = userNameArbitrary(constraints);
  return [
    ...singular(),
    { ...set("userName", userName), root: "userName" },
    { ...set("nickName", userName), root: "userName" },
    ...emailChanges(constraints),
    ...listChanges("phoneNumbers", phoneNumberArbitrary()),
    ...listChanges("roles", phraseArbitrary(1)),
    ...addressChanges(),
    ...(constraints.activation ? [set("active", fc.boolean())] : []),
    ...(constraints.guestConversion ? guestConversions() : []),
  ];
}
