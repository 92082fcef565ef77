import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { shownVerdict } from "../../schemas/finding.ts";
import {
  type CheckResult,
  type ReasonCode,
  type Redact,
  type Results,
  type VerdictRecord,
  violations,
} from "../../schemas/index.ts";
import { briefStateOf } from "../differences/view.ts";
import { historyFile, historyLines, rememberedRuns } from "../history-file.ts";
import { replaceText } from "../write-text.ts";

/** Reasons that a check did not run, which say nothing about the target. */
const notRun: readonly ReasonCode[] = ["not-selected", "read-only", "budget", "stopped", "aborted"];

/** The key of a check: both versions may state a rule under the same id. */
export const keyOf = ({ version, id }: Pick<CheckResult, "version" | "id">) => `${version} ${id}`;

/** What a run judged. Checks that did not run and differences that were not probed are left out. */
export function recordOf(results: Results): VerdictRecord {
  const { startedAt, toolVersion, versions, selection, shard, partial, checks, differences } =
    results;
  const ran = checks.filter(({ reason }) => reason === undefined || !notRun.includes(reason.code));
  return {
    startedAt,
    toolVersion,
    versions,
    scope:
      selection === null && shard === null && partial === undefined
        ? ""
        : JSON.stringify({ selection, shard, partial }),
    checks: Object.fromEntries(ran.map((check) => [keyOf(check), shownVerdict(check)])),
    differences: Object.fromEntries(
      differences.flatMap((difference) => {
        const state = briefStateOf(difference);
        return state === "not-probed" ? [] : [[difference.id, state]];
      }),
    ),
  };
}

/**
 * Adds a run to the records of its target and profile, in the history folder, and drops the oldest
 * when there are too many. A stopped run is not recorded: the next one is compared with a whole one.
 */
export function rememberVerdicts(directory: string, results: Results, redact: Redact): void {
  if (results.stopped) return;
  const file = historyFile(directory, results, "verdicts");
  const records = [...earlierRecords(file, results), recordOf(results)].slice(-rememberedRuns);
  mkdirSync(dirname(file), { recursive: true });
  replaceText(file, redact(records.map((record) => `${JSON.stringify(record)}\n`).join("")));
}

/**
 * The last run before this one that covers what it covers: a run of one area is compared with the
 * last whole run, and a whole run never with one of an area.
 */
export function previousRecord(directory: string, results: Results): VerdictRecord | undefined {
  const { scope, versions } = recordOf(results);
  return earlierRecords(historyFile(directory, results, "verdicts"), results).findLast(
    (record) =>
      (record.scope === "" || record.scope === scope) &&
      versions.every((version) => record.versions.includes(version)),
  );
}

/** The records of earlier runs. A line that a crash cut off is left out. */
function earlierRecords(file: string, { startedAt }: Results): VerdictRecord[] {
  return historyLines(file)
    .flatMap((line) => parsed(line))
    .filter((record) => Date.parse(record.startedAt) < Date.parse(startedAt));
}

function parsed(line: string): VerdictRecord[] {
  try {
    const json: unknown = JSON.parse(line);
    return violations("suite/verdict-record", json).length === 0 ? [json as VerdictRecord] : [];
  } catch {
    return [];
  }
}
