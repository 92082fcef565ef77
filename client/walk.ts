import { unwrap } from "./outcome.ts";
import type { ResourceCalls } from "./scim-client.ts";
import { TransportError } from "./transport/transport-error.ts";

/** A page of a walk over a list. */
export interface WalkedPage<T> {
  resources: T[];
  /** Where the page after this one begins, from 1. */
  next: number;
  /** How many resources the server says there are; undefined when it does not say. */
  total: number | undefined;
}

export interface WalkOptions {
  /** Where to begin, from 1. */
  from?: number;
  /** Resources asked for in one page; the default is the most that Slack gives (facts §9). */
  count?: number;
}

/**
 * Reads a whole list, page by page. The next page is under way while the caller looks at one, so at
 * most two are in memory. Smaller pages are asked for when one is too large or takes too long.
 * @throws ScimRequestError when a page is refused, TransportError when no answer comes
 */
export async function* walk<T>(
  calls: ResourceCalls<T>,
  { from = 1, count: largest = 1000 }: WalkOptions = {},
): AsyncGenerator<WalkedPage<T>, void, undefined> {
  let count = largest;
  const read = async (startIndex: number): Promise<WalkedPage<T>> => {
    for (;;) {
      try {
        const { resources, totalResults } = unwrap(await calls.search({ startIndex, count }));
        const total = typeof totalResults === "number" ? totalResults : undefined;
        return { resources, next: startIndex + resources.length, total };
      } catch (error) {
        if (count === 1 || !isTooMuch(error)) throw error;
        count = Math.ceil(count / 2);
      }
    }
  };
  let reading: Promise<WalkedPage<T>> | undefined = read(from);
  while (reading) {
    const page: WalkedPage<T> = await reading;
    const ends =
      page.resources.length === 0 || (page.total !== undefined && page.next > page.total);
    reading = ends ? undefined : read(page.next);
    // A caller that stops early must not leave a rejection behind.
    reading?.catch(() => undefined);
    yield page;
  }
}

function isTooMuch(error: unknown): boolean {
  return (
    error instanceof TransportError && (error.kind === "too-large" || error.kind === "timeout")
  );
}
