import { isFindingOfDifference } from "../schemas/finding.ts";
import {
  type CheckResult,
  isFindingOfCheck,
  type Results,
  type Summary,
} from "../schemas/index.ts";

/** The totals of a run: every verdict has its number, none is left out. */
export function summarize(checks: readonly Pick<CheckResult, "verdict">[]): Summary {
  const summary: Summary = { pass: 0, fail: 0, warn: 0, deviation: 0, skip: 0, error: 0 };
  for (const { verdict } of checks) summary[verdict] += 1;
  return summary;
}

/** Whether a difference is a finding: a run under way asks the same. */
export { isFindingOfDifference as isFinding };

/**
 * How many findings a run has: broken rules, and with `strict` warnings too, differences, and rules
 * that are skipped although the baseline knows them as judged.
 */
export function countFindings({
  checks,
  differences,
  strict,
  baseline,
}: Pick<Results, "checks" | "differences" | "strict" | "baseline">): number {
  const broken = checks.filter((check) => isFindingOfCheck(check, strict));
  const unexpected = differences.filter((one) => isFindingOfDifference(one, strict));
  return broken.length + unexpected.length + (baseline?.lost.length ?? 0);
}
