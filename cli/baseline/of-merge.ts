import { existsSync, readFileSync } from "node:fs";
import { isJudged } from "../../commands/baseline/entries.ts";
import { compareWithBaseline } from "../../commands/baseline/match.ts";
import { type Neutral, neutralOf } from "../../commands/baseline/neutral.ts";
import { unitedBaselines } from "../../commands/baseline/union.ts";
import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { readCreated, runFiles } from "../../reports/run-directory.ts";
import { type Baseline, type Results, violations } from "../../schemas/index.ts";
import { Journal } from "../../suites/run/journal.ts";
import { rulesOfSuite } from "./suite-ids.ts";

/** A shard, as far as its baseline is concerned. */
interface Shard {
  directory: string;
  results: Pick<Results, "baseline" | "checks" | "startedAt" | "stopped">;
}

/**
 * What all shards were compared with, as one baseline.
 * @returns undefined where no shard was run with `--baseline`
 * @throws UsageError that names the shard without one, or what two shards explain differently
 */
export function baselineOfShards(shards: readonly Shard[]): Baseline | undefined {
  const compared = shards.filter(({ results }) => results.baseline !== undefined);
  const [first, ...others] = compared;
  if (!first) return undefined;
  for (const { directory, results } of shards) {
    // Without a file, a shard that judged nothing writes none.
    const { baseline, checks, stopped } = results;
    if (baseline !== undefined || stopped !== null || !checks.some(isJudged)) continue;
    throw new UsageError(
      `${shown(directory)}: was run without --baseline, and ${shown(first.directory)} with it`,
    );
  }
  return others.reduce((united, { directory }) => {
    const { baseline, conflicts } = unitedBaselines(undefined, united, baselineIn(directory));
    const [conflict] = conflicts;
    if (conflict === undefined) return baseline;
    throw new UsageError(
      `${shown(directory)}: its baseline is another than that of ${shown(first.directory)}: ${shown(conflict)}`,
    );
  }, baselineIn(first.directory));
}

/**
 * Compares merged results with the baseline of their shards, as one run would have been: only the
 * whole knows what is gone from it.
 */
export function comparedAnew(
  merged: Results,
  baseline: Baseline,
  shards: readonly Shard[],
): Results {
  const plain: Results = {
    ...merged,
    checks: merged.checks.map(({ known: _, ...check }) => check),
    differences: merged.differences.map(({ known: _, ...difference }) => difference),
  };
  const neutrals = shards.map(({ directory }) => neutralIn(directory));
  const neutral = (text: string) => neutrals.reduce((left, one) => one(left), text);
  // What had expired when the last shard ran has expired.
  const startedAt = shards
    .map(({ results }) => results.startedAt)
    .sort()
    .at(-1);
  const { checks, differences, outcome } = compareWithBaseline(
    startedAt === undefined ? plain : { ...plain, startedAt },
    baseline,
    { neutral, ruleOf: rulesOfSuite() },
  );
  const outcomes = shards.flatMap(({ results }) => results.baseline ?? []);
  const file = outcomes[0]?.file ?? "baseline";
  const written = outcomes.some((one) => one.written);
  return { ...merged, checks, differences, baseline: { file, written, ...outcome } };
}

/** @throws UsageError where the folder has no valid copy of its baseline */
function baselineIn(directory: string): Baseline {
  const { baseline: path } = runFiles(directory);
  if (!existsSync(path)) throw new UsageError(`${shown(path)}: no such file; run the shard again`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new UsageError(`${shown(path)}: not JSON`);
  }
  const [broken] = violations("suite/baseline", json);
  if (broken) throw new UsageError(`${shown(path)}: ${shown(broken.message)}`);
  return json as Baseline;
}

/** What replaces the values that a shard generated. */
function neutralIn(directory: string): Neutral {
  const owner = new Journal(runFiles(directory).journal).owner();
  if (!owner?.runTag) return (text) => text;
  const { namePrefix, runTag, baseUrls } = owner;
  return neutralOf({
    ownNames: `${namePrefix}${runTag}`,
    runTag,
    baseUrls: Object.values(baseUrls),
    ids: readCreated(directory).ids,
  });
}
