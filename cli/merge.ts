import { realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { Command } from "commander";
import { Evidence } from "../commands/merge/evidence.ts";
import { mergedResults } from "../commands/merge/merged-results.ts";
import { oneRun } from "../commands/merge/one-run.ts";
import { readShard, type ShardFolder } from "../commands/merge/shard-folder.ts";
import type { ReportWriter } from "../reports/allure/write-report.ts";
import { UntestableError, UsageError } from "../reports/exit.ts";
import { outcomeOf } from "../reports/outcome.ts";
import type { Output } from "../reports/output/open-output.ts";
import { jsonOfThisTool } from "../reports/output/output-file.ts";
import { runFiles } from "../reports/run-directory.ts";
import { writeText } from "../reports/write-text.ts";
import { isAtFinding } from "../schemas/finding.ts";
import type { Baseline, Results } from "../schemas/index.ts";
import { toolCommand } from "../schemas/shell.ts";
import { differences } from "../suites/differences/catalogue.ts";
import { attemptedUsers } from "./attempted-users.ts";
import { baselineOfShards, comparedAnew } from "./baseline/of-merge.ts";
import { addCiFileOptions, type CiFileFlags, requestedCiFiles, writeCiFiles } from "./ci-files.ts";
import { print } from "./console.ts";
import { lastLines } from "./last-lines.ts";
import { mergeJournals } from "./merged-journal.ts";
import { claimOutput } from "./output.ts";
import { type Progress, startProgress } from "./progress.ts";
import { Signals } from "./signals.ts";
import { totals } from "./summary.ts";
import { gateOfWritten, redactionOfWritten } from "./written-gate.ts";

interface MergeFlags extends CiFileFlags {
  out: string;
  json?: string;
  report: boolean;
  partial?: true;
}

export function addMergeCommand(program: Command): Command {
  const command = program
    .command("merge")
    .description("make the results of all shards of a run one: results, evidence and report")
    .argument("<dir...>", "the output folders of the shards: run --shard 1/N to N/N")
    .option(
      "--out <dir>",
      "output folder: new, empty, or that of an earlier merge, which is replaced",
      "scim-results",
    )
    .option("--json <file>", "also write the results to this file");
  return addCiFileOptions(command)
    .option("--no-report", "write results only, no HTML")
    .option(
      "--partial",
      "merge though shards are missing; the results say so, and cannot be certified",
    )
    .addHelpText(
      "after",
      `
All shards have the same suite version, profile, seed, cases, selection and target, and each of them is
given once. The exit code is that of the whole run.`,
    )
    .action(merge);
}

async function merge(directories: readonly string[], flags: MergeFlags): Promise<void> {
  const { shards, missing } = oneRun(directories.map(readShard), flags.partial === true);
  rejectInput(flags.out, shards);
  const baseline = baselineOfShards(shards);
  const progress = startProgress(process.stderr);
  const { json, out } = flags;
  const output = claimOutput({
    command: "merge",
    directory: out,
    files: [
      ...(json === undefined
        ? []
        : [{ flag: "--json", path: json, kind: jsonOfThisTool("results") }]),
      ...requestedCiFiles(flags),
    ],
    say: progress.warn,
    lost: () => process.exit(3),
  });
  const signals = new Signals({ write: progress.warn });
  try {
    await mergeInto(output, { shards, missing, baseline, flags, progress, signals });
  } catch (error) {
    // What is incomplete must not look like a run.
    output.clear();
    throw error;
  } finally {
    progress.stop();
    signals.close();
    output.release();
  }
}

/** @throws UsageError where the output folder is one of the shards, in one, or around one */
function rejectInput(out: string, shards: readonly ShardFolder[]): void {
  const target = `${real(out)}${sep}`;
  for (const { directory } of shards) {
    const shard = `${real(directory)}${sep}`;
    if (!shard.startsWith(target) && !target.startsWith(shard)) continue;
    throw new UsageError(
      `--out ${out}: is, holds or is in ${directory}, which is merged; choose another folder`,
    );
  }
}

/** The path without links; the path itself where nothing exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

interface Merge {
  shards: readonly ShardFolder[];
  missing: readonly number[];
  /** That all shards were compared with. */
  baseline: Baseline | undefined;
  flags: MergeFlags;
  progress: Progress;
  signals: Signals;
}

async function mergeInto(
  output: Output,
  { shards, missing, baseline, flags, progress, signals }: Merge,
): Promise<void> {
  const { directory } = output;
  const files = runFiles(directory);
  const folders = shards.map((shard) => shard.directory);
  progress.phase("merging");
  output.clear();
  const journal = mergeJournals(directory, folders);
  const evidence = new Evidence(directory);
  for (const folder of folders) {
    const redact = gateOfWritten(folder);
    evidence.addExchanges(folder, redact);
    await orStop(signals);
    evidence.addAllureResults(folder, redact);
    await orStop(signals);
  }
  const redaction = redactionOfWritten(directory);
  const whole = mergedResults({
    shards,
    missing,
    differences: differences.map(({ id }) => id),
    sha256: evidence.digest(),
  });
  const merged = baseline ? comparedAnew(whole, baseline, shards) : whole;
  if (baseline) writeText(files.baseline, redaction.writtenJson(baseline, 2));
  const text = redaction.writtenJson(merged, 2);
  writeText(files.results, text);
  const results: Results = JSON.parse(text);

  let report: ReportWriter | undefined;
  try {
    if (flags.report) {
      report = (await import("./write-report.ts")).startReport();
      progress.phase("writing the report");
      await report.begin(directory);
    }
    const { describeWith } = await import("./assemble.ts");
    const [{ catalogue: used } = { catalogue: { requirements: [], differences: [] } }] = shards;
    const { tool, toolVersion } = results;
    const described = describeWith(results, { tool, toolVersion, ...used }, directory, redaction);
    const page = await report?.finish(gateOfWritten(directory), described);
    await orStop(signals);
    output.writeFile("--json", text);
    writeCiFiles(results, flags, gateOfWritten(directory), output.writeFile);
    progress.stop();
    const paths = { results: files.results, learnt: files.learnt, page };
    const { catalogue, learnt, since } = described;
    print(
      [...totals(results, learnt, paths), ...lastLines(results, catalogue, since, paths)].join(
        "\n",
      ),
    );
  } finally {
    report?.abandon();
  }
  for (const { directory: folder, results: shard } of shards) {
    const left = shard.leftBehind.length;
    if (left === 0) continue;
    progress.warn(
      `${folder}: ${left} left behind; to clean up: ${toolCommand("cleanup", "--out", folder)}`,
    );
  }
  const isOnPurpose = shards.every(
    ({ results: { stopped } }) => stopped === null || isAtFinding(stopped),
  );
  const { exitCode, why } = outcomeOf(results, attemptedUsers(journal), isOnPurpose);
  if (why !== undefined) progress.warn(why);
  process.exitCode = exitCode;
}

/** Lets signals in. @throws UntestableError once one came */
async function orStop(signals: Signals): Promise<void> {
  await turn();
  if (signals.name !== undefined) {
    throw new UntestableError(`stopped by ${signals.name}; nothing was merged`);
  }
}
