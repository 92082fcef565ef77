import type { CheckResult, NotTestedRules } from "../../schemas/index.ts";
import { isOfClass } from "./classes.ts";
import type { CertificationClass, InstalledSuite } from "./suite.ts";
import { isInapplicable } from "./tallies.ts";

/** Why rules of a class have no verdict: those that lower the level first, then by their first rule. */
export function notTestedRules(
  checks: readonly CheckResult[],
  suite: InstalledSuite,
  name: CertificationClass,
): NotTestedRules[] {
  const groups = new Map<string, NotTestedRules>();
  const add = (group: Omit<NotTestedRules, "rules">, rule: NotTestedRules["rules"][number]) => {
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { ...group, rules: [] };
    known.rules.push(rule);
    groups.set(key, known);
  };
  for (const check of checks) {
    const { id, version, verdict, reason, level } = check;
    if (verdict !== "skip" || reason === undefined || !isReported(reason.code)) continue;
    const mandatory = suite.weightOf(level) === "mandatory";
    add(
      {
        code: reason.code,
        reason: reason.blockedBy === undefined ? reason.text : withoutMessage(reason.text),
        mandatory,
        missing: mandatory && !isInapplicable(check),
      },
      { id, version },
    );
  }
  for (const { id, version, weight, reason } of suite.untestable) {
    if (!isOfClass({ id, version }, name)) continue;
    const mandatory = weight === "mandatory";
    add({ code: "untestable", reason, mandatory, missing: false }, { id, version });
  }
  const rank = ({ missing, mandatory }: NotTestedRules) => (missing ? 0 : mandatory ? 1 : 2);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

/** What a rule that rests on a broken one showed is said of the broken one. */
function withoutMessage(text: string): string {
  return text.replace(/, which is broken: .*$/s, ", which is broken");
}

const reported = [
  ...(["not-offered", "not-applicable", "optional", "read-only"] as const),
  ...(["budget", "blocked-by", "other-traffic"] as const),
];

function isReported(code: string): code is NotTestedRules["code"] {
  return (reported as readonly string[]).includes(code);
}
