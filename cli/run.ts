import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { createGateState, createTenantGate, isLoopback } from "../client/index.ts";
import type { Mock } from "../mock/index.ts";
import { exitCode, UntestableError } from "../reports/exit.ts";
import { outcomeOf } from "../reports/outcome.ts";
import type { Output } from "../reports/output/open-output.ts";
import { jsonOfThisTool } from "../reports/output/output-file.ts";
import { runFiles } from "../reports/run-directory.ts";
import { Journal } from "../suites/run/journal.ts";
import type { JournalEntry } from "../suites/run/journal-lines.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import { newRunTag } from "../suites/run/run-tag.ts";
import { assemble } from "./assemble.ts";
import { printThrough } from "./console.ts";
import { leftLines, refuseToForget, removeCreated } from "./leftovers.ts";
import { wholeNumber } from "./numbers.ts";
import { claimOutput } from "./output.ts";
import { preflight } from "./preflight.ts";
import { type Progress, startProgress } from "./progress.ts";
import { chooseRequirements } from "./selection.ts";
import { Signals } from "./signals.ts";
import { printSummary } from "./summary.ts";
import { profile, type ResolvedTarget, resolveTarget, type TargetFlags } from "./target.ts";

interface RunFlags extends TargetFlags {
  area?: string[];
  requirement?: string[];
  seed?: number;
  strict?: true;
  out: string;
  json?: string;
  report: boolean;
}

export function addRunCommand(program: Command): Command {
  return program
    .command("run")
    .description("run the suites; write results and the Allure report")
    .option(
      "--target <file>",
      "what is tested (JSON); without it and without URLs: the embedded mock",
    )
    .option("--v1 <url>", "base URL of version 1.1, such as https://api.slack.com/scim/v1")
    .option("--v2 <url>", "base URL of version 2.0")
    .option(
      "--token-env <name>",
      "environment variable that holds the token (default: SLACK_SCIM_TOKEN)",
    )
    .option(
      "--profile <name>",
      "slack: Slack's documented behaviour; rfc: the standard alone (default: slack)",
    )
    .option("--area <name...>", "only the requirements of these areas")
    .option("--requirement <id...>", "only these requirements")
    .option(
      "--seed <n>",
      "seed of generated values (default: a new one, shown in the results)",
      wholeNumber(0, 2 ** 31 - 1),
    )
    .option(
      "--cases <n>",
      "generated cases for each property (default: 20 on this machine, 3 elsewhere)",
      wholeNumber(1, 10_000),
    )
    .addOption(new Option("--runs <n>", "the same").argParser(wholeNumber(1, 10_000)).hideHelp())
    .option("--allow-writes", "allow writes to a target that is not on loopback")
    .option("--max-users <n>", "how many users the run may create", wholeNumber(1, 1000))
    .option("--strict", "warnings are findings")
    .option(
      "--out <dir>",
      "output folder: a new or empty one, or that of an earlier run, which is replaced",
      "scim-results",
    )
    .option("--json <file>", "write a copy of the results here")
    .option("--no-report", "write results only, no HTML")
    .action(run);
}

async function run(flags: RunFlags): Promise<void> {
  const requirements = await chooseRequirements(flags.area, flags.requirement);
  const target = resolveTarget(flags, process.env);
  const progress = startProgress(process.stderr);
  const { json, out } = flags;
  // Decided before the first request.
  const output = claimOutput({
    command: "run",
    directory: out,
    files: json === undefined ? [] : [{ flag: "--json", path: json, kind: jsonOfThisTool }],
    refuse: () => refuseToForget(resolve(out), flags),
    say: progress.note,
    lost: () => leaveAtOnce(progress),
  });
  const signals = new Signals({ write: progress.note });
  let mock: Mock | undefined;
  try {
    mock = target ? undefined : await startEmbeddedMock();
    await runAgainst({
      target: target ?? embeddedTarget(mock, flags),
      isEmbedded: mock !== undefined,
      flags,
      requirements,
      output,
      progress,
      signals,
    });
  } finally {
    progress.stop();
    signals.close();
    await mock?.close();
    output.release();
  }
}

/**
 * Ends the process: whoever took the folder over has cleaned up by its journal, or has begun another
 * there. What this run created since then stands in it too.
 */
function leaveAtOnce(progress: Progress): never {
  progress.note(
    "this run stood still for too long: it ends here; run cleanup for what it created since",
  );
  process.exit(exitCode.untestable);
}

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

