import type { ListPage, Outcome, SearchOptions } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { Json } from "../expectation.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";

export type Kind = "users" | "groups";
export type Page = Outcome<ListPage<NeutralUser | NeutralGroup>>;

/** A page of users or groups; equal questions are asked once. */
export function page(t: CheckContext, kind: Kind, options: SearchOptions = {}): Promise<Page> {
  return t.once(`page of ${kind} ${JSON.stringify(options)}`, () => t[kind].search(options));
}

export const ids = (answer: Page): string[] =>
  (answer.resource?.resources ?? []).map(({ id }) => id ?? "without an id");

/** The same observation of users and of groups; where there are no groups, users stand for both. */
export async function ofBoth(
  t: CheckContext,
  observe: (kind: Kind) => Promise<Json | undefined>,
): Promise<Record<Kind, Json | undefined>> {
  const users = await observe("users");
  return { users, groups: (await t.provider.offers.groups()) ? await observe("groups") : users };
}

/** The lists that there are. */
export async function kindsOf(t: CheckContext): Promise<readonly Kind[]> {
  return (await t.provider.offers.groups()) ? ["users", "groups"] : ["users"];
}

/** How many results a list says it has. @throws Skip when it does not say */
export function totalOf(answer: Page): number {
  const total = answer.resource?.totalResults;
  if (typeof total !== "number")
    throw blocked(`the list answered ${describeAnswer(answer)}, without a total`);
  return total;
}

/**
 * Whether an answer may leave out how many results it has and where they start: nothing is said of
 * lists that are not split into pages (RFC 7644 §3.4.2). Slack shows the counters always.
 */
export function mayOmitCounters(t: CheckContext, answer: Page): boolean {
  return !t.provider.shows.everyCounter && ids(answer).length === answer.resource?.totalResults;
}

/** A stretch of the list in pages of a size, one after the other. */
async function stretch(
  t: CheckContext,
  kind: Kind,
  { from, length, size }: { from: number; length: number; size: number },
): Promise<string[]> {
  const { fullPages } = t.provider.shows;
  const all: string[] = [];
  for (let startIndex = from; startIndex < from + length; ) {
    const count = Math.min(size, from + length - startIndex);
    const found = ids(await t[kind].search({ ...(startIndex === 1 ? {} : { startIndex }), count }));
    all.push(...found);
    if (found.length === 0 && !fullPages) break;
    startIndex += fullPages ? count : found.length;
  }
  return all;
}

/** How many results the whole list has, up to a limit. */
export async function lengthOf(t: CheckContext, kind: Kind, limit: number): Promise<number> {
  return (await stretch(t, kind, { from: 1, length: limit, size: limit })).length;
}

/** What a walk over consecutive pages of a stretch of the list shows, against one page of it all. */
interface Walk {
  missing: number;
  twice: number;
  inOrder: boolean;
}

/**
 * Observes a list that has to stand still meanwhile. Where its beginning or its total changed, the
 * observation is made once more; it has to ask by itself, not for pages that were asked before.
 * @throws Skip when the list changed again
 */
export async function inQuiet<T>(
  t: CheckContext,
  kind: Kind,
  observe: () => Promise<T>,
): Promise<T> {
  const state = async () => {
    const answer = await t[kind].search({ count: 3 });
    return `${answer.resource?.totalResults} ${ids(answer).join()}`;
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const before = await state();
    const seen = await observe();
    if ((await state()) === before) return seen;
  }
  throw new Skip(
    "other-traffic",
    "the list changed meanwhile, twice: the organisation is not quiet",
  );
}

/** Walks a stretch of the list in pages of a size and compares them with one big page. */
export function walk(
  t: CheckContext,
  kind: Kind,
  { from, length, size }: { from: number; length: number; size: number },
): Promise<Walk> {
  return inQuiet(t, kind, async () => {
    const whole = await stretch(t, kind, { from, length, size: length });
    const walked = await stretch(t, kind, { from, length, size });
    return {
      missing: whole.filter((id) => !walked.includes(id)).length,
      twice: walked.length - new Set(walked).size,
      inOrder: walked.join() === whole.join(),
    };
  });
}
