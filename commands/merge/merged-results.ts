import { summarize } from "../../reports/results.ts";
import type { Results } from "../../schemas/index.ts";
import { inOrder } from "./order.ts";
import type { ShardFolder } from "./shard-folder.ts";

interface Whole {
  /** By their indexes; at least one. */
  shards: readonly ShardFolder[];
  /** The indexes of those that are missing. */
  missing: readonly number[];
  /** The ids of all known differences, in the order of a run. */
  differences: readonly string[];
  /** The digest of all exchanges. */
  sha256: string;
}

/**
 * The results of the run that the shards are parts of, before they are compared with a baseline. Times
 * are summed, and what a shard created, sent or left behind.
 */
export function mergedResults({ shards, missing, differences: known, sha256 }: Whole): Results {
  const [first] = shards;
  if (!first) throw new Error("no shards");
  const all = shards.map(({ results }) => results);
  const { checks, differences } = inOrder(
    {
      checks: all.flatMap((results) => results.checks),
      differences: all.flatMap((results) => results.differences),
    },
    first.catalogue,
    known,
  );
  const { count } = first.results.shard;
  const { baseline: _, ...same } = first.results;
  const [absent, ...others] = missing;
  const sum = (of: (results: Results) => number) =>
    all.reduce((total, results) => total + of(results), 0);
  return {
    ...same,
    startedAt: all.map(({ startedAt }) => startedAt).sort()[0] ?? first.results.startedAt,
    durationMs: sum(({ durationMs }) => durationMs),
    shard: null,
    ...(absent === undefined ? {} : { partial: { count, missing: [absent, ...others] } }),
    stopped: stoppedOf(shards),
    requests: {
      total: sum(({ requests }) => requests.total),
      byVersion: Object.fromEntries(
        [...new Set(all.flatMap(({ requests }) => Object.keys(requests.byVersion)))]
          .sort()
          .map((version) => [version, sum(({ requests }) => requests.byVersion[version] ?? 0)]),
      ),
      sha256,
    },
    created: {
      users: sum(({ created }) => created.users),
      groups: sum(({ created }) => created.groups),
    },
    leftBehind: all.flatMap(({ leftBehind }) => leftBehind),
    summary: summarize(checks),
    checks,
    differences,
  };
}

/** The shard that stopped first says why the run is not complete. */
function stoppedOf(shards: readonly ShardFolder[]): Results["stopped"] {
  const stops = shards.flatMap(({ results: { stopped, shard } }) =>
    stopped ? [{ at: stopped.at, why: `shard ${shard.index}/${shard.count}: ${stopped.why}` }] : [],
  );
  const [earliest = null] = stops.sort((one, other) => (one.at < other.at ? -1 : 1));
  return earliest;
}
