import { counted } from "../../../reports/findings.ts";
import type { Certification, CertifiedNumbers, RuleTally } from "../../../schemas/index.ts";

type Count = Exclude<keyof RuleTally, "required" | "tested">;

/** The columns; those after the first add up to it. */
const columns: Readonly<Record<Count, string>> = {
  total: "All",
  passed: "Followed",
  deviations: "Deviate",
  failed: "Broken",
  warned: "Not followed",
  notKnown: "Not known",
  untested: "Not tested",
  notApplicable: "Do not apply",
};
const counts = Object.keys(columns) as Count[];

const levels = {
  mandatory: "Mandatory (MUST)",
  recommended: "Recommended (SHOULD, no keyword)",
  optional: "Optional (MAY)",
  questions: "Questions about Slack",
} as const satisfies Partial<Record<keyof CertifiedNumbers, string>>;

/** What a reader must know of the column. */
const notKnown =
  "Not known: no source says what Slack does there, so the rule rests on an assumption and counts neither way.";

/** The table of the numbers, and what stands below it. */
interface NumbersTable {
  heads: readonly string[];
  rows: { name: string; counts: readonly number[] }[];
  notes: readonly string[];
}

/** How many rules have each result, by level; a level or a result that no rule has is left out. */
export function numbersTable({
  numbers,
  evidence,
}: Pick<Certification, "numbers" | "evidence">): NumbersTable {
  const levelsShown = (Object.keys(levels) as (keyof typeof levels)[]).filter(
    (level) => level === "mandatory" || numbers[level].total > 0,
  );
  const always: readonly Count[] = ["total", "passed", "failed", "untested"];
  const shown = counts.filter(
    (count) => always.includes(count) || levelsShown.some((level) => numbers[level][count] > 0),
  );
  return {
    heads: shown.map((count) => columns[count]),
    rows: levelsShown.map((level) => ({
      name: levels[level],
      counts: shown.map((count) => numbers[level][count]),
    })),
    notes: notesOf(numbers, evidence, shown),
  };
}

function notesOf(
  { differences, exchanges }: CertifiedNumbers,
  { cited }: Certification["evidence"],
  shown: readonly Count[],
): string[] {
  const requests = `${counted(exchanges, "request was", "requests were")} recorded with the answer; verdicts name ${cited} of them.`;
  const between =
    differences === undefined
      ? ""
      : ` Between the versions, ${counted(differences.expected, "difference is", "differences are")} as Slack is known to behave, ${differences.unexpected} ${differences.unexpected === 1 ? "is" : "are"} not, and ${differences.notProbed} could not be probed.`;
  return [`${requests}${between}`, ...(shown.includes("notKnown") ? [notKnown] : [])];
}
