import { relative } from "node:path";
import pc from "picocolors";
import { countImpacts, states, viewsOf } from "../reports/differences/view.ts";
import { countFindings, isFinding } from "../reports/results.ts";
import {
  type ChangedResult,
  type SinceLastRun,
  sinceInShort,
} from "../reports/since/since-last-run.ts";
import { isAboutMigration, verdictOf } from "../reports/summary/verdict.ts";
import { type Catalogue, isFindingOfCheck, type Results } from "../schemas/index.ts";
import { baselineLines } from "./baseline/lines.ts";

/** How many findings, and how many errors, are listed. */
const listedAtMost = 10;
/** How long a line may be. */
const longestLine = 200;

/**
 * The end of what `run` prints, which `--quiet` leaves: the verdict of the summary page, what
 * changes in 2.0 and what changed since the last run, the findings, and where to read on.
 * @param page the summary page; undefined where no report was written
 */
export function lastLines(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  since: SinceLastRun,
  { results: file, page }: { results: string; page: string | undefined },
): string[] {
  const views = viewsOf(results, catalogue);
  const { breaking, silent } = countImpacts(views);
  const impacts = isAboutMigration(results) ? `${breaking} breaking, ${silent} silent, ` : "";
  const path = relative(process.cwd(), page ?? file);
  const { tone, text } = verdictOf(results, views);
  return [
    pc.bold(tones[tone](oneLine(text))),
    `${impacts}${newAndFixed(results, since)}`,
    sinceInShort(since),
    ...named("regressed", since.regressed),
    ...named("fixed", since.fixed),
    ...baselineLines(results.baseline).map(indented),
    ...listed(findingLines(results), path),
    ...listed(errorLines(results), path),
    `${page === undefined ? "Results" : "Summary"}  ${path}`,
  ];
}

const tones = { good: pc.green, odd: pc.yellow, bad: pc.red } as const;

/**
 * What is new and fixed since the last run; with a baseline, since that was written. In a first run,
 * every finding is new.
 */
function newAndFixed(results: Results, { previous, regressed, fixed }: SinceLastRun): string {
  const { baseline } = results;
  if (baseline) {
    const { gone, known } = baseline;
    const isFixed = ({ now }: { now: string }) => now !== "fail" && now !== "warn";
    return `${baseline.new} new, ${gone.filter(isFixed).length} fixed, ${known} known against the baseline`;
  }
  const newFindings = previous === undefined ? countFindings(results) : regressed.length;
  return `${newFindings} new, ${fixed.length} fixed`;
}

/** The ids of results that changed, in one line; none where none did. */
function named(word: string, changed: readonly ChangedResult[]): string[] {
  if (changed.length === 0) return [];
  const ids = changed
    .slice(0, listedAtMost)
    .map(({ id, version }) => (version === undefined ? id : `${id} [${version}]`));
  const more = changed.length - ids.length;
  return [`  ${word}: ${ids.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

/** One line for each finding: what makes the exit code 1. */
function findingLines(results: Results): string[] {
  const { checks, differences, strict } = results;
  return [
    ...checks
      .filter((check) => isFindingOfCheck(check, strict))
      .map(({ verdict, id, version, title, message }) =>
        line(verdict, `${id} [${version}] ${title}: ${message ?? ""}`),
      ),
    ...lostLines(results),
    ...differences
      .filter((difference) => isFinding(difference, strict))
      .map(({ id, title, status, v1, v2 }) =>
        line("diff", `${id} ${title}: ${states[status]}; 1.1: ${v1}; 2.0: ${v2}`),
      ),
  ];
}

/** Rules that the baseline knows as judged, and that are skipped now. */
function lostLines({ checks, baseline }: Results): string[] {
  return (baseline?.lost ?? []).map(({ id, version, now }) => {
    const { title = "", message = now } =
      checks.find((check) => check.id === id && check.version === version) ?? {};
    return line(
      "lost",
      `${id} [${version}] ${title}: judged before, skipped now (${now}): ${message}`,
    );
  });
}

/** Checks without a verdict: no findings, but something to know of. */
function errorLines({ checks }: Results): string[] {
  return checks
    .filter(({ verdict }) => verdict === "error")
    .map(({ id, version, title, message }) =>
      line("error", `${id} [${version}] ${title}: ${message ?? ""}`),
    );
}

function listed(lines: readonly string[], path: string): string[] {
  const more = lines.length - listedAtMost;
  return [
    ...lines.slice(0, listedAtMost),
    ...(more > 0 ? [`      and ${more} more: see ${path}`] : []),
  ];
}

function line(word: string, text: string): string {
  return `${pc.red(word.padEnd(5))} ${cut(oneLine(text))}`;
}

/** A line that may begin with spaces, and hold text of a file. */
function indented(text: string): string {
  return cut(text.replace(/^ */, "") === text ? oneLine(text) : `  ${oneLine(text.trimStart())}`);
}

function cut(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text;
}

/** Text from a server may contain control characters that a terminal would obey. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ");
}
