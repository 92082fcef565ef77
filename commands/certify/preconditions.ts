import type { Redact, Results } from "../../schemas/index.ts";
import { countProblems, differenceProblems } from "./differences-again.ts";
import { judgementProblems } from "./judged-again.ts";
import { altered, type Problem } from "./problem.ts";
import { evidenceProblems, type RunRecord } from "./run-record.ts";
import type { InstalledSuite } from "./suite.ts";
import { type Allowed, traceProblems } from "./traces.ts";

/** The fewest generated cases for each property: the embedded organisation costs nothing. */
const fewestCases = { embedded: 20, live: 3 } as const;

/** The oldest version of the suite whose results the classes of today take. */
const oldestSuite = "0.2.0";

/** Why a run cannot be certified, whatever it found: what it left out. */
export function incompleteness(results: Results): Problem[] {
  const { selection, shard, partial, stopped, summary, cases, embedded } = results;
  const fewest = embedded ? fewestCases.embedded : fewestCases.live;
  const problems: (Problem | false)[] = [
    selection !== null && {
      what: "results.json: the run tested a selection of rules",
      todo: "run without --area, --requirement and --canary",
    },
    shard !== null && {
      what: `results.json: the run is shard ${shard.index} of ${shard.count} alone`,
      todo: "merge all shards, and certify the merged folder",
    },
    partial !== undefined && {
      what: `results.json: shard ${partial.missing.join(", ")} of ${partial.count} is missing`,
      todo: "merge all shards, without --partial",
    },
    stopped !== null && {
      what: `results.json: the run was stopped: ${stopped.why}`,
      todo: "run again to the end",
    },
    summary.error > 0 && {
      what: `results.json: ${counted(summary.error, "check")} ended with an error`,
      todo: "run again when the target answers reliably",
    },
    cases < fewest && {
      what: `results.json: ${counted(cases, "case")} for each property`,
      todo: `run with --cases ${fewest} or more`,
    },
  ];
  return problems.filter((problem) => problem !== false);
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Why results of another version of the suite cannot be judged again: one phrase. */
export function otherSuite(
  { toolVersion }: Results,
  { toolVersion: installed }: InstalledSuite,
): string | undefined {
  if (isOlder(toolVersion, oldestSuite)) return `made by ${toolVersion}; run again`;
  return toolVersion === installed
    ? undefined
    : `made by version ${toolVersion}, this is ${installed}; use that version, or run again`;
}

/** Whether a version comes before another one, by its three numbers. */
function isOlder(version: string, other: string): boolean {
  const numbers = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [mine, its] = [numbers(version), numbers(other)];
  const at = mine.findIndex((number, index) => number !== its[index]);
  return at >= 0 && !((mine[at] ?? 0) > (its[at] ?? 0));
}

/**
 * What the files of a run say that does not follow from what was recorded; the first kind of problem
 * that there is, since one alteration causes others.
 *
 * @param redact the gate that texts passed when the run wrote them
 */
export function alterations(
  record: RunRecord,
  suite: InstalledSuite,
  allowed: Allowed,
  redact: Redact,
): Problem[] {
  const steps = [
    () => catalogueProblems(record, suite),
    () => evidenceProblems(record),
    () => judgementProblems(record, suite, redact),
    () => differenceProblems(record, suite),
    () => countProblems(record),
    () => traceProblems(record, allowed),
  ];
  for (const step of steps) {
    const problems = step();
    if (problems.length > 0) return problems;
  }
  return [];
}

function catalogueProblems({ results, texts }: RunRecord, suite: InstalledSuite): Problem[] {
  const { tool, toolVersion } = results;
  const used = { tool, toolVersion, ...suite.catalogueOf(results) };
  return texts["catalogue.json"] === `${JSON.stringify(used, null, 2)}\n`
    ? []
    : [altered(`catalogue.json: not that of version ${toolVersion}`)];
}
