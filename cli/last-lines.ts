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
    `${impacts}${newFindings(results, since)} new, ${since.fixed.length} fixed`,
    sinceInShort(since),
    ...named("regressed", since.regressed),
    ...named("fixed", since.fixed),
    ...listed(findingLines(results), path),
    ...listed(errorLines(results), path),
    `${page === undefined ? "Results" : "Summary"}  ${path}`,
  ];
}

const tones = { good: pc.green, odd: pc.yellow, bad: pc.red } as const;

/** In a first run, every finding is new. */
function newFindings(results: Results, { previous, regressed }: SinceLastRun): number {
  return previous === undefined ? countFindings(results) : regressed.length;
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
function findingLines({ checks, differences, strict }: Results): string[] {
  return [
    ...checks
      .filter((check) => isFindingOfCheck(check, strict))
      .map(({ verdict, id, version, title, message }) =>
        line(verdict, `${id} [${version}] ${title}: ${message ?? ""}`),
      ),
    ...differences
      .filter(isFinding)
      .map(({ id, title, status, v1, v2 }) =>
        line("diff", `${id} ${title}: ${states[status]}; 1.1: ${v1}; 2.0: ${v2}`),
      ),
  ];
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
  const plain = oneLine(text);
  const cut = plain.length > longestLine ? `${plain.slice(0, longestLine - 1)}…` : plain;
  return `${pc.red(word.padEnd(5))} ${cut}`;
}

/** Text from a server may contain control characters that a terminal would obey. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ");
}
