import type {
  NeutralAddress,
  NeutralEnterprise,
  NeutralGroup,
  NeutralUser,
  NeutralValue,
} from "../../schemas/index.ts";

const ADDRESS_PARTS = ["streetAddress", "locality", "region", "postalCode", "country"] as const;

/** The two telephone numbers that Slack stores (DOC: telephone section). */
export interface StoredPhones {
  primary?: string;
  mobile?: string;
}

/**
 * The primary and the secondary address of a request: the entry marked primary, else the one
 * of type `work`, else the first; then the first of the others (DOC: e-mail section).
 */
export function selectEmails(entries: readonly NeutralValue[]): string[] {
  const filled = entries.filter((entry) => entry.value);
  const chosen =
    filled.find((entry) => entry.primary === true) ??
    filled.find((entry) => entry.type === "work") ??
    filled[0];
  const other = filled.find((entry) => entry !== chosen);
  return [chosen, other].flatMap((entry) => (entry?.value ? [entry.value] : []));
}

/** The returned addresses: the primary one first, without type (DOC: e-mail section). */
export function writtenEmails(stored: readonly string[]): NeutralValue[] {
  return stored.map((value, index) => ({ value, primary: index === 0 }));
}

/**
 * Which of the two stored numbers each entry means (DOC: telephone tables). Alone: `work` is the
 * mobile number, any other the primary one. In a pair: `primary:true`, and `mobile` beside `work`,
 * mean the primary number, the other entry the mobile one. INF: `primary:true` wins over any type,
 * and a pair that is in no table is stored in its order.
 */
export function selectPhones(entries: readonly NeutralValue[]): StoredPhones {
  const filled = entries.filter((entry) => entry.value);
  const [first, second] = filled;
  if (!first) return {};
  if (!second) {
    const value = first.value ?? "";
    return first.type === "work" && first.primary !== true ? { mobile: value } : { primary: value };
  }
  const primary =
    filled.find((entry) => entry.primary === true) ??
    filled.find((entry) => entry.type === "mobile") ??
    filled.find((entry) => entry.type !== "work") ??
    first;
  const mobile = filled.find((entry) => entry !== primary);
  return { primary: primary.value ?? "", mobile: mobile?.value ?? "" };
}

/** The returned numbers: the mobile one first, each with its mark (DOC: telephone section). */
export function writtenPhones({ primary, mobile }: StoredPhones): NeutralValue[] {
  return [
    ...(mobile ? [{ value: mobile, type: "mobile" }] : []),
    ...(primary ? [{ value: primary, primary: true }] : []),
  ];
}

/** The one stored entry of a list: the primary one, else the first (DOC: addresses, roles, photos). */
function selectOne<Entry extends { primary?: boolean }>(entries: readonly Entry[]): Entry[] {
  const chosen = entries.find((entry) => entry.primary === true) ?? entries[0];
  return chosen ? [chosen] : [];
}

export function selectAddress(entries: readonly NeutralAddress[]): NeutralAddress[] {
  return selectOne(entries).map((entry) => {
    const stored: NeutralAddress = {};
    for (const part of ADDRESS_PARTS) if (entry[part]) stored[part] = entry[part];
    return stored;
  });
}

/** The one stored role, returned with `primary:true` (DOC: role section). */
export function selectRole(entries: readonly NeutralValue[]): NeutralValue[] {
  return selectOne(entries.filter((entry) => entry.value)).map(({ value }) => ({
    value: value ?? "",
    primary: true,
  }));
}

function withoutUnset<Block extends object>(block: Block | null | undefined): Block | undefined {
  const entries = Object.entries(block ?? {}).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as Block) : undefined;
}

/**
 * The stored form of a userName: lower case, a mail address becomes its local part (OBS), and
 * characters other than letters, digits, `.`, `_` and `-` become `_` (DOC for v1.1).
 */
export function storedUserName(userName: string): string {
  const local = userName.split("@")[0] ?? userName;
  return local.toLowerCase().replace(/[^a-z0-9._-]/g, "_");
}

function reduced(user: NeutralUser, phones: StoredPhones): NeutralUser {
  const text = withoutUnset({
    userName: user.userName,
    displayName: user.displayName,
    title: user.title,
    userType: user.userType,
    preferredLanguage: user.preferredLanguage,
    locale: user.locale,
    timezone: user.timezone,
    active: user.active,
  });
  const { givenName, familyName, honorificPrefix } = user.name ?? {};
  const lists = {
    emails: writtenEmails(selectEmails(user.emails ?? [])),
    phoneNumbers: writtenPhones(phones),
    roles: selectRole(user.roles ?? []),
    addresses: selectAddress(user.addresses ?? []).filter((entry) => Object.keys(entry).length > 0),
  };
  const blocks = {
    name: withoutUnset({ givenName, familyName, honorificPrefix }),
    enterprise: withoutUnset<NonNullable<NeutralEnterprise>>(user.enterprise),
    guest: withoutUnset({
      type: user.guest?.type,
      expiration: canonicalMoment(user.guest?.expiration),
    }),
    profile: withoutUnset({ startDate: canonicalMoment(user.profile?.startDate) }),
  };
  const filled = Object.entries({ ...lists, ...blocks }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...text, ...Object.fromEntries(filled) };
}

/**
 * A user that was read, reduced to what both versions can express, in a canonical form: unset
 * attributes, whether null, empty, a placeholder or absent, are omitted; date-times are in UTC; `id`,
 * `meta`, `groups`, `externalId`, `password` and `profileUrl`, which no client decides, are
 * omitted, so are nickName, which mirrors userName, and the photo, which is processed later (DOC).
 */
export function canonicalUser(read: NeutralUser): NeutralUser {
  return reduced(read, readPhones(read.phoneNumbers ?? []));
}

/**
 * The expected user, in the form of {@link canonicalUser}, after it was created or replaced: the part
 * of the request that Slack stores. An attribute that is not sent may have a default: a displayName falls back
 * to the userName (OBS), a givenName to the displayName, a timezone to `America/Los_Angeles` (DOC).
 */
export function storedUser(sent: NeutralUser): NeutralUser {
  const stored = reduced(sent, selectPhones(sent.phoneNumbers ?? []));
  return stored.userName ? { ...stored, userName: storedUserName(stored.userName) } : stored;
}

/** Numbers as Slack writes them, where `mobile` does mean the mobile number (DOC: telephone section). */
function readPhones(entries: readonly NeutralValue[]): StoredPhones {
  const phones: StoredPhones = {};
  for (const { value, type } of entries) {
    if (value) phones[type === "mobile" ? "mobile" : "primary"] = value;
  }
  return phones;
}

/** A date-time in canonical form; any other string unchanged. */
function canonicalMoment(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}

/** A group reduced to its name and its members' ids, sorted and each once. */
export function canonicalGroup(group: NeutralGroup): NeutralGroup {
  const ids = new Set((group.members ?? []).flatMap(({ value }) => (value ? [value] : [])));
  return {
    ...(group.displayName ? { displayName: group.displayName } : {}),
    members: [...ids].sort().map((value) => ({ value })),
  };
}
