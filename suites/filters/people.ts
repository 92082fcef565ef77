import type { Outcome, SearchOptions } from "../../client/index.ts";
import { type FilterStyle, print } from "../../generators/index.ts";
import type { Filter, NeutralUser } from "../../schemas/index.ts";
import type { Findings } from "../not-observed.ts";
import { leftOut, needsFilter } from "../provider/declined.ts";
import { needsAttributes } from "../provider/needs.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { type WithValues, withValues } from "../with-values.ts";

/** The users that a filter can find. */
type Letter = "a" | "b" | "c";
const letters: readonly Letter[] = ["a", "b", "c"];

/**
 * Three users of this run, the only ones whose userNames start with `base`; each ends in its
 * letter. The correct result of a filter on `base` is therefore known, whatever else the
 * organisation holds. `b` has no title; `c` has a second address, which sorts before all others,
 * and a family name that sorts last by code point.
 */
export interface People {
  base: string;
  name: Record<Letter, string>;
  address: Record<Letter, string>;
  secondAddress: string;
  user: Record<Letter, NeutralUser & { id: string }>;
}

export function people(t: CheckContext): Promise<People> {
  return t.once("people to filter", async () => {
    const base = `${t.names.next()}-`;
    const each = <T>(make: (letter: Letter) => T) =>
      Object.fromEntries(letters.map((letter) => [letter, make(letter)])) as Record<Letter, T>;
    const name = each((letter) => `${base}${letter}`);
    const address = each((letter) => t.names.email(name[letter]));
    const secondAddress = t.names.email(`${base}0`);
    const create = async (
      letter: Letter,
      change: Partial<NeutralUser>,
      without: readonly (keyof NeutralUser)[] = [],
    ) => {
      const { id, sent } = await t.fixtures.newUser(
        {
          ...t.provider.writes.userName(name[letter]),
          emails: [{ value: address[letter], type: "work", primary: true }],
          ...change,
        },
        [...without, ...refusedOf(t)],
      );
      return { ...sent, id };
    };
    const [a, b, c] = await Promise.all([
      create("a", { name: { givenName: "Ada", familyName: "Lovelace" } }),
      create("b", { name: { givenName: "Grace", familyName: "Hopper" } }, ["title"]),
      create("c", {
        name: { givenName: "Ada", familyName: "de Moor" },
        emails: [
          { value: secondAddress, type: "home", primary: false },
          { value: address.c, type: "work", primary: true },
        ],
      }),
    ]);
    // Filters may find a new user with a delay. The checks test whether filters work at all.
    await t.poll(
      "a filter finds a new user",
      () => t.users.list({ filter: `userName eq "${name.c}"` }),
      (answer) => answer.status >= 400 || (answer.resource?.resources.length ?? 0) > 0,
    );
    return { base, name, address, secondAddress, user: { a, b, c } };
  });
}

/** The attributes that users do not have because the provider rejects a create with them. */
const refusedOf = (t: CheckContext) =>
  (t.fixtures.refused?.attributes ?? []) as (keyof NeutralUser)[];

/** @throws Skip where the provider rejects a create with the attribute, so that no user has it */
export function needsValues(t: CheckContext, ...paths: readonly string[]): void {
  const missing = paths.find((path) => refusedOf(t).some((name) => path.split(".")[0] === name));
  if (missing !== undefined) throw blocked(`the provider rejects users with ${missing}`);
}

/**
 * The users found, sorted: letters, and `another user` for all other users; or the status with
 * which the filter was rejected.
 * @throws Skip where the provider declines the filter
 */
export async function found(
  t: CheckContext,
  filter: Filter | string,
  style?: FilterStyle,
): Promise<WithValues> {
  if (typeof filter !== "string") {
    await needsAttributes(t, ...attributesOf(filter));
    needsValues(t, ...attributesOf(filter));
  }
  const text = typeof filter === "string" ? filter : print(filter, t.version, style);
  const answer = await search(t, { filter: text });
  needsFilter(t, text, answer);
  return who(t, answer);
}

/** As {@link found}, for one fact of several: it is left out where the provider declines the filter. */
export const foundIfOffered = (
  t: CheckContext,
  filter: Filter | string,
): Promise<Findings[string]> => found(t, filter).catch(leftOut);

/** The attributes of users that a filter names. */
function attributesOf(filter: Filter): string[] {
  switch (filter.op) {
    case "and":
    case "or":
      return [...attributesOf(filter.left), ...attributesOf(filter.right)];
    case "not":
      return attributesOf(filter.filter);
    default:
      return [filter.attribute];
  }
}

/** The result of {@link found} for a rejected filter. */
export const refusal = "HTTP 400";

export const search = (t: CheckContext, options: SearchOptions) =>
  t.users.list({ count: 100, ...options });

type Found = Awaited<ReturnType<typeof search>>;

async function who(t: CheckContext, answer: Found): Promise<WithValues> {
  const fact = refused(answer) || [...new Set(await inOrder(t, answer))].sort();
  return withValues(fact, await returned(t, answer), answer);
}

/** How many of the users found a message names. */
const mostNames = 6;

/** What a response to a query shows, for a message; of users of others not the names. */
async function returned(t: CheckContext, answer: Found): Promise<Record<string, unknown>> {
  if (answer.status >= 400) return {};
  const users = answer.resource?.resources ?? [];
  if (users.length === 0) return {};
  const who = await inOrder(t, answer);
  const names = users
    .slice(0, mostNames)
    .map(({ userName }, index) =>
      who[index] === "another user" ? "another user" : (userName ?? null),
    );
  const more = users.length > names.length ? [`${users.length} in all`] : [];
  return { "userNames returned": [...names, ...more] };
}

/** {@link inOrder}, with the names and the request for the message. */
export async function foundInOrder(t: CheckContext, answer: Found): Promise<WithValues> {
  return withValues(await inOrder(t, answer), await returned(t, answer), answer);
}

/** The users of a response, in its order. */
export async function inOrder(t: CheckContext, answer: Found): Promise<string[]> {
  const { user, name } = await people(t);
  // That an id stays the same is another rule.
  const isIt = ({ id, userName }: NeutralUser, letter: Letter) =>
    id === user[letter].id || userName?.toLowerCase() === name[letter].toLowerCase();
  return (answer.resource?.resources ?? []).map(
    (found) => letters.find((letter) => isIt(found, letter)) ?? "another user",
  );
}

/** The status of a rejection; false where there is none. Error codes have their own rules. */
export function refused(answer: Outcome<unknown>): string | false {
  return answer.status >= 400 && `HTTP ${answer.status}`;
}

/** A comparison: `userName eq "…"`. */
export const compare = (
  attribute: string,
  op: "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le",
  value: string | boolean,
): Filter => ({ op, attribute, value });
export const and = (left: Filter, right: Filter): Filter => ({ op: "and", left, right });
export const or = (left: Filter, right: Filter): Filter => ({ op: "or", left, right });

/** A filter, limited to these users. */
export const among = ({ base }: People, filter: Filter): Filter =>
  and(compare("userName", "sw", base), filter);
