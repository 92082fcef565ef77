import { type AttributeTable, type Disagreement, disagreements } from "./attributes.ts";
import { isAlike } from "./canonical.ts";
import { differingParts, fingerprint } from "./fingerprint.ts";

/** A resource of a list. */
export interface Listed<T> {
  id?: string | undefined;
  /** As the version returned it: identical ones need not be parsed. */
  wire: unknown;
  /** The version-neutral reading. */
  read: () => T;
}

/** Which version a page came from: 0 for 1.1, 1 for 2.0. */
export type Side = 0 | 1;

/** A page of each version; a resource is parsed only when needed. Either may be empty. */
export type PagePair<T> = readonly [readonly (() => Listed<T>)[], readonly (() => Listed<T>)[]];

/** The result of a pair of pages. */
export interface PairMatches {
  agreeing: number;
  disagreeing: { id: string; attributes: Disagreement[] }[];
  /** Ids that a version listed more than once. */
  twice: { side: Side; id: string }[];
  /** How many resources have no id. */
  unidentified: number;
}

interface Waiting<T> {
  /** The newest resources in full, at most `window` of them. */
  resources: Map<string, Listed<T>>;
  /** The older resources, as fingerprints. */
  fingerprints: Map<string, string>;
}

export interface MatcherOptions<T> {
  table: AttributeTable<T>;
  /** The key of the fingerprints. */
  key: Buffer;
  /** The members of the wire form that 2.0 renamed. */
  aliases?: ReadonlyMap<string, string>;
  /** How many resources of a version are kept in full while they wait for their counterpart. */
  window?: number;
  /** Called for each resource that its version did not list before. */
  onResource?: (side: Side, id: string, resource: Listed<T>) => void;
}

/**
 * Matches the resources of both versions while both lists are read. Their order is not documented
 * and need not be the same. Memory: a window of resources for each version, a
 * fingerprint for each other that has no counterpart yet, and the ids of one or two windows.
 */
export class Matcher<T> {
  readonly #table: AttributeTable<T>;
  readonly #key: Buffer;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #window: number;
  readonly #waiting: readonly [Waiting<T>, Waiting<T>] = [noneWaiting<T>(), noneWaiting<T>()];
  readonly #onResource: MatcherOptions<T>["onResource"];
  /** Ids matched recently, to recognise a repeated one. */
  #matched = new Set<string>();
  #matchedBefore = new Set<string>();

  constructor({ table, key, aliases = new Map(), window = 2000, onResource }: MatcherOptions<T>) {
    this.#table = table;
    this.#key = key;
    this.#aliases = aliases;
    this.#window = window;
    this.#onResource = onResource;
  }

  /**
   * Adds the next pages. Both are read in step: if the order is the same, each resource meets its
   * counterpart at once and neither is kept.
   */
  add(pages: PagePair<T>): PairMatches {
    const result: PairMatches = { agreeing: 0, disagreeing: [], twice: [], unidentified: 0 };
    const length = Math.max(pages[0].length, pages[1].length);
    for (let index = 0; index < length; index += 1) {
      for (const side of [0, 1] as const) {
        const parse = pages[side][index];
        if (parse) this.#take(side, parse(), result);
      }
    }
    return result;
  }

  #take(side: Side, resource: Listed<T>, result: PairMatches): void {
    const { id } = resource;
    if (id === undefined || id === "") {
      result.unidentified += 1;
      return;
    }
    const attributes = this.#match(side, id, resource);
    if (attributes === "twice") {
      result.twice.push({ side, id });
      return;
    }
    this.#onResource?.(side, id, resource);
    if (attributes === "waits") return;
    if (attributes.length === 0) result.agreeing += 1;
    else result.disagreeing.push({ id, attributes });
  }

  /** The ids without a counterpart so far; after the last page, those in one version only. */
  unmatched(side: Side): string[] {
    const { fingerprints, resources } = this.#waiting[side];
    return [...fingerprints.keys(), ...resources.keys()];
  }

  /** All waiting resources, as fingerprints by id, for a state that can be written to disk. */
  carryOver(side: Side): Record<string, string> {
    const { fingerprints, resources } = this.#waiting[side];
    const all = Object.fromEntries(fingerprints);
    for (const [id, resource] of resources) all[id] = this.#fingerprint(resource);
    return all;
  }

  /** Restores what {@link carryOver} returned. */
  restore(side: Side, carryOver: Readonly<Record<string, string>>): void {
    const { fingerprints } = this.#waiting[side];
    for (const [id, parts] of Object.entries(carryOver)) fingerprints.set(id, parts);
  }

  /** How many resources are kept in full. */
  get held(): number {
    return this.#waiting[0].resources.size + this.#waiting[1].resources.size;
  }

  /** How many have no counterpart yet. */
  get waiting(): number {
    const [v1, v2] = this.#waiting;
    return this.held + v1.fingerprints.size + v2.fingerprints.size;
  }

  #match(side: Side, id: string, resource: Listed<T>): Disagreement[] | "waits" | "twice" {
    const other = this.#waiting[side === 0 ? 1 : 0];
    const counterpart = other.resources.get(id);
    if (counterpart !== undefined) {
      other.resources.delete(id);
      this.#remember(id);
      const [v1, v2] = side === 0 ? [resource, counterpart] : [counterpart, resource];
      if (isAlike(v1.wire, v2.wire, this.#aliases)) return [];
      return disagreements(this.#table, v1.read(), v2.read());
    }
    const parts = other.fingerprints.get(id);
    if (parts !== undefined) {
      other.fingerprints.delete(id);
      this.#remember(id);
      return differingParts(this.#table, this.#fingerprint(resource), parts);
    }
    const own = this.#waiting[side];
    if (own.resources.has(id) || own.fingerprints.has(id)) return "twice";
    if (this.#matched.has(id) || this.#matchedBefore.has(id)) return "twice";
    own.resources.set(id, resource);
    this.#reduce(own);
    return "waits";
  }

  #remember(id: string): void {
    if (this.#matched.size >= this.#window) {
      this.#matchedBefore = this.#matched;
      this.#matched = new Set();
    }
    this.#matched.add(id);
  }

  /** A map keeps the order of insertion: the oldest is reduced first. */
  #reduce({ resources, fingerprints }: Waiting<T>): void {
    for (const [id, resource] of resources) {
      if (resources.size <= this.#window) return;
      fingerprints.set(id, this.#fingerprint(resource));
      resources.delete(id);
    }
  }

  #fingerprint({ read }: Listed<T>): string {
    return fingerprint(this.#table, read(), this.#key);
  }
}

function noneWaiting<T>(): Waiting<T> {
  return { resources: new Map(), fingerprints: new Map() };
}
