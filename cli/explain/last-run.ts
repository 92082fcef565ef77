import { existsSync } from "node:fs";
import { join } from "node:path";
import { briefStateOf, states } from "../../reports/differences/view.ts";
import {
  readCatalogue,
  readExchanges,
  readResults,
  runFiles,
} from "../../reports/run-directory.ts";
import { shownVerdict } from "../../schemas/finding.ts";
import type { Catalogue, CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";
import { toolCommand } from "../../schemas/shell.ts";
import { asPath } from "../../suites/run/request-line.ts";
import type { Line } from "./sheet.ts";

/** The last run in an output folder. */
export interface LastRun {
  directory: string;
  results: Results;
  /** What that run used; empty for a run of 0.1.0. */
  catalogue: Pick<Catalogue, "requirements" | "differences">;
}

/**
 * Reads the last run in a folder.
 * @returns undefined where the folder has no results
 * @throws Error with one line where they cannot be read
 */
export function readLastRun(directory: string): LastRun | undefined {
  if (!existsSync(runFiles(directory).results)) return undefined;
  return { directory, results: readResults(directory), catalogue: readCatalogue(directory) };
}

/** What the last run says of an id: its checks, or the difference. */
export function lastResultLines(id: string, run: LastRun | undefined, directory: string): Line[] {
  if (run === undefined) {
    const out = directory === "scim-results" ? [] : ["--out", directory];
    return [`No run in ${directory} yet:`, { asIs: toolCommand("run", ...out) }];
  }
  const { checks, differences } = run.results;
  const lines = [
    ...checks.filter((check) => check.id === id).flatMap((check) => checkLines(check, run)),
    ...differences.filter((one) => one.id === id).flatMap((one) => differenceLines(one, run)),
  ];
  const when = whenLine(run);
  return lines.length === 0 ? [`Not part of the last run. ${when}`] : [...lines, when];
}

function whenLine({ directory, results }: LastRun): string {
  const { startedAt, target, profile, seed, toolVersion } = results;
  const minute = startedAt.slice(0, 16).replace("T", " ");
  return `${join(directory, "results.json")}: ${minute} UTC, ${target}, profile ${profile}, seed ${seed}, version ${toolVersion}`;
}

function checkLines(check: CheckResult, run: LastRun): Line[] {
  const { version, message, exchanges } = check;
  const why = message === undefined ? "" : `: ${message}`;
  return [`SCIM ${version}: ${shownVerdict(check)}${why}`, ...requestLines(exchanges, run)];
}

function differenceLines(difference: DifferenceResult, run: LastRun): Line[] {
  const { v1, v2, note, status, exchanges } = difference;
  const state = `${states[briefStateOf(difference)]}${note === undefined ? "" : `: ${note}`}`;
  const seen = status === "not-probed" ? [] : [`SCIM 1.1: ${v1}`, `SCIM 2.0: ${v2}`];
  return [state, ...seen, ...requestLines(exchanges, run)];
}

/** More would hide the rest of the explanation. */
const mostRequests = 8;

/** The requests that a check caused, in order, each with its status; repeated ones once. */
function requestLines(ids: readonly string[], { directory }: LastRun): Line[] {
  const exchanges = readExchanges(directory, new Set(ids));
  const lines = ids.flatMap((id) => {
    const { request, response, version } = exchanges.get(id) ?? {};
    if (request === undefined) return [];
    const path = asPath(request.url, undefined);
    return [`${version}  ${request.method} ${path} → ${response?.status ?? "no response"}`];
  });
  const unique = [...new Set(lines)];
  const more = unique.length - mostRequests;
  return [
    ...(unique.length > 0 ? ["It sent:"] : []),
    ...unique.slice(0, mostRequests).map((asIs) => ({ asIs })),
    ...(more > 0 ? [{ asIs: `… and ${more} more: exchanges.jsonl` }] : []),
  ];
}
