import type { CheckResult, DifferenceResult } from "./types.generated.ts";

type Judged = Pick<CheckResult, "verdict" | "reason">;

/**
 * Whether a warning rests on a guess about Slack, such as where the target does what is assumed, and
 * the standard says otherwise. It is no finding, and is counted apart from warnings.
 */
export function isNotKnown({ verdict, reason }: Judged): boolean {
  return verdict === "warn" && reason?.code === "not-known";
}

/** The verdict of a check for a reader: its verdict, or that Slack's behaviour is not known. */
export function shownVerdict(check: Judged): CheckResult["verdict"] | "not-known" {
  return isNotKnown(check) ? "not-known" : check.verdict;
}

/**
 * Whether the result of a check is a finding: a broken rule, and with `strict` a warning. A warning
 * that rests on a guess about Slack never is.
 */
export function isFindingOfCheck(check: Judged, strict: boolean): boolean {
  if (check.verdict === "fail") return true;
  return strict && check.verdict === "warn" && !isNotKnown(check);
}

/**
 * Whether a difference is a finding: a version did not behave as the catalogue says, the catalogue
 * does not have the difference, or a documented one was not seen. An observed one that was not seen
 * is not a finding.
 */
export function isFindingOfDifference({
  kind,
  status,
}: Pick<DifferenceResult, "kind" | "status">): boolean {
  if (kind === "undocumented" || status === "otherwise") return true;
  return status === "not-seen" && kind === "documented";
}
