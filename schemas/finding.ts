import type { CheckResult, DifferenceResult, Results } from "./types.generated.ts";

type Judged = Pick<CheckResult, "verdict" | "reason">;
type Known = Partial<Pick<CheckResult, "known">>;

/**
 * Whether an entry of the baseline covers a result, so that it is no finding. What no one has
 * explained yet (`new`) is covered too, but not under `strict`.
 */
export function isCovered({ known }: Known, strict: boolean): boolean {
  return known !== undefined && !(strict && known.status === "new");
}

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
 * Whether the result of a check is a finding: a broken rule, and with `strict` a warning, unless the
 * baseline covers it. A warning that rests on a guess about Slack never is.
 */
export function isFindingOfCheck(check: Judged & Known, strict: boolean): boolean {
  if (isCovered(check, strict)) return false;
  if (check.verdict === "fail") return true;
  return strict && check.verdict === "warn" && !isNotKnown(check);
}

/** Whether a difference is a finding: it is unexpected, and the baseline does not cover it. */
export function isFindingOfDifference(
  difference: Pick<DifferenceResult, "kind" | "status" | "known">,
  strict: boolean,
): boolean {
  return isUnexpectedDifference(difference) && !isCovered(difference, strict);
}

/**
 * Whether a difference is unexpected: a version did not behave as the catalogue says, the catalogue
 * does not have the difference, or a documented one was not seen. An observed one that was not seen
 * is expected.
 */
export function isUnexpectedDifference({
  kind,
  status,
}: Pick<DifferenceResult, "kind" | "status">): boolean {
  if (kind === "undocumented" || status === "otherwise") return true;
  return status === "not-seen" && kind === "documented";
}

/** Ends the reason of a run that stopped at its first finding, as the user wished (`--fail-fast`). */
export const atFirstFinding = "is a finding (--fail-fast)";

/** Whether a finding stopped a run on purpose. */
export function isAtFinding({ why }: NonNullable<Results["stopped"]>): boolean {
  return why.endsWith(atFirstFinding);
}
