import type { ReportWriter } from "../reports/allure/write-report.ts";
import { UntestableError } from "../reports/exit.ts";
import { outcomeOf } from "../reports/outcome.ts";
import type { Output } from "../reports/output/open-output.ts";
import { runFiles } from "../reports/run-directory.ts";
import type { ChecksThread } from "../suites/run/checks-pool.ts";
import { Journal } from "../suites/run/journal.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { redactionOf } from "../suites/run/run-context.ts";
import type { RunProgress, SuiteOutcome } from "../suites/run/run-suites.ts";
import { announce } from "./announce.ts";
import { attemptedUsers } from "./attempted-users.ts";
import { type BaselineOfRun, baselineFlag } from "./baseline/of-run.ts";
import { checkTarget } from "./check-target.ts";
import { writeCiFiles } from "./ci-files.ts";
import { print, printThrough } from "./console.ts";
import { reportToGitHub } from "./github.ts";
import { lastLines } from "./last-lines.ts";
import { leftLines, removeCreated } from "./leftovers.ts";
import { openPage } from "./open-page.ts";
import { patienceWith } from "./patience.ts";
import type { Progress } from "./progress.ts";
import { configOf } from "./run-config.ts";
import type { RunFlags } from "./run-flags.ts";
import { selectionOf } from "./selection.ts";
import type { Signals } from "./signals.ts";
import { totals } from "./summary.ts";
import type { ResolvedTarget } from "./target.ts";
import { gateOfWritten } from "./written-gate.ts";

interface Run {
  target: ResolvedTarget;
  isEmbedded: boolean;
  flags: RunFlags;
  /** Ids; undefined: all. */
  requirements: readonly string[] | undefined;
  baseline: BaselineOfRun | undefined;
  output: Output;
  progress: Progress;
  signals: Signals;
  checks: ChecksThread;
}

/**
 * Runs the checks against a target, then concludes the run.
 * @throws UntestableError where the target cannot be tested, UsageError where the flags are wrong
 */
export async function runAgainst(run: Run): Promise<void> {
  const { target, isEmbedded, flags, requirements, output, progress, signals } = run;
  const startedAt = new Date();
  const { directory } = output;
  const files = runFiles(directory);
  const given = configOf(target, flags, requirements, files, isEmbedded, run.baseline?.known);
  const redaction = redactionOf(given);
  printThrough(redaction);
  const { mockDelayMs } = await checkTarget(given, run);
  const config = { ...given, ...patienceWith(given, mockDelayMs) };

  const workload = await announce(config, run);
  checkNotStopped(signals);
  output.clear();
  const journal = new Journal(files.journal, redaction);
  const { baseUrls, namePrefix, runTag, emailDomain } = config;
  const owner = { baseUrls, namePrefix, runTag, emailDomain };
  journal.open(isEmbedded ? { ...owner, embedded: true } : owner);
  progress.phase(`checking SCIM ${Object.keys(baseUrls).sort().join(" and ")}`);
  const { runSuites } = await import("../suites/run/run-suites.ts");
  let assembly: Promise<typeof import("./assemble.ts")> | undefined;
  let report: Promise<ReportWriter> | undefined;
  // Loads while the checks run, which have their own thread.
  const startReport = () =>
    flags.report ? import("./write-report.ts").then((part) => part.startReport()) : undefined;
  try {
    const observed = {
      allureResults: files.allureResults,
      signal: signals.stopped,
      // Loaded while the checks load.
      onStart: () => {
        assembly = import("./assemble.ts");
      },
      onProgress: (state: RunProgress) => {
        report ??= startReport();
        progress.update({ ...state, ...workload.left() });
      },
      ...(flags.verbose ? { onExchange: progress.note } : {}),
    };
    const outcome = await runSuites(config, observed, run.checks).catch((error: unknown) =>
      cleanUpAfter(error, config, run),
    );
    const { name: signal } = signals;
    if (signal !== undefined && (!outcome.stopped || outcome.stopped.atFinding)) {
      outcome.stopped = { at: new Date().toISOString(), why: `interrupted by ${signal}` };
    }
    report ??= startReport();
    await conclude(run, {
      config,
      startedAt,
      journal,
      outcome,
      assembly,
      report: await report,
    });
  } finally {
    (await report)?.abandon();
  }
}

