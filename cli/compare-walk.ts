import {
  type ResourceCalls,
  type ScimClient,
  type Version,
  versions,
  type WalkedPage,
  walk,
} from "../client/index.ts";
import type { Comparison } from "../reports/compare/comparison.ts";
import type { Side } from "../reports/compare/matcher.ts";
import type { WalkState } from "./compare-state.ts";

/** Where a walk over both versions stands. */
export type Positions = WalkState["next"];

export interface BothWalks<T> {
  clients: Readonly<Record<Version, ScimClient>>;
  /** The calls of the kind of resource that is compared. */
  calls: (client: ScimClient) => ResourceCalls<T>;
  comparison: Comparison<T & { id?: string }>;
  /** Where each version goes on. */
  next: Positions;
  /** After each page that is compared. `total`: of both lists together, as far as it is known. */
  onPage: (next: Positions, done: number, total: number) => void;
}

/** Walks the lists of both versions in step: the one that is behind goes on. */
export async function walkBoth<T extends { id?: string }>(walks: BothWalks<T>): Promise<void> {
  const { comparison, onPage } = walks;
  const next = { ...walks.next };
  const totals = { "1.1": 0, "2.0": 0 };
  const pages = new Map(
    versions.flatMap((version) =>
      next[version] === 0
        ? []
        : [[version, walk(walks.calls(walks.clients[version]), { from: next[version] })] as const],
    ),
  );
  // Both first pages are asked for at once; after that each walk is a page ahead by itself.
  const first = new Map([...pages].map(([version, walked]) => [version, start(walked)] as const));
  try {
    while (pages.size > 0) {
      const version = behind([...pages.keys()], next);
      const read = first.get(version) ?? pages.get(version)?.next();
      first.delete(version);
      const page = await read;
      if (!page || page.done) {
        pages.delete(version);
        next[version] = 0;
        continue;
      }
      comparison.add(sideOf(version), page.value.resources);
      next[version] = page.value.next;
      totals[version] = Math.max(page.value.total ?? 0, page.value.next - 1);
      const { listed } = comparison.counts;
      onPage(next, listed["1.1"] + listed["2.0"], expected(totals));
    }
  } finally {
    await Promise.all([...pages.values()].map((walked) => walked.return()));
  }
}

function start<T>(
  walked: AsyncGenerator<WalkedPage<T>, void, undefined>,
): Promise<IteratorResult<WalkedPage<T>, void>> {
  const page = walked.next();
  page.catch(() => undefined);
  return page;
}

const sideOf = (version: Version): Side => (version === "1.1" ? 0 : 1);

function behind(walking: readonly Version[], next: Positions): Version {
  return walking.reduce((a, b) => (next[b] < next[a] ? b : a));
}

/** A version that has not answered yet is taken to have as many as the other. */
function expected(totals: Positions): number {
  const known = Math.max(totals["1.1"], totals["2.0"]);
  return (totals["1.1"] || known) + (totals["2.0"] || known);
}
