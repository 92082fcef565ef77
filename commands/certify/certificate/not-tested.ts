import type { Certification, NotTestedRules } from "../../../schemas/index.ts";
import { shortened } from "./shortened.ts";

/** The codes of results.json in plain words. */
const codes: Readonly<Record<NotTestedRules["code"], string>> = {
  "not-offered": "The product does not offer what the rule is about",
  "not-applicable": "The rule does not apply to the product",
  optional: "The rule is about an optional feature that the product does not offer",
  "read-only": "The rule needs a write, and the run was read-only",
  budget: "The run was not allowed to create enough users or groups",
  "blocked-by": "A rule that must hold first is broken",
  "other-traffic": "Other clients changed the organisation during the run",
  untestable: "A test from outside cannot observe it",
};

/** Rules that were not tested for one kind of reason. */
export interface NotTestedRow {
  why: string;
  /** The reasons, each once. */
  reasons: string;
  mandatory: number;
  others: number;
}

/**
 * What was not tested and why: a row for each kind of reason, the one with most rules first.
 * @param longest how many characters of the reasons a row has; certification.json has all
 */
export function notTestedRows(
  { notTested }: Pick<Certification, "notTested">,
  longest: number,
): NotTestedRow[] {
  const byCode = new Map<NotTestedRules["code"], NotTestedRules[]>();
  for (const group of notTested) {
    byCode.set(group.code, [...(byCode.get(group.code) ?? []), group]);
  }
  return [...byCode]
    .map(([code, groups]) => {
      const count = (mandatory: boolean) =>
        groups
          .filter((group) => group.mandatory === mandatory)
          .reduce((sum, { rules }) => sum + rules.length, 0);
      const reasons = [...new Set(groups.map(({ reason }) => reason))].join("; ");
      return {
        why: codes[code],
        reasons: shortened(reasons, longest),
        mandatory: count(true),
        others: count(false),
      };
    })
    .sort((one, other) => other.mandatory + other.others - one.mandatory - one.others);
}

/** A mandatory rule that applies to the product and was not tested: for it the level is `partial`. */
interface MissingRule {
  id: string;
  version: string;
  reason: string;
}

/** In the order of the certification. */
export function missingRules({ notTested }: Pick<Certification, "notTested">): MissingRule[] {
  return notTested
    .filter(({ missing }) => missing)
    .flatMap(({ reason, rules }) => rules.map((rule) => ({ ...rule, reason })));
}
