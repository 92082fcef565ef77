import { shownVerdict } from "../schemas/finding.ts";
import type { CheckResult } from "../schemas/index.ts";

/** How many checks have each verdict; what is not known of Slack is counted apart from warnings. */
export type VerdictCounts = Record<ReturnType<typeof shownVerdict>, number>;

/** The counts of a run, or of a part of it: every page and the terminal show these. */
export function countVerdicts(
  checks: readonly Pick<CheckResult, "verdict" | "reason">[],
): VerdictCounts {
  const none = { pass: 0, fail: 0, warn: 0, deviation: 0, skip: 0, error: 0 };
  const counts: VerdictCounts = { ...none, "not-known": 0 };
  for (const check of checks) counts[shownVerdict(check)] += 1;
  return counts;
}

/** What "not known" means of a check: it stands wherever the word does. */
export const notKnownCheck =
  "Not known of Slack: no source says what Slack does here, so the rule rests on an assumption. This is no warning, and --strict ignores it.";

/** What "not known" means of a difference. */
export const notKnownDifference =
  "Not known of Slack: no source says what Slack does. The texts rest on an assumption, and no answer is a finding.";
