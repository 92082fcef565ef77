import { isCommonWord } from "./common-words.ts";
import { type Finder, personal } from "./hide.ts";

/** How much is remembered at most, far above what a run of the suite sends and sees. */
const mostSent = 200_000;
const mostStrangers = 50_000;
const mostWays = 1000;
const longestValue = 300;

const word = /[\p{L}\p{N}]+/gu;
const plainWord = /^\p{L}+$/u;
/** Forms of values that many people share: a word, a code such as `invalid_value`, a language. */
const commonForm = /^(?:\p{L}+|[a-z]+(?:_[a-z]+)+|[a-z]{2,3}[-_][A-Za-z]{2,4})$/u;
const timeZones: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone"));

/** How much a value identifies a person: a name does, a department does not. */
export type Weight = "names" | "describes";

/**
 * What a run knows about texts: what it sent, what it created, and what it saw of
 * people whom it did not create.
 */
export class Known {
  readonly #sent = new Set<string>();
  readonly #created = new Set<string>();
  readonly #ways = new Set<string>();
  readonly #segments = new Set<string>();
  /**
   * Values of other people by their first word and their length, in the form that is searched for.
   * Thousands begin with the same word (`https`, `+1`): looking up each length keeps the search fast
   * in a large organisation.
   */
  readonly #strangers = new Map<string, Map<number, Set<string>>>();
  #count = 0;

  /**
   * Notes a text that the run sent, or that a resource of the run holds, and its words: they belong
   * to the run, even when other people have them too.
   */
  sent(text: string): void {
    if (this.#sent.size >= mostSent || text.length > longestValue) return;
    const small = text.toLowerCase();
    if (this.#sent.has(small)) return;
    this.#sent.add(small);
    // Values of other people are searched for without the signs before their first word.
    this.#sent.add(fromFirstWord(small));
    for (const part of small.split(/[^\p{L}\p{N}_-]+/u)) this.#sent.add(part);
  }

  wasSent(text: string): boolean {
    return this.#sent.has(text.toLowerCase());
  }

  created(id: string): void {
    if (this.#created.size < mostSent) this.#created.add(id);
  }

  wasCreated(id: unknown): boolean {
    return typeof id === "string" && this.#created.has(id);
  }

  /** Notes the parent path of a resource that the run requests: all of its URL's path but the last segment. */
  asked(url: string): void {
    const way = url.slice(0, url.split(/[?#]/)[0]?.lastIndexOf("/"));
    if (this.#ways.has(way) || this.#ways.size >= mostWays) return;
    this.#ways.add(way);
    for (const segment of way.split("/")) this.#segments.add(segment);
  }

  isOnTheWay(segment: string): boolean {
    return this.#segments.has(segment);
  }

  /** Notes a value of another person, if it can be recognised in a sentence. */
  stranger(text: string, weight: Weight): void {
    const value = fromFirstWord(text);
    if (this.#count >= mostStrangers || !isDistinctive(value, weight)) return;
    const sought = folded(value);
    const byLength = atKey(this.#strangers, firstWord(value), () => new Map<number, Set<string>>());
    const values = atKey(byLength, sought.length, () => new Set<string>());
    const before = values.size;
    values.add(sought);
    this.#count += values.size - before;
  }

  isStranger(text: string): boolean {
    const value = fromFirstWord(text);
    const sought = folded(value);
    return this.#strangers.get(firstWord(value))?.get(sought.length)?.has(sought) === true;
  }

  /** Finds values of other people; never what the run sent itself. */
  readonly find: Finder = (text, hits) => {
    if (this.#count === 0) return;
    for (const { index: start, 0: first } of text.matchAll(word)) {
      for (const [length, values] of this.#strangers.get(first.toLowerCase()) ?? []) {
        const end = start + length;
        const here = text.slice(start, end);
        if (!values.has(folded(here)) || this.wasSent(here)) continue;
        if (standsAlone(text, start, end)) hits.push({ start, end, by: personal });
      }
    }
  };
}

/** The value of a key, made where it is missing. */
function atKey<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** A value without the signs around its words. */
function fromFirstWord(text: string): string {
  return text.slice(Math.max(0, text.search(/[\p{L}\p{N}]/u))).trim();
}

function firstWord(value: string): string {
  return (value.match(/^[\p{L}\p{N}]+/u)?.[0] ?? "").toLowerCase();
}

/**
 * Letter case distinguishes names from the words of a sentence (`Will`, `Deactivated User`), but a server may
 * change that of a userName or an address.
 */
function folded(value: string): string {
  return /[\d@]/.test(value) ? value.toLowerCase() : value;
}

function isDistinctive(value: string, weight: Weight): boolean {
  if (firstWord(value) === "") return false;
  if (value.length > longestValue || /^urn:/i.test(value)) return false;
  // Dates and other values that are not words.
  if (/^(?:\d{4}-\d\d-\d\dT[\d:.Z+-]+|true|false|null)$/i.test(value)) return false;
  if (weight === "describes") {
    return value.length >= 6 && !commonForm.test(value) && !timeZones.has(value);
  }
  if (!plainWord.test(value)) return value.length >= 4;
  // A name in lower case may be a word as well.
  const shortest = value === value.toLowerCase() ? 5 : 3;
  return value.length >= shortest && !isCommonWord(value);
}

/** Whether a part is not inside a word, and a single word not inside a URN, a path or an identifier. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return false;
  if (!plainWord.test(text.slice(start, end))) return true;
  return !/[_:/.@-]$/.test(before) && !/^(?:[_:/@-]|\.\p{L})/u.test(after);
}
