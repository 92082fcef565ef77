import type { SearchOptions } from "../../client/index.ts";
import type { Json } from "../expectation.ts";
import { people } from "../filters/people.ts";
import { asJson } from "../json.ts";
import { type Finding, notObserved } from "../not-observed.ts";
import type { CheckContext } from "../run/check-context.ts";
import { ids, type Kind, kindsOf, mayOmitCounters, type Page, page } from "./pages.ts";

/** A list that a filter limits to resources of the run, which no check changes. */
interface Filtered {
  kind: Kind;
  filter: string;
  /** The ids of the whole list, in its order. */
  all: readonly string[];
}

/** Larger than the list, so that one page holds all of it. */
const whole = 50;

/** Filters, and the ids that each must find. The first one that does is used. */
async function candidates(
  t: CheckContext,
  kind: Kind,
): Promise<readonly (readonly [filter: string, due: readonly string[]])[]> {
  if (kind === "groups") {
    const { id, sent } = await t.createdGroup();
    return [[`displayName eq ${JSON.stringify(sent.displayName)}`, [id]]];
  }
  const { base, name, user } = await people(t);
  return [
    [`userName sw "${base}"`, [user.a.id, user.b.id, user.c.id]],
    // In version 2.0 no operator but `eq` was observed of Slack (FACT-FILTER-26).
    [`userName eq "${name.a}"`, [user.a.id]],
  ];
}

const isSameSet = (some: readonly string[], others: readonly string[]) =>
  [...some].sort().join() === [...others].sort().join();

/** A list with a filter that works; undefined where none does: filters have their own rules. */
function filtered(t: CheckContext, kind: Kind): Promise<Filtered | undefined> {
  return t.once(`a filtered list of ${kind}`, async () => {
    for (const [filter, due] of await candidates(t, kind)) {
      const all = ids(await page(t, kind, { filter, count: whole }));
      if (isSameSet(all, due)) return { kind, filter, all };
    }
    return undefined;
  });
}

/** What is wrong with the pages of one list. */
type Look = (
  list: Filtered,
  ask: (options: SearchOptions) => Promise<Page>,
) => Promise<readonly Json[]>;

/**
 * What is wrong with the pages of filtered lists, of users and of groups: paging and a filter together
 * must do what each does alone.
 */
async function ofFiltered(t: CheckContext, look: Look): Promise<Finding> {
  if (!t.writes) return notObserved("read-only", "a filtered list needs resources of the run");
  if (!(await t.provider.offers.capability("filter")))
    return notObserved("not-offered", "the provider does not support filters");
  const wrong: Json[] = [];
  let lists = 0;
  for (const kind of await kindsOf(t)) {
    const list = await filtered(t, kind);
    if (list === undefined) continue;
    lists += 1;
    const { filter } = list;
    wrong.push(...(await look(list, (options) => page(t, kind, { filter, ...options }))));
  }
  if (lists === 0) return notObserved("blocked-by", "no filter finds what it should");
  return wrong;
}

/** Pages with more results than `count` allows. */
export const moreThanCounted = (t: CheckContext, sizes: readonly number[]) =>
  ofFiltered(t, async ({ filter }, ask) => {
    const wrong: Json[] = [];
    for (const count of sizes) {
      const returned = ids(await ask({ count })).length;
      if (returned > Math.max(0, count)) wrong.push({ filter, count, returned });
    }
    return wrong;
  });

/** Pages whose totalResults is not the number of matches. */
export const wrongTotals = (t: CheckContext) =>
  ofFiltered(t, async ({ filter, all }, ask) => {
    const wrong: Json[] = [];
    for (const options of [{ count: whole }, { count: 1 }, { startIndex: 2, count: 1 }]) {
      const { status, resource } = await ask(options);
      const totalResults = asJson(resource?.totalResults) ?? null;
      // A refusal has no total.
      if (status < 400 && totalResults !== all.length)
        wrong.push({ filter, ...options, totalResults, matches: all.length });
    }
    return wrong;
  });

/** Pages of one result that are not those of the whole list in its order, and one after the last. */
export const wrongPages = (t: CheckContext) =>
  ofFiltered(t, async ({ filter, all }, ask) => {
    const wrong: Json[] = [];
    for (const startIndex of [...all.keys(), all.length].map((index) => index + 1)) {
      const due = all.slice(startIndex - 1, startIndex);
      const returned = ids(await ask({ startIndex, count: 1 }));
      if (returned.join() !== due.join())
        wrong.push({ filter, startIndex, count: 1, due, returned });
    }
    return wrong;
  });

/** Pages beyond the end that are not empty, or have another totalResults. */
export const wrongBeyond = (t: CheckContext) =>
  ofFiltered(t, async ({ filter, all }, ask) => {
    const startIndex = all.length + 1000;
    const answer = await ask({ startIndex, count: 3 });
    const total = asJson(answer.resource?.totalResults) ?? null;
    const returned = ids(answer).length;
    const isRight = answer.status === 200 && returned === 0 && total === all.length;
    return isRight ? [] : [{ filter, startIndex, status: answer.status, returned, total }];
  });

/** Pages whose counters are not those of the page. @param names the counters to compare */
export const wrongCounters = (t: CheckContext, names: readonly ("itemsPerPage" | "startIndex")[]) =>
  ofFiltered(t, async ({ filter, all }, ask) => {
    const startIndex = all.length;
    const answer = await ask({ startIndex, count: 1 });
    const due = { itemsPerPage: ids(answer).length, startIndex };
    return names.flatMap((name) => {
      const said = asJson(answer.resource?.[name]) ?? null;
      if (said === due[name] || (said === null && mayOmitCounters(t, answer))) return [];
      return [{ filter, startIndex, count: 1, [name]: said, due: due[name] }];
    });
  });
