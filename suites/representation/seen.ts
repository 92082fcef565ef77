import type { Outcome } from "../../client/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { Expectation } from "../expectation.ts";
import { asJson, at, items, textAt, typeOf } from "../json.ts";
import type { Findings } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";
import { fullUser, guestUser, userInOtherForms } from "../users/samples.ts";
import { WithValues } from "../with-values.ts";

/** A resource as a response returned it. */
export interface Seen {
  type: "User" | "Group";
  json: unknown;
  /** Id of the exchange that returned it. */
  from: string;
  /** Whether the run created it, so that its values are known to be ordinary. */
  own: boolean;
}

/**
 * Resources of both types, from a POST, from lists and from single reads: those of the organisation
 * and, where the run may write, its own, with every attribute.
 */
function seen(t: CheckContext): Promise<readonly Seen[]> {
  return t.once("resources of every kind", async () => {
    const guests = t.writes && (await t.provider.offers.attribute("guest"));
    // A failed create must not hide the other resources.
    const made = t.writes ? [fullUser(t), userInOtherForms(t)] : [];
    if (guests) made.push(guestUser(t));
    const users = await settled([t.sharedUser(), ...made]);
    const groups = await settled([t.sharedGroup()]);
    const own = new Set(t.writes ? [...users, ...groups].map(({ id }) => id) : []);
    const answers = await Promise.all([
      t.writes
        ? t.firstUser().then(({ created }) => (created.resource ? resource("User", created) : []))
        : [],
      ...users.map(async ({ id }) => resource("User", await t.users.get(id))),
      ...groups.map(async ({ id }) => resource("Group", await t.groups.get(id))),
      settled([listOfUsers(t)]).then((lists) =>
        lists.flatMap((list) => entries(t, list).map(as("User", list))),
      ),
      settled([listOfGroups(t)]).then((lists) =>
        lists.flatMap((list) => entries(t, list).map(as("Group", list))),
      ),
    ]);
    const all = answers.flat().map((one) => ({ ...one, own: own.has(String(at(one.json, "id"))) }));
    if (all.length === 0) throw blocked("no response contains a resource");
    return all;
  });
}

export const listOfUsers = (t: CheckContext) =>
  t.once("a list of users", async () => listed(await t.users.list({ count: 100 })));
export const listOfGroups = (t: CheckContext) =>
  t.once("a list of groups", async () => listed(await t.groups.list({ count: 20 })));

function listed<T>(answer: Outcome<T>): Outcome<T> {
  if (answer.status >= 300) throw blocked(`a list returned ${describeAnswer(answer)}`);
  return answer;
}

/**
 * The resources of a list. In SCIM 1.1 the `schemas` of the list counts for those that have none
 * (protocol §3.2.2, example).
 */
function entries({ version, provider }: CheckContext, { json }: Outcome<unknown>): unknown[] {
  const resources = items(at(json, "Resources"));
  if (version !== "1.1" || provider.shows.schemasOfListed) return resources;
  const schemas = at(json, "schemas");
  return resources.map((each) => (isObject(each) ? { schemas, ...each } : each));
}

const as =
  (type: Seen["type"], { exchangeId }: Outcome<unknown>) =>
  (json: unknown): Omit<Seen, "own"> => ({ type, json, from: exchangeId });

function resource(type: Seen["type"], answer: Outcome<unknown>): Omit<Seen, "own">[] {
  return answer.json === undefined ? [] : [as(type, answer)(answer.json)];
}

async function settled<T>(made: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(made);
  return results.flatMap((result) => {
    if (result.status === "fulfilled") return [result.value];
    if (result.reason instanceof Skip) return [];
    throw result.reason;
  });
}

/** A requirement on every returned resource. */
export function onSeen(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (resources: readonly Seen[], t: CheckContext) => Findings | Promise<Findings>,
): Requirement {
  return {
    title,
    area: "representation",
    safety: "read",
    versions,
    expect,
    check: async (t) => observe(await seen(t), t),
  };
}

/** The same for every user; skipped where no user is returned. */
export function onUsers(
  title: string,
  versions: Requirement["versions"],
  expect: Expectation,
  observe: (users: readonly unknown[], t: CheckContext) => Findings,
): Requirement {
  return onSeen(title, versions, expect, (resources, t) => {
    const users = resources.filter((one) => one.type === "User").map((one) => one.json);
    if (users.length === 0) throw blocked("no response contains a user");
    return observe(users, t);
  });
}

/** How many violations a message shows with their values. */
const mostShown = 2;

/** The violations per resource type: `User.emails`; each once, sorted; with the first values for the message. */
export function violationsIn(
  resources: readonly Seen[],
  find: (json: unknown, type: Seen["type"]) => Iterable<string>,
): WithValues {
  const found = resources.flatMap((resource) =>
    [...find(resource.json, resource.type)].map((path) => ({
      what: `${resource.type}.${path}`,
      path,
      resource,
    })),
  );
  const names = distinct(found.map(({ what }) => what));
  // Of the run's own resources first: of others the values are not shown.
  const ofOwn = found.filter(({ resource }) => resource.own);
  const shown = names
    .slice(0, mostShown)
    .flatMap((name) => [...ofOwn, ...found].find(({ what }) => what === name) ?? []);
  const values = shown.map(({ what, path, resource: { json, own } }) => {
    const value = asJson(valueAt(json, path));
    return [
      `${what} of ${textAt(json, "id")}`,
      own || value === undefined ? value : `a value of type ${typeOf(value)}`,
    ];
  });
  const exchanges = [...new Set(shown.map(({ resource }) => resource.from))];
  return new WithValues(names, Object.fromEntries(values), exchanges);
}

/** The value at a path without indexes, or the nearest one above it. */
function valueAt(json: unknown, path: string): unknown {
  // A URN has dots too.
  if (at(json, path) !== undefined) return at(json, path);
  let value: unknown;
  for (const name of path.split(/[. ]/)) {
    const below = at(value ?? json, name);
    if (below === undefined) return value;
    value = below;
  }
  return value;
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
