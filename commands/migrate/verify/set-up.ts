import type { MigrationRequest } from "../../../schemas/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { v1Urns } from "../attributes.ts";
import { isDeletion } from "../entries.ts";
import { managerIds, memberIds, mentions, valuesOf } from "./mentioned.ts";
import { addressOf, type Kind } from "./place.ts";
import { searchedBy } from "./searched.ts";

/** A user or group that a request needs; `id` is what the recording calls it. */
export interface Needed {
  id: string;
  kind: Kind;
  /** Of the 1.1 request that creates it. */
  body: JsonObject;
  isDeactivated: boolean;
}

/** A state from which a request is replayed. */
export interface Start {
  /** What exists, in the order in which it is created. */
  needed: readonly Needed[];
  /** For a reader: what was set up. */
  text: string;
}

/** As many as an example that is kept can name; beyond this a request says nothing new. */
const mostUsers = 2000;
/** No recording has such an id. */
const ids = { manager: "\u0000manager", former: "\u0000former", team: "\u0000team" };

/**
 * The states from which a request of 1.1 is replayed: a translation can be correct where a value exists, and wrong
 * where there is none, or where it is the primary one. At least one; the first has a value in every attribute.
 */
export function startsOf(request: MigrationRequest): Start[] {
  const { method, path, body } = request;
  const { kind, id } = addressOf(path);
  const members = isObject(body) ? body : {};
  const mentioned = kind === "Groups" ? memberIds(members) : managerIds(members);
  const referred = [...new Set(mentioned)].filter((each) => each !== id).slice(0, mostUsers);
  const users = referred.map((each, at) => plainUser(each, `verify-other-${at + 1}`));
  const others = users.length > 0 ? [`${counted(users.length, "other user")} that it names`] : [];
  const start = (needed: readonly Needed[], texts: readonly string[]) => ({
    needed: [...users, ...needed],
    text: [...texts, ...others].join(", ") || "the seeded organisation",
  });
  if (kind === undefined) return [start([], [])];
  if (id === undefined) {
    const found = method === "GET" ? searchedBy(path, kind) : undefined;
    if (found === undefined) return [start([], [])];
    const text = `a ${kind === "Users" ? "user" : "group"} that the filter finds`;
    const needed =
      kind === "Users"
        ? [manager, richUser(found.id, found.values)]
        : [groupOf(found.id, [], found.values)];
    return [start(needed, [text]), start([], ["no one whom the filter finds"])];
  }
  const starts =
    kind === "Groups" ? groupStarts(id, members, referred) : userStarts(id, method, members);
  return starts.map(([all, text]) => start(all, [text]));
}

type Described = readonly [needed: readonly Needed[], text: string];

function userStarts(id: string, method: string, members: JsonObject): Described[] {
  const removed = valuesOf(members, "removed");
  const full = "a user with a value in every attribute";
  const count = Object.values(removed).flat().length;
  const withRemoved = count > 0 ? `${full}, and what the request removes` : full;
  const rich = richUser(id, { ...removed });
  const team = groupOf(ids.team, [id]);
  if (method === "GET" || method === "DELETE") return [[[manager, rich, team], full]];
  const starts: Described[] = [
    [[manager, rich, team], withRemoved],
    [[plainUser(id, "verify-user")], "a user with userName and an address alone"],
  ];
  if (count > 0) starts.push([[manager, richUser(id, {}), team], `${full}, none that it removes`]);
  const asPrimary = primaryOf(members);
  if (asPrimary !== undefined) {
    const text = "a user whose primary address and number are those that the request names";
    starts.push([[manager, richUser(id, asPrimary), team], text]);
  }
  const isGuestChanged = mentions(members, "slack:guest:");
  if (isGuestChanged || mentions(members, '"active"')) {
    starts.push([[manager, { ...rich, isDeactivated: true }], `${full}, deactivated`]);
  }
  if (isGuestChanged) {
    const guest = { type: "multi", expiration: "2099-01-01T00:00:00Z" };
    starts.push([
      [manager, richUser(id, { ...removed, [v1Urns.guest]: guest })],
      `${full}, who is a guest`,
    ]);
  }
  return starts;
}