async function runAgainst(run: Run): Promise<void> {
  const { target, isEmbedded, flags, requirements, output, progress, signals } = run;
  const startedAt = new Date();
  const { directory } = output;
  const files = runFiles(directory);
  const config = configOf(target, flags, requirements, files);
  const redaction = redactionOf(config);
  printThrough(redaction);
  await checkTarget(config, run);

  const workload = await announce(config, run);
  refuseStopped(signals);
  output.clear();
  const journal = new Journal(files.journal, redaction);
  const { baseUrls, namePrefix, runTag, emailDomain } = config;
  const owner = { baseUrls, namePrefix, runTag, emailDomain };
  journal.open(isEmbedded ? { ...owner, embedded: true } : owner);
  progress.phase(`checking SCIM ${Object.keys(baseUrls).sort().join(" and ")}`);
  const { runSuites } = await import("../suites/run/run-suites.ts");
  const outcome = await runSuites(config, {
    allureResults: files.allureResults,
    signal: signals.stopped,
    onProgress: (state) => progress.update({ ...state, ...workload.left() }),
  }).catch((error: unknown) => cleanUpAfter(error, config, run));
  const { name: signal } = signals;
  if (signal !== undefined) {
    outcome.stopped ??= { at: new Date().toISOString(), why: `interrupted by ${signal}` };
  }
  const { left } = await removeCreated(config, { flags, signals, progress }, outcome.stopped);

  const { results, written } = await assemble({
    target,
    config,
    startedAt,
    directory,
    outcome,
    selection: requirements
      ? { areas: flags.area ?? [], requirements: flags.requirement ?? [] }
      : null,
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
  printSummary(results, { results: files.results, page });
  for (const line of leftLines(left)) progress.note(line);

  if (outcome.errors[0] !== undefined) {
    throw new UntestableError(outcome.errors.map((error) => error.split("\n")[0]).join("; "));
  }
  const { exitCode: code, why } = outcomeOf(results, attemptedUsers(journal));
  if (why !== undefined) progress.note(why);
  // Said explicitly: vitest leaves an exit code of its own.
  process.exitCode = code;
}

/** @throws UntestableError or UsageError where the target cannot be tested as the flags say */
async function checkTarget(config: RunConfig, { flags, progress, signals }: Run): Promise<void> {
  const clients = createClients(config, { signal: signals.stopped, retry: { rateLimited: 0 } });
  progress.shortPhase("asking whether the target can be tested");
  try {
    await preflight(clients, {
      onWait: progress.note,
      signal: signals.stopped,
      ...(flags.target === undefined ? {} : { file: flags.target }),
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

/**
 * Cleans up where the checks could not be ended, such as where the disk is full.
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
  for (const line of leftLines(left)) progress.note(line);
  const isAllGone = left.length === 0 ? "what it created is removed" : `${left.length} are left`;
  throw new UntestableError(`the run could not be ended: ${why}; ${isAllGone}; run it again`);
}

/** @throws UntestableError where a signal came before the first check: earlier results stay then */
function refuseStopped({ name }: Signals): void {
  if (name !== undefined) throw new UntestableError(`stopped by ${name}; nothing was created`);
}

/** How many creates of users were sent. */
function attemptedUsers(journal: Journal): number {
  const isAttempt = ({ event, resource }: JournalEntry) =>
    event === "intent" && resource === "User";
  return journal.read().filter(isAttempt).length;
}

/**
 * Says before the first write what a run will send, and what it will leave in an organisation that
 * is not the embedded one.
 * @returns how long the run still takes at Slack's limits, which nothing can make shorter
 */
async function announce(
  config: RunConfig,
  { isEmbedded, progress }: Run,
): Promise<{ left: () => { leftMs?: number } }> {
  if (isEmbedded) return { left: () => ({}) };
  const { expectedWorkload, timeAtLimits } = await import("../suites/run/workload.ts");
  const workload = expectedWorkload(config);
  const isPaced = config.rateLimits === "slack";
  const minutes = Math.ceil(timeAtLimits(workload) / 60_000);
  const time = isPaced
    ? `, at least ${minutes} ${minutes === 1 ? "minute" : "minutes"} at Slack's limits`
    : "";
  progress.note(`sends about ${workload.requests.toLocaleString("en")} requests${time}`);
  const { writes, maxUsers, maxGroups, namePrefix, emailDomain } = config;
  progress.note(
    writes
      ? `creates at most ${maxUsers} users and ${maxGroups} groups, named ${namePrefix}… (…@${emailDomain}); at the end users are deactivated and groups deleted`
      : "only reads: nothing is created or changed",
  );
  const gate = createTenantGate("off", config.gate === undefined ? {} : { state: config.gate });
  return { left: () => (isPaced ? { leftMs: timeAtLimits(workload, gate.sent()) } : {}) };
}

/** How long a check waits for what the target does late: a server on this machine is not far away. */
const patienceMs = { here: 10_000, away: 30_000 };

function configOf(
  target: ResolvedTarget,
  flags: RunFlags,
  requirements: readonly string[] | undefined,
  files: ReturnType<typeof runFiles>,
): RunConfig {
  const { name: _, ...settings } = target;
  return {
    ...settings,
    seed: flags.seed ?? Math.floor(Math.random() * 2 ** 31),
    runTag: newRunTag(),
    gate: createGateState(),
    patienceMs: Object.values(target.baseUrls).every(isLoopback)
      ? patienceMs.here
      : patienceMs.away,
    files: { exchanges: files.exchanges, journal: files.journal },
    ...(requirements ? { requirements } : {}),
    strict: flags.strict === true,
  };
}

async function startEmbeddedMock(): Promise<Mock> {
  const { startMock } = await import("../mock/index.ts");
  // Late enough that a check has to wait, and no later.
  return startMock({ rateLimits: "off", settings: { deactivationDelayMs: 5, photoDelayMs: 5 } });
}

function embeddedTarget(mock: Mock | undefined, flags: RunFlags): ResolvedTarget {
  if (!mock) throw new Error("no target");
  const target = resolveTarget(
    { ...flags, v1: `${mock.url}/scim/v1`, v2: `${mock.url}/scim/v2` },
    { SLACK_SCIM_TOKEN: mock.token },
  );
  if (!target) throw new Error("no target");
  return { ...target, name: "embedded mock", profile: profile(flags.profile ?? "slack") };
}
