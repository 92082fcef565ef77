import type { Expectation } from "../expectation.ts";
import { type Findings, separate } from "../not-observed.ts";
import type { Clause } from "../requirement.ts";
import { judge } from "../verdict.ts";

/** Whether what a check saw of Slack is what is known or assumed of Slack, so that it breaks no rule. */
export function isAsExpected(clause: Clause, standard: Expectation, findings: Findings): boolean {
  const { observation, notObserved } = separate(findings);
  const { verdict, assumption } = judge("slack", clause, standard, observation, notObserved);
  return verdict === "pass" || verdict === "deviation" || assumption?.agrees === true;
}
