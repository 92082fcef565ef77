import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { createHistory } from "@allurereport/core";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Redact, Results } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { historyLines, rememberedRuns } from "../history-file.ts";
import { replaceText } from "../write-text.ts";

/** What Allure remembers of a run. */
type HistoryPoint = ReturnType<typeof createHistory>;
type RememberedTest = HistoryPoint["testResults"][string];

/** How many runs a history has. */
export function countRuns(file: string): number {
  return historyLines(file).length;
}

/**
 * Removes a run and later ones from the history: a report that is written again compares the run
 * with earlier ones, never with itself. Also removes lines that a crash cut off, where Allure would
 * stop.
 */
export function forgetRun(file: string, { startedAt }: Results, redact: Redact): void {
  if (!existsSync(file)) return;
  const start = Date.parse(startedAt);
  const earlier = historyLines(file).filter((line) => (timestampOf(line) ?? start) < start);
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
  const earlier = historyLines(file);
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
