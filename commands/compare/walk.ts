import {
  type ResourceCalls,
  type ScimClient,
  type Version,
  versions,
  type WalkedPage,
} from "../../client/index.ts";
import { type Comparison, countListed } from "../../reports/compare/comparison.ts";
import type { WalkState } from "./state.ts";

/** The position of a walk over both versions. */
export type Positions = WalkState["next"];

export interface BothWalks<T> {
  clients: Readonly<Record<Version, ScimClient>>;
  /** The calls of the kind of resource that is compared. */
  calls: (client: ScimClient) => ResourceCalls<T>;
  comparison: Comparison<T>;
  /** Where each version continues. */
  next: Positions;
  /** After each page that is compared. `total`: of both lists together, as far as it is known. */
  onPage: (next: Positions, done: number, total: number) => void;
}

/**
 * Reads the lists of both versions in step: if one is behind, only that one advances. The next
 * pages are fetched while pages are compared.
 */
export async function walkBoth<T>(walks: BothWalks<T>): Promise<void> {
  const { comparison, onPage } = walks;
  const next = { ...walks.next };
  const totals = { "1.1": 0, "2.0": 0 };
  const pages = new Map(
    versions.flatMap((version) =>
      next[version] === 0
        ? []
        : [[version, walks.calls(walks.clients[version]).walk({ from: next[version] })] as const],
    ),
  );
  try {
    while (pages.size > 0) {
      const position = Math.min(...[...pages.keys()].map((version) => next[version]));
      const read = async (version: Version): Promise<WalkedPage<T>["resources"]> => {
        const walked = pages.get(version);
        if (!walked || next[version] > position) return [];
        const page = await walked.next();
        if (page.done) {
          pages.delete(version);
          next[version] = 0;
          return [];
        }
        next[version] = page.value.next;
        totals[version] = Math.max(page.value.total ?? 0, page.value.next - 1);
        return page.value.resources;
      };
      const [v1, v2] = await Promise.all([read("1.1"), read("2.0")]);
      comparison.add([v1, v2]);
      onPage(next, countListed(comparison.counts), expected(totals));
    }
  } finally {
    await Promise.all([...pages.values()].map((walked) => walked.return()));
  }
}

/** A version whose total is unknown is assumed to have as many as the other. */
function expected(totals: Positions): number {
  const known = Math.max(totals["1.1"], totals["2.0"]);
  return (totals["1.1"] || known) + (totals["2.0"] || known);
}
