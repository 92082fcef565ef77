import { type Command, Option } from "commander";
import { canaryRules } from "../suites/canary.ts";
import { ChecksThread } from "../suites/run/checks-pool.ts";
import { addCiFileOptions } from "./ci-files.ts";
import { startEmbeddedMock } from "./embedded-mock.ts";
import { githubOption } from "./github.ts";
import { optimizeLate } from "./late-optimization.ts";
import { wholeNumber } from "./numbers.ts";
import { namesTarget, type RunFlags, rejectContradictions } from "./run-flags.ts";
import { shardOf } from "./shard-flag.ts";

const canaryHelp = `
The twelve rules of --canary, each tested in both versions:
${canaryRules.map(({ id, why }) => `  ${id.padEnd(16)} ${why}`).join("\n")}

It creates one user and two groups, and deactivates and deletes them. Without the permission to write
it tests only the rules that read.`;

const shardHelp = `
Parts of a run, with --shard 1/3, 2/3 and 3/3:
  Each rule is in exactly one part. Give all parts the same --seed, then "merge" their folders.
  Parts are no faster on one organisation: each keeps to 1/n of Slack's rate limits and of the users
  and groups that a run may create, so that all may run at once. They are for several organisations,
  for a long run in pieces, and for the embedded mock.`;

export function addRunCommand(program: Command): Command {
  const command = program
    .command("run")
    .description("run the suites; write results and the Allure report")
    .option(
      "--target <file>",
      "target file (JSON); without it and without URLs, the embedded mock is tested",
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
      "--canary",
      "only twelve rules of Slack in both versions, with one user in all, in less than a minute (see below)",
    )
    .option(
      "--seed <n>",
      "seed of generated values (default: a new one, shown in the results)",
      wholeNumber(0, 2 ** 31 - 1),
    )
    .option(
      "--cases <n>",
      "generated cases per property (default: 20 on loopback, 3 elsewhere)",
      wholeNumber(1, 10_000),
    )
    .addOption(
      new Option("--runs <n>", "the former name of --cases")
        .argParser(wholeNumber(1, 10_000))
        .hideHelp(),
    )
    .option(
      "--shard <i/n>",
      "carry out part i of n; merge makes the results of all parts one (see below)",
      shardOf,
    )
    .option("--allow-writes", "allow writes to a target that is not on loopback")
    .option("--max-users <n>", "the most users that the run may create", wholeNumber(1, 1000))
    .option("--strict", "count warnings as findings")
    .option("--no-strict", "count no warnings, whatever the configuration file says")
    .option(
      "--out <dir>",
      "output folder: new, empty, or that of an earlier run, which is replaced",
      "scim-results",
    )
    .option("--baseline <file>", "known findings, which do not fail the run; written if missing")
    .option("--baseline-update", "add what is new to the baseline, to be explained by a person")
    .option("--baseline-prune", "remove from the baseline what was tested and not seen again")
    .option("--json <file>", "also write the results to this file");
  return addCiFileOptions(command)
    .addOption(githubOption())
    .option("--no-report", "write results only, no HTML")
    .option("--open", "open the report in the browser at the end")
    .option("--fail-fast", "begin no check after the first finding; clean up and report as always")
    .option("--dry-run", "say what the run would do; send only the reads that test the target")
    .option("--quiet", "print only the last lines, and errors")
    .option("--verbose", "print a line for each exchange: id, method, path, status, time")
    .addHelpText("after", canaryHelp + shardHelp)
    .action(run);
}

async function run(flags: RunFlags): Promise<void> {
  rejectContradictions(flags);
  optimizeLate();
  // They load in their threads while the rest of the command does.
  const mock = namesTarget(flags) ? undefined : startEmbeddedMock();
  const checks = flags.dryRun ? undefined : new ChecksThread();
  try {
    await (await import("./prepare-run.ts")).prepareRun(flags, { mock, checks });
  } finally {
    await Promise.all([mock?.close(), checks?.close()]);
  }
}
