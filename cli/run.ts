import { copyFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import ora from "ora";
import type { Mock } from "../mock/index.ts";
import { catalogue } from "../reports/differences/catalogue.ts";
import { countFindings } from "../reports/results.ts";
import { emptyRunDirectory, runFiles } from "../reports/run-directory.ts";
import { Journal } from "../suites/run/journal.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import { assemble } from "./assemble.ts";
import { printNotice, printThrough } from "./console.ts";
import { exitCode, UntestableError, UsageError } from "./exit.ts";
import { wholeNumber } from "./numbers.ts";
import { preflight } from "./preflight.ts";
import { chooseRequirements } from "./selection.ts";
import { printSummary } from "./summary.ts";
import {
  isLoopback,
  profile,
  type ResolvedTarget,
  resolveTarget,
  type TargetFlags,
} from "./target.ts";

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
      "--runs <n>",
      "generated cases for each property (default: 20 on this machine, 3 elsewhere)",
      wholeNumber(1, 10_000),
    )
    .option("--allow-writes", "allow writes to a target that is not on loopback")
    .option("--max-users <n>", "how many users the run may create", wholeNumber(1, 1000))
    .option("--strict", "warnings are findings")
    .option(
      "--out <dir>",
      "output folder, emptied first but for the history of runs",
      "scim-results",
    )
    .option("--json <file>", "write a copy of the results here")
    .option("--no-report", "write results only, no HTML")
    .action(run);
}

async function run(flags: RunFlags): Promise<void> {
  const requirements = await chooseRequirements(flags.area, flags.requirement);
  const target = resolveTarget(flags, process.env);
  const mock = target ? undefined : await startEmbeddedMock();
  const abort = new AbortController();
  const onInterrupt = () => {
    if (abort.signal.aborted) process.exit(exitCode.untestable);
    printNotice("\nstopping after the checks under way; press Ctrl-C again to leave at once");
    abort.abort();
  };
  process.on("SIGINT", onInterrupt);
  try {
    await runAgainst(
      target ?? embeddedTarget(mock, flags),
      flags,
      requirements,
      mock,
      abort.signal,
    );
  } finally {
    process.off("SIGINT", onInterrupt);
    await mock?.close();
  }
}

async function runAgainst(
  target: ResolvedTarget,
  flags: RunFlags,
  requirements: readonly string[] | undefined,
  mock: Mock | undefined,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = new Date();
  const directory = resolve(flags.out);
  const files = runFiles(directory);
  const config = configOf(target, flags, requirements, files);
  printThrough(redactionOf(config));

  const clients = createClients(config, undefined, signal);
  for (const client of clients) await preflight(client);
  await Promise.all(clients.map((client) => client.close()));

  if (!mock && config.writes) announceWrites(config);
  refuseToForget(directory);
  emptyRunDirectory(directory);
  const { baseUrls, namePrefix } = config;
  new Journal(files.journal).open({ baseUrls, namePrefix });
  const spinner = ora({ text: "starting", stream: process.stderr, discardStdin: false }).start();
  const { runSuites } = await import("../suites/run/run-suites.ts");
  const outcome = await runSuites(config, {
    allureResults: files.allureResults,
    signal,
    onProgress: (done, total) => {
      spinner.text = `${done} of ${total} checks`;
    },
  });
  if (!mock) {
    const { cleanUp } = await import("../suites/run/clean-up.ts");
    spinner.text = "taking away what the run created";
    // Not the clients from above: theirs is the signal that Ctrl-C gives.
    const cleaners = createClients(config);
    outcome.errors.push(...(await cleanUp(cleaners, new Journal(config.files.journal))));
    await Promise.all(cleaners.map((client) => client.close()));
  }

  const results = await assemble({ target, config, startedAt, directory, outcome });
  if (flags.json !== undefined) await copyFile(files.results, flags.json);
  let page: string | undefined;
  if (flags.report) {
    spinner.text = "writing the report";
    const { writeReport } = await import("./write-report.ts");
    page = await writeReport(directory);
  }
  spinner.stop();
  printSummary(results, { strict: flags.strict === true, results: files.results, page });

  if (signal.aborted)
    throw new UntestableError("aborted; the results hold what was done until then");
  if (outcome.errors[0] !== undefined) {
    throw new UntestableError(outcome.errors.map((error) => error.split("\n")[0]).join("; "));
  }
  const findings = countFindings(results, flags.strict === true);
  if (findings === 0 && results.summary.error > 0) {
    throw new UntestableError(
      `${results.summary.error} checks could not be carried out; the results say why`,
    );
  }
  // Said explicitly: vitest leaves an exit code of its own.
  process.exitCode = findings > 0 ? exitCode.findings : exitCode.noFinding;
}

/**
 * The journal is all that is known of what an interrupted run left in an organisation; what it left
 * on this machine is gone with the server.
 * @throws UsageError when emptying the folder would lose it
 */
function refuseToForget(directory: string): void {
  const journal = new Journal(runFiles(directory).journal);
  const urls = Object.values(journal.owner()?.baseUrls ?? {});
  const left = urls.every(isLoopback) ? 0 : journal.leftovers().length;
  if (left === 0) return;
  throw new UsageError(
    `--out ${directory}: an interrupted run left ${left} users and groups at ${urls[0]}; ` +
      "take them away first with cleanup, or choose another folder",
  );
}

/** Says beforehand what a run will leave in an organisation that is not the embedded one. */
function announceWrites({ maxUsers, maxGroups, namePrefix, emailDomain }: RunConfig): void {
  printNotice(
    `creates at most ${maxUsers} users and ${maxGroups} groups, named ${namePrefix}… (…@${emailDomain}); ` +
      "at the end users are deactivated and groups deleted",
  );
}

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
    runTag: Math.floor(Date.now() / 1000)
      .toString(36)
      .slice(-5),
    files: { exchanges: files.exchanges, journal: files.journal },
    ...(requirements ? { requirements } : {}),
    strict: flags.strict === true,
    // The catalogue is of Slack: another server need not differ as Slack does.
    probes:
      target.profile === "slack"
        ? catalogue.flatMap(({ id, title, expect }) => (expect ? [{ id, title, expect }] : []))
        : [],
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