/** The values that a request names, each as the primary one; undefined where it names none. */
function primaryOf(members: JsonObject): JsonObject | undefined {
  const values = valuesOf(members, "named");
  const [email] = values.emails;
  const [phone] = values.phoneNumbers;
  if (email === undefined && phone === undefined) return undefined;
  const second = { value: "verify-second@verify.example", primary: false };
  return {
    ...(email && { emails: [{ ...email, primary: true }, second] }),
    ...(phone && { phoneNumbers: [{ value: phone.value, primary: true }] }),
  };
}

function groupStarts(id: string, members: JsonObject, referred: readonly string[]): Described[] {
  const list: unknown[] = Array.isArray(members.members) ? members.members : [];
  const leaving = new Set(list.filter(isDeletion).map((entry) => isObject(entry) && entry.value));
  // A PatchOp names those who leave in its operations; everyone is a member then.
  const isPatchOp = members.Operations !== undefined;
  const before = referred.filter((each) => isPatchOp || leaving.has(each));
  const group = (all: readonly string[]): Described => [
    [former, groupOf(id, [former.id, ...all])],
    `a group with ${counted(all.length + 1, "member")}`,
  ];
  const starts = [group(before)];
  if (referred.length > before.length) starts.push(group(referred));
  if (before.length > 0) starts.push(group([]));
  return starts;
}

function plainUser(id: string, userName: string): Needed {
  const emails = [{ value: `${userName}@verify.example`, primary: true }];
  return {
    ...{ id, kind: "Users", isDeactivated: false },
    body: { schemas: [v1Urns.user], userName, emails },
  };
}

const manager = plainUser(ids.manager, "verify-manager");
const former = plainUser(ids.former, "verify-former");

/** A user who has a value in every attribute; `more` are further entries of lists, and other values. */
function richUser(id: string, more: JsonObject): Needed {
  const { active, ...values } = more;
  const listed = (name: string, first: readonly JsonObject[]) => {
    const given = values[name];
    if (!Array.isArray(given) || given.length === 0) return first;
    const entries = given.filter(isObject);
    // Slack stores one address and one role: nothing stands beside them.
    if (name === "addresses" || name === "roles") return entries;
    if (entries.some(({ primary }) => primary === true)) return entries;
    return [...first.slice(0, 1), ...entries.map((entry) => ({ ...entry, primary: false }))];
  };
  const body = {
    schemas: Object.values(v1Urns).filter((urn) => urn !== v1Urns.guest || urn in values),
    userName: "verify-user",
    displayName: "Verify User",
    title: "Title before",
    userType: "Type before",
    preferredLanguage: "en",
    locale: "en-US",
    timezone: "Europe/Berlin",
    name: { givenName: "Given", familyName: "Family", honorificPrefix: "Dr" },
    photos: [{ value: "https://verify.example/before.png", type: "photo" }],
    [v1Urns.enterprise]: {
      employeeNumber: "4711",
      costCenter: "77",
      organization: "Organization before",
      division: "North",
      department: "Department before",
      manager: { managerId: ids.manager },
    },
    [v1Urns.profile]: { startDate: "2024-04-10T00:00:00Z" },
    ...values,
    emails: listed("emails", [
      { value: "verify-user@verify.example", primary: true },
      { value: "verify-second@verify.example", primary: false },
    ]),
    phoneNumbers: listed("phoneNumbers", [
      { value: "555-0199", primary: true },
      { value: "555-0198", primary: false },
    ]),
    roles: listed("roles", [{ value: "Role before", primary: true }]),
    addresses: listed("addresses", [{ ...address, primary: true }]),
  };
  const isDeactivated = /^false$/i.test(String(active));
  return { id, kind: "Users", body, isDeactivated };
}

const address = {
  ...{ streetAddress: "1 Main St", locality: "Town", region: "CA" },
  ...{ postalCode: "90000", country: "USA" },
};

function groupOf(id: string, members: readonly string[], values: JsonObject = {}): Needed {
  const body = {
    schemas: [v1Urns.user],
    displayName: "verify-group",
    members: members.map((value) => ({ value })),
    ...values,
  };
  return { id, kind: "Groups", body, isDeactivated: false };
}

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
