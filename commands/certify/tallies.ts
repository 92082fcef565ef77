import { isNotKnown } from "../../schemas/finding.ts";
import type { CheckResult, Reason, RuleTally } from "../../schemas/index.ts";

/** Skips that leave nothing open: the rule does not apply to the product, or it chose not to follow it. */
const inapplicable: readonly Reason["code"][] = ["not-offered", "not-applicable", "optional"];

/** Whether a rule does not apply to the product, so that it need not be tested. */
export function isInapplicable({ verdict, reason }: Pick<CheckResult, "verdict" | "reason">) {
  return verdict === "skip" && reason !== undefined && inapplicable.includes(reason.code);
}

/** Counts the verdicts of rules: each of them is in one number. */
export function tallyOf(checks: readonly CheckResult[]): RuleTally {
  const count = (is: (check: CheckResult) => boolean) => checks.filter(is).length;
  const of = (wanted: CheckResult["verdict"]) =>
    count((check) => check.verdict === wanted && !isNotKnown(check));
  const [total, notApplicable] = [checks.length, count(isInapplicable)];
  const required = total - notApplicable;
  const verdicts = {
    passed: of("pass"),
    failed: of("fail"),
    warned: of("warn"),
    notKnown: count(isNotKnown),
    deviations: of("deviation"),
  };
  const tested = Object.values(verdicts).reduce((sum, each) => sum + each, 0);
  return { total, notApplicable, required, tested, ...verdicts, untested: required - tested };
}
