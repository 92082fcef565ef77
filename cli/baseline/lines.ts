import { counted } from "../../reports/findings.ts";
import type { BaselineNote, BaselineOutcome } from "../../schemas/index.ts";

/** How many entries a line names. */
const namedAtMost = 10;

/**
 * What the baseline says of a run, for its last lines: the counts, then a line for each entry that
 * is expired or gone, and for each new rule that is broken. Nothing without a baseline.
 */
export function baselineLines(baseline: BaselineOutcome | undefined): string[] {
  if (!baseline) return [];
  const { expired, gone, lost, newRules, unexplained, notObserved } = baseline;
  const parts = [
    ...(baseline.new > 0 ? [counted(baseline.new, "new finding", "new findings")] : []),
    ...(unexplained > 0 ? [`${unexplained} not explained yet`] : []),
    ...(expired.length > 0 ? [`${expired.length} expired`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
    ...(lost.length > 0
      ? [counted(lost.length, "rule is no longer tested", "rules are no longer tested")]
      : []),
    ...(newRules.length > 0 ? [counted(newRules.length, "new rule", "new rules")] : []),
    ...(notObserved > 0 ? [`${notObserved} not observed`] : []),
  ];
  const red = newRules.filter(({ now }) => now === "fail" || now === "warn");
  return [
    `Baseline ${baseline.file}: ${parts.length === 0 ? "as expected" : parts.join(", ")}.`,
    ...listed("expired", expired, ({ expires = "", ...note }) =>
      [`since ${expires}`, ...about(note)].join("; "),
    ),
    ...listed("gone", gone, ({ now, ...note }) => [`now ${now}`, ...about(note)].join("; ")),
    ...listed("new rule", red, ({ now }) => now),
  ];
}

/** Why an entry was accepted, and who takes care of it. */
function about({ reason = "", owner }: Pick<BaselineNote, "reason" | "owner">): string[] {
  return [...(reason === "" ? [] : [reason]), ...(owner === undefined ? [] : [`owner ${owner}`])];
}

function listed(
  word: string,
  notes: readonly BaselineNote[],
  why: (note: BaselineNote) => string,
): string[] {
  const more = notes.length - namedAtMost;
  return [
    ...notes.slice(0, namedAtMost).map((note) => {
      const { id, version } = note;
      return `  ${word}: ${id}${version === undefined ? "" : ` [${version}]`} (${why(note)})`;
    }),
    ...(more > 0 ? [`  and ${more} more that are ${word}`] : []),
  ];
}
