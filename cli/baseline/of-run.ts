import type { RuleOfSuite } from "../../commands/baseline/entries.ts";
import {
  compareWithBaseline,
  dayOf,
  isExpired,
  type Judging,
} from "../../commands/baseline/match.ts";
import { type BaselineOf, rejectForeign } from "../../commands/baseline/read.ts";
import { emptyBaseline, prunedBaseline, updatedBaseline } from "../../commands/baseline/update.ts";
import { baselineText } from "../../commands/baseline/write.ts";
import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { baselineOfThisTool, type OutputFileRequest } from "../../reports/output/output-file.ts";
import type { Baseline, Results } from "../../schemas/index.ts";
import type { RunFlags } from "../run-flags.ts";
import { type BaselineFile, readBaselineFile } from "./read-file.ts";

/** The flag that names the file. */
export const baselineFlag = "--baseline";

/** What `--baseline` asks of a run. */
export interface BaselineOfRun {
  /** The file, where the run may write it. */
  files: readonly OutputFileRequest[];
  /** Ids with an entry that holds today: a finding of these does not end a run (`--fail-fast`). */
  known: readonly string[];
  /**
   * Compares the results with the baseline.
   * @param isWhole whether the run judged what it was asked to: else no file is written
   */
  judge(results: Results, judging: Judging, isWhole: boolean): JudgedByBaseline;
}

/** Results with what the baseline says of them. */
interface JudgedByBaseline {
  results: Results;
  /** What to tell the user, and what to write into the file, which stays as it is without a text. */
  written?: { text?: string; notice: string };
  /** What the results were compared with; absent without a file. */
  compared?: Baseline;
}

/**
 * Reads the file of `--baseline`, before the first request.
 * @returns undefined without the flag
 * @throws UsageError of one line where the file is wrong, of another target, or missing in CI
 */
export async function baselineOfRun(
  flags: Pick<RunFlags, "baseline" | "baselineUpdate" | "baselinePrune">,
  run: BaselineOf,
  env: NodeJS.ProcessEnv,
): Promise<BaselineOfRun | undefined> {
  const { baseline: path, baselineUpdate = false, baselinePrune = false } = flags;
  if (path === undefined) {
    const flag = baselineUpdate ? "--baseline-update" : "--baseline-prune";
    if (baselineUpdate || baselinePrune) throw new UsageError(`${flag} needs --baseline FILE`);
    return undefined;
  }
  const { idsOfSuite } = await import("./suite-ids.ts");
  const ids = idsOfSuite();
  const read = () => {
    const file = readBaselineFile(path, ids);
    if (file) rejectForeign(path, file.baseline, run);
    return file;
  };
  const before = read();
  const isMissing = before === undefined;
  if (isMissing && isCi(env) && !baselineUpdate) {
    throw new UsageError(
      `--baseline ${shown(path)}: does not exist; in CI only --baseline-update writes it`,
    );
  }
  const mayWrite = isMissing || baselineUpdate || baselinePrune;
  return {
    files: mayWrite ? [{ flag: baselineFlag, path, kind: baselineOfThisTool }] : [],
    known: isMissing ? [] : idsThatHold(before.baseline),
    judge: (results, judging, isWhole) => {
      const { file, broken } = mayWrite ? afterRun(before, read) : { file: before };
      const existing = file?.baseline;
      const kept = broken === undefined ? {} : { written: { notice: broken } };
      const change =
        isWhole && broken === undefined ? changesBy(flags, path, ids.rules) : unchanged;
      const { baseline, notice } = change(results, existing, judging);
      if (existing === undefined && notice === undefined) return { results, ...kept };
      const { checks, differences, outcome } = compareWithBaseline(results, baseline, judging);
      const origin = { file: path, written: existing === undefined };
      return {
        results: { ...results, baseline: { ...origin, ...outcome }, checks, differences },
        ...(notice === undefined ? kept : { written: { text: baselineText(baseline), notice } }),
        compared: baseline,
      };
    },
  };
}

/**
 * The file when the run has ended: what people wrote meanwhile must not be overwritten.
 * @returns the file as it was before, and why it stays as it is, where it is wrong now
 */
function afterRun(
  before: BaselineFile | undefined,
  read: () => BaselineFile | undefined,
): { file: BaselineFile | undefined; broken?: string } {
  try {
    return { file: read() ?? before };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { file: before, broken: `changed during the run, so not written: ${error.message}` };
  }
}

/** `CI=false` is how a person switches it off. */
function isCi({ CI: ci = "" }: NodeJS.ProcessEnv): boolean {
  return !["", "0", "false"].includes(ci.toLowerCase());
}

type Change = (
  results: Results,
  existing: Baseline | undefined,
  judging: Judging,
) => { baseline: Baseline; notice?: string };

const unchanged: Change = (results, existing) => ({ baseline: existing ?? emptyBaseline(results) });

/** What a run that judged everything does to the file. */
function changesBy(
  { baselineUpdate, baselinePrune }: Pick<RunFlags, "baselineUpdate" | "baselinePrune">,
  path: string,
  rules: readonly RuleOfSuite[],
): Change {
  return (results, existing, judging) => {
    const before = existing ?? emptyBaseline(results);
    const comparison = compareWithBaseline(results, before, judging);
    if (existing === undefined) {
      const baseline = updatedBaseline(before, results, comparison, "accepted", rules);
      return { baseline, notice: `wrote ${shown(path)}: ${entries(countOf(baseline))}` };
    }
    const updated = baselineUpdate
      ? updatedBaseline(before, results, comparison, "new", rules)
      : before;
    const baseline = baselinePrune ? prunedBaseline(updated, comparisonOf(updated)) : updated;
    if (!baselineUpdate && !baselinePrune) return { baseline };
    const added = countOf(updated) - countOf(before);
    const removed = countOf(updated) - countOf(baseline);
    return {
      baseline,
      notice: `wrote ${shown(path)}: ${entries(countOf(baseline))}, ${added} added, ${removed} removed`,
    };

    function comparisonOf(one: Baseline) {
      return compareWithBaseline(results, one, judging);
    }
  };
}

function countOf({ known, differences = [], skips = [] }: Baseline): number {
  return known.length + differences.length + skips.length;
}

function entries(count: number): string {
  return `${count} ${count === 1 ? "entry" : "entries"}`;
}

function idsThatHold({ known, differences = [] }: Baseline): string[] {
  const today = dayOf({ startedAt: new Date().toISOString() });
  return [...known, ...differences].filter((one) => !isExpired(one, today)).map(({ id }) => id);
}
