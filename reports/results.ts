import type { CheckResult, DifferenceResult, Results, Summary } from "../schemas/index.ts";

/** The totals of a run: every verdict has its number, none is left out. */
export function summarize(checks: readonly Pick<CheckResult, "verdict">[]): Summary {
  const summary: Summary = { pass: 0, fail: 0, warn: 0, deviation: 0, skip: 0, error: 0 };
  for (const { verdict } of checks) summary[verdict] += 1;
  return summary;
}

/**
 * Whether a difference is a finding: a version showed something else than the catalogue says, the
 * catalogue does not know the difference, or one that Slack documents is not there. That one which
 * was only observed is gone is news, not a finding.
 */
export function isFinding({ kind, status }: DifferenceResult): boolean {
  if (kind === "undocumented" || status === "otherwise") return true;
  return status === "not-seen" && kind === "documented";
}

/** How many findings a run has. @param strict whether warnings count too */
export function countFindings(
  results: Pick<Results, "summary" | "differences">,
  strict: boolean,
): number {
  const { fail, warn } = results.summary;
  return fail + (strict ? warn : 0) + results.differences.filter(isFinding).length;
}
