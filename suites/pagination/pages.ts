import type { ListPage, Outcome, SearchOptions } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { Json } from "../expectation.ts";
import type { CheckContext } from "../run/check-context.ts";
import { said } from "../run/fixtures.ts";
import { blocked, Skip } from "../run/stop.ts";

export type Kind = "users" | "groups";
export type Page = Outcome<ListPage<NeutralUser | NeutralGroup>>;

/** A page of users or groups; equal questions are asked once. */
export function page(t: CheckContext, kind: Kind, options: SearchOptions = {}): Promise<Page> {
  return t.once(`page of ${kind} ${JSON.stringify(options)}`, () => t[kind].search(options));
}

export const ids = (answer: Page): string[] =>
  (answer.resource?.resources ?? []).map(({ id }) => id ?? "without an id");

/** The same observation of users and of groups. */
export async function ofBoth(
  observe: (kind: Kind) => Promise<Json | undefined>,
): Promise<Record<Kind, Json | undefined>> {
  return { users: await observe("users"), groups: await observe("groups") };
}

/** How many results a list says it has. @throws Skip when it does not say */
export function totalOf(answer: Page): number {
  const total = answer.resource?.totalResults;
  if (typeof total !== "number")
    throw blocked(`the list answered ${said(answer)}, without a total`);
  return total;
}

/** What a walk over consecutive pages of a stretch of the list shows, against one page of it all. */
interface Walk {
  missing: number;
  twice: number;
  inOrder: boolean;
}

/**
 * Walks a stretch of the list in pages of a size and compares them with one big page. The
 * organisation may change meanwhile, so a walk whose total changed is walked once more.
 * @throws Skip when it changed again
 */
export async function walk(
  t: CheckContext,
  kind: Kind,
  { from, length, size }: { from: number; length: number; size: number },
): Promise<Walk> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const whole = await t[kind].search({ startIndex: from, count: length });
    const pages: Page[] = [];
    for (let start = from; start < from + length; start += size) {
      const count = Math.min(size, from + length - start);
      pages.push(await t[kind].search({ startIndex: start, count }));
    }
    const last = await t[kind].search({ startIndex: from, count: length });
    const totals = new Set([whole, ...pages, last].map((answer) => answer.resource?.totalResults));
    const still = ids(whole).join() === ids(last).join();
    if (totals.size > 1 || !still) continue;
    const walked = pages.flatMap(ids);
    return {
      missing: ids(whole).filter((id) => !walked.includes(id)).length,
      twice: walked.length - new Set(walked).size,
      inOrder: walked.join() === ids(whole).join(),
    };
  }
  throw new Skip("the list changed during the walk, twice: the organisation is not quiet");
}
