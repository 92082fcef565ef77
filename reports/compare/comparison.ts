import type { AttributeTable } from "./attributes.ts";
import { type Listed, Matcher, type PagePair, type PairMatches, type Side } from "./matcher.ts";
import type { MigrationRule } from "./rules.ts";

export type ResourceKind = "user" | "group";

/**
 * One line of findings.jsonl. With an attribute: the versions disagree on it. With a rule: the
 * versions do not both list the resource, or a migration rule applies to it.
 */
export interface Finding {
  type: ResourceKind;
  id: string;
  attribute?: string;
  rule?: string;
  /** The value in each version, only where values were requested and kept. */
  v1?: string;
  v2?: string;
}

/** The counts of one kind of resource. */
export interface Counts {
  /** How many resources each version listed. */
  listed: { "1.1": number; "2.0": number };
  agreeing: number;
  disagreeing: number;
  /** How many are in the list of one version only. */
  onlyIn: { "1.1": number; "2.0": number };
  /** How often a version listed a resource more than once. */
  listedTwice: { "1.1": number; "2.0": number };
  unidentified: number;
  byAttribute: Record<string, number>;
  byRule: Record<string, number>;
}

/** The state of a comparison of one kind, without personal data, to be written to disk. */
export interface ComparisonState {
  counts: Counts;
  waiting: { "1.1": Record<string, string>; "2.0": Record<string, string> };
}

export interface ComparisonOptions<T> {
  kind: ResourceKind;
  table: AttributeTable<T>;
  rules: readonly MigrationRule<T>[];
  /** The key of the fingerprints. */
  key: Buffer;
  /** The members of the wire form that 2.0 renamed. */
  aliases: ReadonlyMap<string, string>;
  showValues: boolean;
  onFinding: (finding: Finding) => void;
  window?: number;
}

const versionOf = (side: Side) => (side === 0 ? "1.1" : "2.0");

/** Compares the two versions' lists of one kind of resource, page by page, and counts. */
export class Comparison<T> {
  readonly #options: ComparisonOptions<T>;
  readonly #matcher: Matcher<T>;
  readonly counts: Counts;
  #isHalfway = false;

  constructor(options: ComparisonOptions<T>, state?: ComparisonState) {
    this.#options = options;
    this.#matcher = new Matcher({
      ...options,
      onResource: (side, id, resource) => {
        // Rules apply once for each resource, as it is in 1.1, which the client uses today.
        if (side === 0) this.#applyRules(id, resource);
      },
    });
    this.counts = state?.counts ?? nothingCounted();
    if (!state) return;
    this.#matcher.restore(0, state.waiting["1.1"]);
    this.#matcher.restore(1, state.waiting["2.0"]);
  }

  /** Adds the next page of each version; an empty one where a version has none. */
  add(pages: PagePair<T>): void {
    const { counts } = this;
    this.#isHalfway = true;
    const matches = this.#matcher.add(pages);
    counts.listed["1.1"] += pages[0].length;
    counts.listed["2.0"] += pages[1].length;
    counts.agreeing += matches.agreeing;
    counts.disagreeing += matches.disagreeing.length;
    counts.unidentified += matches.unidentified;
    for (const { side, id } of matches.twice) {
      counts.listedTwice[versionOf(side)] += 1;
      this.#find({ id, rule: `listed-twice-in-${versionOf(side)}` });
    }
    this.#findDisagreements(matches);
    this.#isHalfway = false;
  }

  /** Whether a page was only partly processed: then the state cannot be saved. */
  get isHalfway(): boolean {
    return this.#isHalfway;
  }

  /** Call after the last page: a resource without a counterpart is in one version only. */
  finish(): void {
    for (const side of [0, 1] as const) {
      for (const id of this.#matcher.unmatched(side)) {
        this.counts.onlyIn[versionOf(side)] += 1;
        this.#find({ id, rule: `only-in-${versionOf(side)}` });
      }
    }
  }

  /** How many resources have no counterpart yet. */
  get waiting(): number {
    return this.#matcher.waiting;
  }

  state(): ComparisonState {
    return {
      counts: this.counts,
      waiting: { "1.1": this.#matcher.carryOver(0), "2.0": this.#matcher.carryOver(1) },
    };
  }

  #findDisagreements({ disagreeing }: PairMatches): void {
    for (const { id, attributes } of disagreeing) {
      for (const { attribute, v1, v2 } of attributes) {
        count(this.counts.byAttribute, attribute);
        this.#find({ id, attribute, ...(this.#options.showValues ? values(v1, v2) : {}) });
      }
    }
  }

  #applyRules(id: string, { read }: Listed<T>): void {
    const resource = read();
    for (const { id: rule, applies } of this.#options.rules) {
      if (!applies(resource)) continue;
      count(this.counts.byRule, rule);
      this.#find({ id, rule });
    }
  }

  #find(finding: Omit<Finding, "type">): void {
    this.#options.onFinding({ type: this.#options.kind, ...finding });
  }
}

/** How many resources are not the same in both versions. */
export function countDisagreements({ disagreeing, onlyIn, listedTwice }: Counts): number {
  return disagreeing + onlyIn["1.1"] + onlyIn["2.0"] + listedTwice["1.1"] + listedTwice["2.0"];
}

/** How many resources both versions listed. */
export function countListed({ listed }: Counts): number {
  return listed["1.1"] + listed["2.0"];
}

function nothingCounted(): Counts {
  return {
    listed: { "1.1": 0, "2.0": 0 },
    agreeing: 0,
    disagreeing: 0,
    onlyIn: { "1.1": 0, "2.0": 0 },
    listedTwice: { "1.1": 0, "2.0": 0 },
    unidentified: 0,
    byAttribute: {},
    byRule: {},
  };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function values(v1: string | undefined, v2: string | undefined): Pick<Finding, "v1" | "v2"> {
  return { ...(v1 === undefined ? {} : { v1 }), ...(v2 === undefined ? {} : { v2 }) };
}