/** What is known when the last check has ended. */
interface Checked {
  config: RunConfig;
  startedAt: Date;
  journal: Journal;
  outcome: SuiteOutcome;
  assembly: Promise<typeof import("./assemble.ts")> | undefined;
  /** Absent where no report is wanted. */
  report: ReportWriter | undefined;
}

/** Cleans up, writes the results and the report, prints the last lines and sets the exit code. */
async function conclude(run: Run, checked: Checked): Promise<void> {
  const { target, isEmbedded, flags, output, progress, signals } = run;
  const { config, startedAt, journal, outcome, assembly, report } = checked;
  const { directory } = output;
  const files = runFiles(directory);
  const { left } = await removeCreated(config, { flags, signals, progress }, outcome.stopped);

  const { writeResults, describeResults } = await (assembly ?? import("./assemble.ts"));
  const parts = {
    target,
    config,
    startedAt,
    directory,
    outcome,
    selection: selectionOf(flags),
    embedded: isEmbedded,
    leftBehind: left.map(({ name: _, ...rest }) => rest),
    baseline: run.baseline,
    attempted: attemptedUsers(journal),
  };
  const written = writeResults(parts);
  const { results } = written;
  if (flags.json !== undefined) output.writeFile("--json", written.text);
  const redaction = redactionOf(config);
  writeCiFiles(results, flags, (text) => redaction.written(text), output.writeFile);
  if (written.baseline) {
    const { text, notice } = written.baseline;
    if (text !== undefined) output.writeFile(baselineFlag, text);
    progress.warn(notice);
  }
  if (report) progress.phase("writing the report");
  await report?.begin(directory);
  const described = describeResults(written, parts);
  const { catalogue, learnt, since } = described;
  const page = await report?.finish(gateOfWritten(directory), described);
  progress.stop();
  const paths = { results: files.results, learnt: files.learnt, page };
  reportToGitHub(
    { results, catalogue, since },
    {
      flag: flags.github,
      env: process.env,
      redact: (text) => redaction.written(text),
      say: progress.warn,
    },
  );
  const before = flags.quiet ? [] : totals(results, learnt, paths);
  print([...before, ...lastLines(results, catalogue, since, paths)].join("\n"));
  for (const line of leftLines(left)) progress.warn(line);
  if (flags.open && page !== undefined) await openPage(page, progress.warn);

  if (outcome.errors[0] !== undefined) {
    throw new UntestableError(outcome.errors.map((error) => error.split("\n")[0]).join("; "));
  }
  const { exitCode: code, why } = outcomeOf(results, parts.attempted, outcome.stopped?.atFinding);
  if (why !== undefined) progress.warn(why);
  // Set explicitly: vitest sets an exit code too.
  process.exitCode = code;
}

/**
 * Cleans up after checks that could not finish, for example because the disk is full.
 * @throws UntestableError that says why, and what is left
 */
async function cleanUpAfter(
  error: unknown,
  config: RunConfig,
  { flags, signals, progress }: Run,
): Promise<never> {
  const why = error instanceof Error ? error.message : String(error);
  const stopped = { at: new Date().toISOString(), why };
  const { left } = await removeCreated(config, { flags, signals, progress }, stopped);
  for (const line of leftLines(left)) progress.warn(line);
  const isAllGone = left.length === 0 ? "what it created was removed" : `${left.length} are left`;
  throw new UntestableError(`the run could not finish: ${why}; ${isAllGone}; run it again`);
}

/** @throws UntestableError where a signal came before the first check: earlier results are kept */
function checkNotStopped({ name }: Signals): void {
  if (name !== undefined) throw new UntestableError(`stopped by ${name}; nothing was created`);
}
