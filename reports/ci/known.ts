import { isCovered } from "../../schemas/finding.ts";
import type { CheckResult, DifferenceResult, Known } from "../../schemas/index.ts";

/** What the baseline says of a finding that it covers; undefined where it does not. */
export function coveredBy(
  one: Pick<CheckResult | DifferenceResult, "known">,
  strict: boolean,
): Known | undefined {
  return isCovered(one, strict) ? one.known : undefined;
}

/** What the baseline says, in a sentence: the reason, then owner, ticket and the last day. */
export function knownInShort({ status, reason, owner, ticket, expires }: Known): string {
  const why = reason.trim() || "no reason is given";
  const details = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(ticket === undefined ? [] : [ticket]),
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ];
  const more = details.length === 0 ? "" : ` (${details.join(", ")})`;
  return status === "new" ? `known, not explained yet: ${why}${more}` : `known: ${why}${more}`;
}
