import type { CheckResult } from "./types.generated.ts";

/**
 * Whether the result of a check is a finding: a broken rule, and with `strict` a warning. A warning
 * that rests on a guess about Slack (`not-known`) never is.
 */
export function isFindingOfCheck(
  { verdict, reason }: Pick<CheckResult, "verdict" | "reason">,
  strict: boolean,
): boolean {
  if (verdict === "fail") return true;
  return strict && verdict === "warn" && reason?.code !== "not-known";
}
