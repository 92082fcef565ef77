import { urns } from "../../../client/dialects/urns.ts";
import { dialect11 } from "../../../client/dialects/v1.1.ts";
import { dialect20 } from "../../../client/dialects/v2.0.ts";
import {
  type Disagreement,
  disagreements,
  groupAttributes,
  userAttributes,
} from "../../../reports/compare/attributes.ts";
import type { NeutralGroup, NeutralUser, VerifiedDifference } from "../../../schemas/index.ts";
import { isObject } from "../../../schemas/json-value.ts";
import { type Organisation, send } from "./organisation.ts";

/** Every user and group of an organisation, by id, as one version shows them. */
interface State {
  users: Map<string, NeutralUser>;
  groups: Map<string, NeutralGroup>;
}

type Version = "v1" | "v2";

const dialects = { v1: dialect11("slack"), v2: dialect20("slack") };
/** Of one page, the most that Slack returns. */
const pageSize = 1000;

/** Times of creation: two organisations that do the same do not do it in the same second. */
const { "meta.created": _, ...comparedOfUsers } = userAttributes;
const { "meta.created": __, ...comparedOfGroups } = groupAttributes;

/** What is different in a user of 1.1 and one of 2.0, as they were answered. */
export function differingUser(v1: unknown, v2: unknown): Disagreement[] {
  const [one, two] = [dialects.v1.decodeUser(v1), dialects.v2.decodeUser(v2)];
  return disagreements(comparedOfUsers, one, two);
}

/** What is different in a group of 1.1 and one of 2.0, as they were answered. */
export function differingGroup(v1: unknown, v2: unknown): Disagreement[] {
  return disagreements(comparedOfGroups, decodedGroup(v1), decodedGroup(v2));
}

/**
 * What is different in two organisations, in either version; empty where they are alike.
 *
 * @throws Error where an organisation does not show its users and groups
 */
export async function differencesOf(
  v1: Organisation,
  v2: Organisation,
): Promise<VerifiedDifference[]> {
  const [first, ...others] = await Promise.all([
    stateOf(v1, "v1"),
    stateOf(v1, "v2"),
    stateOf(v2, "v1"),
    stateOf(v2, "v2"),
  ]);
  const all = others.flatMap((other) => [
    ...differing(first.users, other.users, (one, two) => disagreements(comparedOfUsers, one, two)),
    ...differing(first.groups, other.groups, (one, two) =>
      disagreements(comparedOfGroups, one, two),
    ),
  ]);
  // Both versions show most differences: each is told once.
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * The same, once every guest is a member: Slack shows less of a guest (FACT-USER-50), and what is not shown can differ
 * too. It changes both organisations.
 */
export async function differencesWithoutGuests(
  v1: Organisation,
  v2: Organisation,
): Promise<VerifiedDifference[]> {
  const { guest, user } = urns["1.1"];
  const body = { schemas: [user, guest], meta: { attributes: [guest] } };
  for (const organisation of [v1, v2]) {
    for (const each of await listOf(organisation, "v1", "Users")) {
      if (!isObject(each) || !isObject(each[guest])) continue;
      const path = `/scim/v1/Users/${String(each.id)}`;
      await send(organisation, { method: "PATCH", path, body });
    }
  }
  return differencesOf(v1, v2);
}

async function listOf(
  organisation: Organisation,
  version: Version,
  kind: "Users" | "Groups",
): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let total = 1; all.length < total; ) {
    const path = `/scim/${version}/${kind}?startIndex=${all.length + 1}&count=${pageSize}`;
    const { status, body } = await send(organisation, { method: "GET", path });
    if (!isObject(body) || !Array.isArray(body.Resources)) {
      throw new Error(`the embedded organisation does not list its ${kind} (${status})`);
    }
    if (body.Resources.length === 0) break;
    all.push(...body.Resources);
    total = Number(body.totalResults);
  }
  return all;
}

async function stateOf(organisation: Organisation, version: Version): Promise<State> {
  const dialect = dialects[version];
  const users = await listOf(organisation, version, "Users");
  const groups = await listOf(organisation, version, "Groups");
  const byId = <T extends { id?: string }>(all: readonly T[]) =>
    new Map(all.map((each) => [each.id ?? "", each]));
  return { users: byId(users.map(dialect.decodeUser)), groups: byId(groups.map(decodedGroup)) };
}

function decodedGroup(json: unknown): NeutralGroup {
  if (!isObject(json)) return {};
  const { id, displayName, members } = json;
  return {
    id: String(id),
    displayName: String(displayName),
    members: Array.isArray(members) ? members : [],
  };
}

function differing<T>(
  first: ReadonlyMap<string, T>,
  second: ReadonlyMap<string, T>,
  compare: (one: T, two: T) => Disagreement[],
): VerifiedDifference[] {
  const ids = new Set([...first.keys(), ...second.keys()]);
  return [...ids].flatMap((resource): VerifiedDifference[] => {
    const [one, two] = [first.get(resource), second.get(resource)];
    if (one === undefined || two === undefined) {
      const word = (found: T | undefined) => (found === undefined ? "no" : "yes");
      return [{ resource, attribute: "exists", v1: word(one), v2: word(two) }];
    }
    return compare(one, two).map(({ attribute, v1, v2 }) => ({
      ...{ resource, attribute },
      ...(v1 !== undefined && { v1 }),
      ...(v2 !== undefined && { v2 }),
    }));
  });
}
