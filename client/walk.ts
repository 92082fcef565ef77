import { setImmediate as turnOfTheEventLoop } from "node:timers/promises";
import { TransportError } from "./transport/transport-error.ts";

/** A resource of a page, decoded only when somebody asks what it says. */
export interface ListedResource<T> {
  id: string | undefined;
  /** As the version wrote it. */
  wire: unknown;
  /** The version-neutral reading. */
  read(): T;
}

/** A page of a walk over a list. */
export interface WalkedPage<T> {
  /** Each parses a resource, once: a page holds text, which costs little memory. */
  resources: (() => ListedResource<T>)[];
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

/** Asks for a page. */
export type AskForPage<T> = (startIndex: number, count: number) => Promise<ReadPage<T>>;

/** What a page says. */
export interface ReadPage<T> {
  resources: (() => ListedResource<T>)[];
  totalResults: unknown;
}

/** How often pages may come again: when a list grows meanwhile, a short page may. */
const toleratedRepeats = 2;
/** A list that grows while it is read is believed up to this many times what it said at first. */
const believedGrowth = 2;
/** No organisation has more users; a list without `totalResults` ends here at the latest. */
const mostResources = 10_000_000;

/**
 * Reads a whole list, page by page. The next page is under way while the caller looks at one.
 * Smaller pages are asked for when one is too large or takes too long.
 *
 * The list ends with as many resources as it says it has, or with an empty page; one that says it
 * has fewer than it has given is read to the empty page. A list that would never end, because pages
 * come again or because there are many more than were announced, is given up.
 * @throws ScimRequestError when a page is refused, TransportError when no answer comes or no end
 */
export async function* walkPages<T>(
  ask: AskForPage<T>,
  { from = 1, count: largest = 1000 }: WalkOptions = {},
): AsyncGenerator<WalkedPage<T>, void, undefined> {
  let count = largest;
  const request = async (startIndex: number): ReturnType<AskForPage<T>> => {
    for (;;) {
      try {
        return await ask(startIndex, count);
      } catch (error) {
        if (count === 1 || !isTooMuch(error)) throw error;
        count = Math.ceil(count / 2);
      }
    }
  };
  const watch = endlessness();
  let startIndex = from;
  let asked: ReturnType<AskForPage<T>> | undefined = request(startIndex);
  while (asked) {
    const page: ReadPage<T> = await asked;
    const { resources, totalResults } = page;
    startIndex += resources.length;
    const total: number | undefined = typeof totalResults === "number" ? totalResults : undefined;
    const ends: boolean = resources.length === 0 || startIndex - 1 === total;
    if (!ends) watch(resources, startIndex - 1, total);
    asked = ends ? undefined : request(startIndex);
    // A caller that stops early must not leave a rejection behind.
    asked?.catch(() => undefined);
    // Else the request would only be sent once the caller is done with this page: undici lets a
    // turn of the event loop pass before it uses a connection again.
    for (let turn = 0; asked && turn < 3; turn += 1) await turnOfTheEventLoop();
    yield { resources, next: startIndex, total };
  }
}

/** Watches the pages of a list that goes on. @returns what throws a TransportError for one without an end */
function endlessness() {
  const pages = new Set<string>();
  let repeats = 0;
  let most = mostResources;
  return <T>(
    resources: ReadPage<T>["resources"],
    read: number,
    total: number | undefined,
  ): void => {
    if (pages.size === 0 && total !== undefined && total > 0) {
      most = Math.max(total, read) * believedGrowth + 1000;
    }
    const ends = [resources[0]?.(), resources.at(-1)?.()];
    const page = JSON.stringify([resources.length, ...ends.map((one) => one?.id ?? one?.wire)]);
    if (pages.has(page)) repeats += 1;
    pages.add(page);
    if (repeats > toleratedRepeats) throw endless("its pages come again");
    if (read > most) throw endless(`it has more than ${most} resources, and said ${total}`);
  };
}

function endless(why: string): TransportError {
  return new TransportError("broken", `the list has no end: ${why}`);
}

function isTooMuch(error: unknown): boolean {
  return (
    error instanceof TransportError && (error.kind === "too-large" || error.kind === "timeout")
  );
}
