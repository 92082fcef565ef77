/**
 * Rules that cannot be judged while another is broken: the rule, and those that it rests on, the most
 * basic first. If the rule and one of those are broken, only that one is a finding; the rule is
 * skipped, `blocked-by` (docs/judging.md, "One cause, one finding").
 *
 * A rule is listed only where the fault of the other one alone makes it fail, so that nothing is hidden
 * that would stay broken once the cause is mended.
 */
const causes: Readonly<Record<string, readonly string[]>> = {};

/** The rules that a rule rests on. */
export function causesOf(id: string): readonly string[] {
  return causes[id] ?? [];
}

/** Every rule that rests on others, for the tests. */
export const effects: readonly string[] = Object.keys(causes);
