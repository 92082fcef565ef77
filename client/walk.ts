import { setImmediate as turnOfTheEventLoop } from "node:timers/promises";
import { TransportError } from "./transport/transport-error.ts";

/** A resource of a page, decoded on demand. */
export interface ListedResource<T> {
  id: string | undefined;
  /** As the version wrote it. */
  wire: unknown;
  /** Decodes it to its version-neutral form. */
  read(): T;
}

/** A page of a walk over a list. */
export interface WalkedPage<T> {
  /** Each function parses one resource, once: a page holds text, which needs little memory. */
  resources: (() => ListedResource<T>)[];
  /** Where the page after this one begins, from 1. */
  next: number;
  /** `totalResults`, when it is a number. */
  total: number | undefined;
}

export interface WalkOptions {
  /** Where to begin, from 1. */
  from?: number;
  /** Resources to request per page; the default is the most that Slack returns (FACT-LIST-03). */
  count?: number;
}

/** Requests a page. */
export type AskForPage<T> = (startIndex: number, count: number) => Promise<ReadPage<T>>;

/** The content of a page. */
export interface ReadPage<T> {
  resources: (() => ListedResource<T>)[];
  totalResults: unknown;
}

/** How often a page may repeat: a short one may when the list grows meanwhile. */
const toleratedRepeats = 2;
/** How many times its first total a list may grow to while it is read. */
const believedGrowth = 2;
/** No organisation has more users; a list without `totalResults` ends here at the latest. */
const mostResources = 10_000_000;

/**
 * Reads a whole list, page by page. Prefetches the next page. Requests smaller pages when one is too
 * large or takes too long.
 *
 * The list ends after `totalResults` resources, or with an empty page; one that returns more than its
 * `totalResults` is read to the empty page. A list that would never end, because pages repeat or
 * because it has many more resources than announced, is abandoned.
 * @throws ScimRequestError when a page is rejected, TransportError when no response comes, or no end
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
    // A caller that stops early must not leave an unhandled rejection.
    asked?.catch(() => undefined);
    // Otherwise the request would only be sent when the caller has finished this page: undici waits
    // one turn of the event loop before it reuses a connection.
    for (let turn = 0; asked && turn < 3; turn += 1) await turnOfTheEventLoop();
    yield { resources, next: startIndex, total };
  }
}

/** Detects endless lists. @returns a function to call for each page; it throws a TransportError for an endless list */
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
    if (repeats > toleratedRepeats) throw endless("its pages repeat");
    if (read > most)
      throw endless(`it has more than ${most} resources, but totalResults is ${total}`);
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
