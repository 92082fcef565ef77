import { UntestableError } from "../reports/exit.ts";
import { outcomeOf } from "../reports/outcome.ts";
import type { Output } from "../reports/output/open-output.ts";
import { runFiles } from "../reports/run-directory.ts";
import { Journal } from "../suites/run/journal.ts";
import type { JournalEntry } from "../suites/run/journal-lines.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { redactionOf } from "../suites/run/run-context.ts";
import { announce } from "./announce.ts";
import { checkTarget } from "./check-target.ts";
import { print, printThrough } from "./console.ts";
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

interface Run {
  target: ResolvedTarget;
  isEmbedded: boolean;
  flags: RunFlags;
  /** Ids; undefined: all. */
  requirements: readonly string[] | undefined;
  output: Output;
  progress: Progress;
  signals: Signals;
}

/**
 * Runs the checks against a target: preflight, checks, clean-up, results, report, exit code.
 * @throws UntestableError where the target cannot be tested, UsageError where the flags are wrong
 */
export async function runAgainst(run: Run): Promise<void> {
  const { target, isEmbedded, flags, requirements, output, progress, signals } = run;
  const startedAt = new Date();
  const { directory } = output;
  const files = runFiles(directory);
  const given = configOf(target, flags, requirements, files, isEmbedded);
  const redaction = redactionOf(given);
  printThrough(redaction);
  const { isMock } = await checkTarget(given, run);
  const config = { ...given, ...patienceWith(given, isMock) };

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
  const outcome = await runSuites(config, {
    allureResults: files.allureResults,
    signal: signals.stopped,
    // Loaded while the checks load, which have their own thread.
    onStart: () => {
      assembly = import("./assemble.ts");
    },
    onProgress: (state) => progress.update({ ...state, ...workload.left() }),
    ...(flags.verbose ? { onExchange: progress.note } : {}),
  }).catch((error: unknown) => cleanUpAfter(error, config, run));
  const { name: signal } = signals;
  if (signal !== undefined && (!outcome.stopped || outcome.stopped.atFinding)) {
    outcome.stopped = { at: new Date().toISOString(), why: `interrupted by ${signal}` };
  }
  const { left } = await removeCreated(config, { flags, signals, progress }, outcome.stopped);

  const { assemble } = await (assembly ?? import("./assemble.ts"));
  const { results, catalogue, written, learnt, since } = await assemble({
    target,
    config,
    startedAt,
    directory,
    outcome,
    selection: selectionOf(flags),
    embedded: isEmbedded,
    leftBehind: left.map(({ name: _, ...rest }) => rest),
  });
  if (flags.json !== undefined) output.writeFile("--json", written);
  let page: string | undefined;
  if (flags.report) {
    progress.phase("writing the report");
    const { writeReport } = await import("./write-report.ts");
    page = await writeReport(directory);
  }
  progress.stop();
  const paths = { results: files.results, learnt: files.learnt, page };
  const before = flags.quiet ? [] : totals(results, learnt, paths);
  print([...before, ...lastLines(results, catalogue, since, paths)].join("\n"));
  for (const line of leftLines(left)) progress.warn(line);
  if (flags.open && page !== undefined) await openPage(page, progress.warn);

  if (outcome.errors[0] !== undefined) {
    throw new UntestableError(outcome.errors.map((error) => error.split("\n")[0]).join("; "));
  }
  const { exitCode: code, why } = outcomeOf(
    results,
    attemptedUsers(journal),
    outcome.stopped?.atFinding,
  );
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

/** How many creates of users were sent. */
function attemptedUsers(journal: Journal): number {
  const isAttempt = ({ event, resource }: JournalEntry) =>
    event === "intent" && resource === "User";
  return journal.read().filter(isAttempt).length;
}
