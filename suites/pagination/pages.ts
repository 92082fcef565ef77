import type { ListPage, Outcome, SearchOptions } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { Finding } from "../not-observed.ts";
import { withoutGroups } from "../provider/offered-groups.ts";
import type { CheckContext } from "../run/check-context.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";

export type Kind = "users" | "groups";
export type Page = Outcome<ListPage<NeutralUser | NeutralGroup>>;

/** A page of users or groups; equal requests are sent once. */
export function page(t: CheckContext, kind: Kind, options: SearchOptions = {}): Promise<Page> {
  return t.once(`page of ${kind} ${JSON.stringify(options)}`, () => t[kind].list(options));
}

export const ids = (answer: Page): string[] =>
  (answer.resource?.resources ?? []).map(({ id }) => id ?? "without an id");

/** The same observation of users and, where the provider has them, of groups. */
export async function ofBoth(
  t: CheckContext,
  observe: (kind: Kind) => Promise<Finding>,
): Promise<Record<Kind, Finding>> {
  const users = await observe("users");
  const hasGroups = await t.provider.offers.groups();
  return { users, groups: hasGroups ? await observe("groups") : withoutGroups() };
}

/** The lists that the provider has. */
export async function kindsOf(t: CheckContext): Promise<readonly Kind[]> {
  return (await t.provider.offers.groups()) ? ["users", "groups"] : ["users"];
}

/** The totalResults of a list. @throws Skip where it has none */
export function totalOf(answer: Page): number {
  const total = answer.resource?.totalResults;
  if (typeof total !== "number")
    throw blocked(`the list returned ${describeAnswer(answer)}, without a total`);
  return total;
}

/**
 * Whether a response may omit itemsPerPage and startIndex: only partial lists require them
 * (RFC 7644 §3.4.2). Slack always returns them.
 */
export function mayOmitCounters(t: CheckContext, answer: Page): boolean {
  return !t.provider.shows.everyCounter && ids(answer).length === answer.resource?.totalResults;
}

/** Reads a section of the list in consecutive pages. */
async function stretch(
  t: CheckContext,
  kind: Kind,
  { from, length, size }: { from: number; length: number; size: number },
): Promise<string[]> {
  const { fullPages } = t.provider.shows;
  const all: string[] = [];
  for (let startIndex = from; startIndex < from + length; ) {
    const count = Math.min(size, from + length - startIndex);
    const found = ids(await t[kind].list({ ...(startIndex === 1 ? {} : { startIndex }), count }));
    all.push(...found);
    if (found.length === 0 && !fullPages) break;
    startIndex += fullPages ? count : found.length;
  }
  return all;
}

/** The number of results in the whole list, up to a limit. */
export async function lengthOf(t: CheckContext, kind: Kind, limit: number): Promise<number> {
  return (await stretch(t, kind, { from: 1, length: limit, size: limit })).length;
}

/** Consecutive pages of a section, compared with one page of the whole section. */
interface Walk {
  missing: number;
  twice: number;
  inOrder: boolean;
}

/**
 * Observes a list that must not change meanwhile (FACT-LIST-12). The run itself changes nothing then. Where the
 * first page or the total changed, the observation is repeated once; it must send its own requests,
 * not reuse earlier pages.
 * @throws Skip where the list changed again
 */
export function inQuiet<T>(t: CheckContext, kind: Kind, observe: () => Promise<T>): Promise<T> {
  const type = kind === "users" ? "User" : "Group";
  return t.ownChanges.without(type, () => whileUnchanged(t, kind, observe));
}

async function whileUnchanged<T>(
  t: CheckContext,
  kind: Kind,
  observe: () => Promise<T>,
): Promise<T> {
  const state = async () => {
    const answer = await t[kind].list({ count: 3 });
    return `${answer.resource?.totalResults} ${ids(answer).join()}`;
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const before = await state();
    const seen = await observe();
    if ((await state()) === before) return seen;
  }
  throw new Skip(
    "other-traffic",
    "the list changed during the check, twice: other clients write to the organisation, or earlier changes take effect late",
  );
}

/** Reads a section of the list in small pages and compares them with one large page. */
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
