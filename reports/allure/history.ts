import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { createHistory } from "@allurereport/core";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Redact, Results } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { runFiles } from "../run-directory.ts";
import { replaceText } from "../write-text.ts";

/** What Allure remembers of a run. */
type HistoryPoint = ReturnType<typeof createHistory>;
type RememberedTest = HistoryPoint["testResults"][string];

/** As many as Allure's charts show: the report contains the history of every test. */
export const rememberedRuns = 10;

/**
 * The history of runs with the same target and profile: others have other results, which would show
 * as changes. One line of JSON for each run, as Allure reads it.
 */
export function historyFile(directory: string, { target, profile }: Results): string {
  const readable = target.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  // Distinguishes names that give the same file name.
  const exact = createHash("sha256").update(target).digest("hex").slice(0, 8);
  return join(runFiles(directory).history, `${readable.slice(0, 40)}-${exact}-${profile}.jsonl`);
}

/** How many runs a history has. */
export function countRuns(file: string): number {
  return existsSync(file) ? linesOf(file).length : 0;
}

/**
 * Removes a run and later ones from the history: a report that is written again compares the run
 * with earlier ones, never with itself. Also removes lines that a crash cut off, where Allure would
 * stop.
 */
export function forgetRun(file: string, { startedAt }: Results, redact: Redact): void {
  if (!existsSync(file)) return;
  const start = Date.parse(startedAt);
  const earlier = linesOf(file).filter((line) => (timestampOf(line) ?? start) < start);
  if (earlier.length === 0) rmSync(file);
  else replace(file, earlier, redact);
}

/** Adds a run to the history and drops the oldest when there are too many. */
export function rememberRun(
  file: string,
  point: HistoryPoint,
  { startedAt }: Results,
  redact: Redact,
): void {
  const run = JSON.stringify({
    ...point,
    // The time of the run, not of the report.
    timestamp: Date.parse(startedAt),
    testResults: Object.fromEntries(
      Object.entries(point.testResults).map(([id, test]) => [id, essence(test)]),
    ),
  });
  mkdirSync(dirname(file), { recursive: true });
  const earlier = existsSync(file) ? linesOf(file) : [];
  replace(file, [...earlier, run].slice(-rememberedRuns), redact);
}

/**
 * What is needed to see a change. Messages quote the server and labels name this machine: a file
 * that outlives the run contains neither.
 */
function essence(test: RememberedTest): RememberedTest {
  const { id, name, environment, status, start, stop, duration, labels, historyId } = test;
  return {
    id,
    name,
    status,
    url: "",
    labels: labels?.filter((label) => label.name === allureLabel.verdict) ?? [],
    ...(environment === undefined ? {} : { environment }),
    ...(start === undefined ? {} : { start }),
    ...(stop === undefined ? {} : { stop }),
    ...(duration === undefined ? {} : { duration }),
    ...(historyId === undefined ? {} : { historyId }),
  };
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** When the run of a line started, in milliseconds; undefined where the line is not a run. */
function timestampOf(line: string): number | undefined {
  try {
    const json: unknown = JSON.parse(line);
    return isObject(json) && typeof json.timestamp === "number" ? json.timestamp : undefined;
  } catch {
    return undefined;
  }
}

function replace(file: string, lines: readonly string[], redact: Redact): void {
  replaceText(file, redact(lines.map((line) => `${line}\n`).join("")));
}
