import type { Baseline, Results } from "../../schemas/index.ts";
import {
  type DifferenceEntry,
  isJudged,
  type KnownEntry,
  type RuleOfSuite,
  recordedRules,
  ruleKey,
  ruleLines,
  type SkipEntry,
} from "./entries.ts";
import { type Comparison, dayOf } from "./match.ts";

/** A baseline without entries, for the results of a run. */
export function emptyBaseline({ target, profile, toolVersion }: Results): Baseline {
  return { baseline: 1, target, profile, suite: toolVersion, known: [] };
}

/**
 * A baseline with what a run found and no entry covers; what was seen again gets the day of the run.
 * Whatever people wrote stays.
 * @param status of what is added
 * @param rules of the suite, all of them
 */
export function updatedBaseline(
  baseline: Baseline,
  results: Results,
  comparison: Comparison,
  status: KnownEntry["status"],
  rules: readonly RuleOfSuite[],
): Baseline {
  const today = dayOf(results);
  const reason = status === "accepted" ? `known when this file was written, ${today}` : "";
  const added = { reason, firstSeen: today, lastSeen: today };
  const accepted = status === "accepted" ? {} : { acceptance: status };
  const seenAgain = <T extends KnownEntry | DifferenceEntry | SkipEntry>(
    entry: T,
    isSeen: boolean,
  ): T => (isSeen ? { ...entry, lastSeen: today } : entry);
  return {
    ...baseline,
    suite: results.toolVersion,
    known: [
      ...comparison.known.map(({ entry, fate }) => seenAgain(entry, fate === "seen")),
      ...comparison.unmatched.map((one): KnownEntry => ({ ...one, status, ...added })),
    ],
    differences: [
      ...comparison.knownDifferences.map(({ entry, fate }) => seenAgain(entry, fate === "seen")),
      ...comparison.unmatchedDifferences.map(
        (one): DifferenceEntry => ({ ...one, ...accepted, ...added }),
      ),
    ],
    skips: [
      ...comparison.knownSkips.map(({ entry, fate }) => seenAgain(entry, fate === "seen")),
      ...comparison.lost.map((one): SkipEntry => ({ ...one, ...accepted, ...added })),
    ],
    rules: rulesAfter(baseline, results, rules),
  };
}

/** A baseline without what was tested and not seen again. */
export function prunedBaseline(baseline: Baseline, comparison: Comparison): Baseline {
  const gone = new Set<object>(
    [...comparison.known, ...comparison.knownDifferences, ...comparison.knownSkips]
      .filter(({ fate }) => fate === "gone")
      .map(({ entry }) => entry),
  );
  const stays = (entry: object) => !gone.has(entry);
  return {
    ...baseline,
    known: baseline.known.filter(stays),
    ...(baseline.differences ? { differences: baseline.differences.filter(stays) } : {}),
    ...(baseline.skips ? { skips: baseline.skips.filter(stays) } : {}),
  };
}

/** Every rule of the suite; judged where this run or an earlier one judged it. */
function rulesAfter(
  baseline: Baseline,
  { checks }: Results,
  rules: readonly RuleOfSuite[],
): string[] {
  const before = recordedRules(baseline) ?? new Map<string, boolean>();
  const now = new Set(checks.filter(isJudged).map(ruleKey));
  return ruleLines(
    new Map(
      rules.map((rule) => {
        const key = ruleKey(rule);
        return [key, now.has(key) || before.get(key) === true];
      }),
    ),
  );
}
