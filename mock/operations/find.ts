import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { type AttributeReader, predicateOf } from "../filter/evaluate.ts";
import { type Comparison, type Filter, isComparison, parseFilter } from "../filter/parse.ts";
import type { Group, User } from "../organization/types.ts";
import { urnsOf } from "../urns.ts";

/** FACT-FILTER-29: a filter on the address finds the secondary one too. */
function emailsOf(user: User): readonly string[] {
  return user.secondaryEmail === null
    ? [user.primaryEmail]
    : [user.primaryEmail, user.secondaryEmail];
}

/**
 * FACT-FILTER-07: the attributes that are known to be filterable; `emails` is v2.0's name for
 * v1.1's `email`, both work in both (FACT-FILTER-28).
 */
const knownUserReaders = new Map<string, AttributeReader<User>>([
  ["username", (user) => [user.userName]],
  ["email", emailsOf],
  ["emails", emailsOf],
  ["emails.value", emailsOf],
  ["restricted", (user) => user.guest !== null],
  // FACT-FILTER-09. Single-channel guests cannot be made over SCIM (FACT-GUEST-03), and this organisation has none.
  ["ultra_restricted", () => false],
]);

const wideUserReaders = new Map<string, AttributeReader<User>>([
  ...knownUserReaders,
  ["id", (user) => [user.id]],
  ["externalid", () => []],
  ["nickname", (user) => [user.userName]],
  ["displayname", (user) => [user.displayName]],
  ["title", (user) => [user.title]],
  ["active", (user) => user.active],
  ["name.givenname", (user) => [user.givenName]],
  ["name.familyname", (user) => [user.familyName]],
  ["usertype", (user) => [user.userType ?? ""]],
  ["locale", (user) => [user.locale ?? ""]],
  ["timezone", (user) => [user.timezone]],
  ["meta.created", (user) => [user.created]],
]);

const knownGroupReaders = new Map<string, AttributeReader<Group>>([
  ["displayname", (group) => [group.displayName]],
]);

const wideGroupReaders = new Map<string, AttributeReader<Group>>([
  ...knownGroupReaders,
  ["id", (group) => [group.id]],
  ["members", (group) => [...group.members]],
  ["members.value", (group) => [...group.members]],
]);

/** Removes the core URN from attribute names: `urn:…:User:userName` is `userName` (SCIM11-API-3.8-01). */
function withoutCoreUrn(filter: Filter, urn: string): Filter {
  if (!isComparison(filter)) {
    return { op: filter.op, filters: filter.filters.map((each) => withoutCoreUrn(each, urn)) };
  }
  const prefix = `${urn.toLowerCase()}:`;
  if (!filter.attribute.startsWith(prefix)) return filter;
  return { ...filter, attribute: filter.attribute.slice(prefix.length) };
}

function hasOnlyEq(filter: Filter): boolean {
  return isComparison(filter) && filter.op === "eq";
}

/** The parsed `filter` of a call, or undefined without one. */
function filterOf(call: Call, urn: string): Filter | undefined {
  const { settings, defects } = call.rules;
  const { filter: text } = call.query;
  const isOff = call.version === "2.0" && settings.v2Filter === "off";
  if (text === undefined || isOff || defects.filterIgnored) return undefined;
  const options = {
    notEqual: defects.filterNeAccepted,
    orBindsTighter: defects.filterOrBindsTighter,
  };
  const filter = withoutCoreUrn(parseFilter(text, options), urn);
  if (call.version === "2.0" && settings.v2Filter === "eq-only" && !hasOnlyEq(filter)) {
    throw new ScimError("invalid_query");
  }
  return filter;
}

function userByIndex(comparison: Comparison, call: Call): readonly User[] | undefined {
  const { organization } = call;
  if (comparison.attribute === "username") {
    const user = organization.userByName(comparison.value);
    return user ? [user] : [];
  }
  if (comparison.attribute.startsWith("email")) {
    const user = organization.userByEmail(comparison.value);
    return user ? [user] : [];
  }
  return undefined;
}

/** Candidates from an index when the filter requires one exact name or address; else undefined. */
function indexedUsers(filter: Filter, call: Call): readonly User[] | undefined {
  if (isComparison(filter)) return filter.op === "eq" ? userByIndex(filter, call) : undefined;
  if (filter.op !== "and") return undefined;
  for (const each of filter.filters) {
    const found = indexedUsers(each, call);
    if (found) return found;
  }
  return undefined;
}

function mayUseIndex(call: Call): boolean {
  const { filterEqContains, filterCaseExact, filterAndAsOr } = call.rules.defects;
  return !filterEqContains && !filterCaseExact && !filterAndAsOr;
}

function hidingSecondary(reader: AttributeReader<User>, name: string): AttributeReader<User> {
  return name.startsWith("email") ? (user) => [user.primaryEmail] : reader;
}

function userReaders(call: Call): ReadonlyMap<string, AttributeReader<User>> {
  const isWide = call.rules.settings.filterAttributes === "wide";
  const readers = isWide ? wideUserReaders : knownUserReaders;
  if (!call.rules.defects.filterMissesSecondaryEmail) return readers;
  return new Map([...readers].map(([name, reader]) => [name, hidingSecondary(reader, name)]));
}

/** The users that a list request selects, in the order of their creation (FACT-LIST-21). */
export function findUsers(call: Call): readonly User[] {
  const { settings } = call.rules;
  const filter = filterOf(call, urnsOf(call.version).user);
  let users: readonly User[] = call.organization.users;
  if (filter) {
    const test = predicateOf(filter, userReaders(call), call);
    const candidates = mayUseIndex(call) ? indexedUsers(filter, call) : undefined;
    users = (candidates ?? users).filter(test);
  }
  return settings.listDeactivated ? users : users.filter((user) => user.active);
}

/** The groups that a list request selects, in the order of their creation. */
export function findGroups(call: Call): readonly Group[] {
  const { organization } = call;
  const filter = filterOf(call, urnsOf(call.version).group);
  if (!filter) return organization.groups;
  const isWide = call.rules.settings.filterAttributes === "wide";
  const test = predicateOf(filter, isWide ? wideGroupReaders : knownGroupReaders, call);
  const isNamed = isComparison(filter) && filter.op === "eq" && filter.attribute === "displayname";
  const candidates =
    isNamed && mayUseIndex(call) ? organization.groupsByName(filter.value) : organization.groups;
  return candidates.filter(test);
}
