import {
  type CheckResult,
  type DifferenceResult,
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

/**
 * Whether a difference is a finding: a version did not behave as the catalogue says, the catalogue
 * does not have the difference, or a documented one was not seen. An observed one that was not seen
 * is not a finding.
 */
export function isFinding({ kind, status }: Pick<DifferenceResult, "kind" | "status">): boolean {
  if (kind === "undocumented" || status === "otherwise") return true;
  return status === "not-seen" && kind === "documented";
}

/** How many findings a run has: broken rules, and with `strict` warnings too, and differences. */
export function countFindings({
  checks,
  differences,
  strict,
}: Pick<Results, "checks" | "differences" | "strict">): number {
  const broken = checks.filter((check) => isFindingOfCheck(check, strict));
  return broken.length + differences.filter(isFinding).length;
}
