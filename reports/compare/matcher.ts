import { type AttributeTable, type Disagreement, disagreements } from "./attributes.ts";
import { isIdentical } from "./canonical.ts";
import { differingParts, fingerprint } from "./fingerprint.ts";

/** Which version a page came from: 0 for 1.1, 1 for 2.0. */
export type Side = 0 | 1;

/** What a page settled. */
export interface PageMatches<T> {
  /** Resources of the page that were not on an earlier page of the same version. */
  fresh: T[];
  agreeing: number;
  disagreeing: { id: string; attributes: Disagreement[] }[];
  /** Ids that the version listed before. */
  twice: string[];
  /** How many resources have no id. */
  unidentified: number;
}

interface Waiting<T> {
  /** The newest, in full; never more than the window. */
  resources: Map<string, T>;
  /** Those that waited longer, as fingerprints. */
  fingerprints: Map<string, string>;
}

export interface MatcherOptions<T> {
  table: AttributeTable<T>;
  /** Of the fingerprints. */
  key: Buffer;
  /** How many resources of a version are held in full while they wait for the other's. */
  window?: number;
}

/**
 * Finds each resource of one version among those of the other while both lists go by, whose order
 * is not documented and need not be the same. Memory: a window of resources for each version, a
 * fingerprint for each other that has no counterpart yet, and the ids of one or two windows.
 */
export class Matcher<T extends { id?: string }> {
  readonly #table: AttributeTable<T>;
  readonly #key: Buffer;
  readonly #window: number;
  readonly #waiting: readonly [Waiting<T>, Waiting<T>] = [nobody<T>(), nobody<T>()];
  /** Ids that were matched lately, to know one that a page repeats. */
  #matched = new Set<string>();
  #matchedBefore = new Set<string>();

  constructor({ table, key, window = 2000 }: MatcherOptions<T>) {
    this.#table = table;
    this.#key = key;
    this.#window = window;
  }

  add(side: Side, page: readonly T[]): PageMatches<T> {
    const result: PageMatches<T> = {
      fresh: [],
      agreeing: 0,
      disagreeing: [],
      twice: [],
      unidentified: 0,
    };
    for (const resource of page) {
      const { id } = resource;
      if (id === undefined || id === "") {
        result.unidentified += 1;
        continue;
      }
      const attributes = this.#match(side, id, resource);
      if (attributes === "twice") {
        result.twice.push(id);
        continue;
      }
      result.fresh.push(resource);
      if (attributes === "waits") continue;
      if (attributes.length === 0) result.agreeing += 1;
      else result.disagreeing.push({ id, attributes });
    }
    this.#reduce(this.#waiting[side]);
    return result;
  }

  /** The ids that have no counterpart yet; after the last page: that are in one version only. */
  unmatched(side: Side): string[] {
    const { fingerprints, resources } = this.#waiting[side];
    return [...fingerprints.keys(), ...resources.keys()];
  }

  /** Everything that waits, as fingerprints by id, for a state that can be written to disk. */
  carryOver(side: Side): Record<string, string> {
    const { fingerprints, resources } = this.#waiting[side];
    const all = Object.fromEntries(fingerprints);
    for (const [id, resource] of resources) all[id] = this.#fingerprint(resource);
    return all;
  }

  /** Takes up what {@link carryOver} gave. */
  restore(side: Side, carryOver: Readonly<Record<string, string>>): void {
    const { fingerprints } = this.#waiting[side];
    for (const [id, parts] of Object.entries(carryOver)) fingerprints.set(id, parts);
  }

  /** How many resources are held in full. */
  get held(): number {
    return this.#waiting[0].resources.size + this.#waiting[1].resources.size;
  }

  #match(side: Side, id: string, resource: T): Disagreement[] | "waits" | "twice" {
    const other = this.#waiting[side === 0 ? 1 : 0];
    const counterpart = other.resources.get(id);
    if (counterpart !== undefined) {
      other.resources.delete(id);
      this.#remember(id);
      if (isIdentical(resource, counterpart)) return [];
      return side === 0
        ? disagreements(this.#table, resource, counterpart)
        : disagreements(this.#table, counterpart, resource);
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
    return "waits";
  }

  #remember(id: string): void {
    if (this.#matched.size >= this.#window) {
      this.#matchedBefore = this.#matched;
      this.#matched = new Set();
    }
    this.#matched.add(id);
  }

  /** A map keeps the order of insertion: what waited longest is reduced first. */
  #reduce({ resources, fingerprints }: Waiting<T>): void {
    for (const [id, resource] of resources) {
      if (resources.size <= this.#window) return;
      fingerprints.set(id, this.#fingerprint(resource));
      resources.delete(id);
    }
  }

  #fingerprint(resource: T): string {
    return fingerprint(this.#table, resource, this.#key);
  }
}

function nobody<T>(): Waiting<T> {
  return { resources: new Map(), fingerprints: new Map() };
}
