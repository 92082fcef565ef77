import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { createHistory } from "@allurereport/core";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Redact, Results } from "../../schemas/index.ts";
import { runFiles } from "../run-directory.ts";
import { replaceText } from "../write-text.ts";

/** What Allure remembers of a run. */
type HistoryPoint = ReturnType<typeof createHistory>;
type RememberedTest = HistoryPoint["testResults"][string];

/** As many as Allure's charts show; it puts the history of every test into the report. */
export const rememberedRuns = 10;

/**
 * The history of runs like this one: other targets and other profiles have other results, and would
 * show as changes. One line of JSON for each run, as Allure reads it.
 */
export function historyFile(directory: string, { target, profile }: Results): string {
  const readable = target.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  // Names that look alike in a file's name are told apart.
  const exact = createHash("sha256").update(target).digest("hex").slice(0, 8);
  return join(runFiles(directory).history, `${readable.slice(0, 40)}-${exact}-${profile}.jsonl`);
}

/** How many runs a history holds. */
export function countRuns(file: string): number {
  return existsSync(file) ? linesOf(file).length : 0;
}

/**
 * Takes a run out of the history, with the runs since: a report that is written again compares the
 * run with those before it, never with itself. Lines that a crash cut off go too, Allure would stop
 * at them.
 */
export function forgetRun(file: string, { startedAt }: Results, redact: Redact): void {
  if (!existsSync(file)) return;
  const start = Date.parse(startedAt);
  const earlier = linesOf(file).filter((line) => (timestampOf(line) ?? start) < start);
  if (earlier.length === 0) rmSync(file);
  else replace(file, earlier, redact);
}

/** Adds a run to the history, and drops the oldest when there are too many. */
export function rememberRun(
  file: string,
  point: HistoryPoint,
  { startedAt }: Results,
  redact: Redact,
): void {
  const run = JSON.stringify({
    ...point,
    // When it was run, not when the report was written.
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
 * What is needed to see a change. Messages quote what a server sent, labels name this machine:
 * a file that outlives the run holds neither.
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

/** When the run of a line started, in milliseconds; nothing where the line is no run. */
function timestampOf(line: string): number | undefined {
  try {
    const json: unknown = JSON.parse(line);
    const isRun = typeof json === "object" && json !== null && "timestamp" in json;
    return isRun && typeof json.timestamp === "number" ? json.timestamp : undefined;
  } catch {
    return undefined;
  }
}

function replace(file: string, lines: readonly string[], redact: Redact): void {
  replaceText(file, redact(lines.map((line) => `${line}\n`).join("")));
}
