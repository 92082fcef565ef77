import { resolve } from "node:path";
import type { Command } from "commander";
import ora from "ora";
import { versions } from "../client/index.ts";
import { runFiles } from "../reports/run-directory.ts";
import { cleanUp } from "../suites/run/clean-up.ts";
import { Journal, type JournalOwner } from "../suites/run/journal.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import { print, printThrough } from "./console.ts";
import { UntestableError, UsageError } from "./exit.ts";
import { preflight } from "./preflight.ts";
import { type ResolvedTarget, resolveTarget, type TargetFlags } from "./target.ts";

interface CleanupFlags extends TargetFlags {
  out: string;
}

export function addCleanupCommand(program: Command): Command {
  return program
    .command("cleanup")
    .description("remove what an interrupted run left behind")
    .option("--target <file>", "the target of that run (JSON); default: the URLs in its journal")
    .option("--v1 <url>", "base URL of version 1.1")
    .option("--v2 <url>", "base URL of version 2.0")
    .option(
      "--token-env <name>",
      "environment variable that holds the token (default: SLACK_SCIM_TOKEN)",
    )
    .option("--allow-writes", "allow writes to a target that is not on loopback")
    .option("--out <dir>", "output folder of the interrupted run", "scim-results")
    .action(cleanup);
}

async function cleanup(flags: CleanupFlags): Promise<void> {
  const directory = resolve(flags.out);
  const files = runFiles(directory);
  const journal = new Journal(files.journal);
  const owner = journal.owner();
  if (!owner) throw new UsageError(`${files.journal}: no journal of a run`);
  const target = targetOf(owner, flags);
  printThrough(redactionOf(target));
  const left = journal.leftovers().length;
  if (left === 0) {
    print("nothing is left");
    return;
  }
  if (!target.writes) {
    throw new UsageError(`${left} users and groups are left: removing them needs --allow-writes`);
  }
  const clients = createClients(target);
  const removed = { User: 0, Group: 0 };
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  try {
    for (const client of clients) await preflight(client);
    spinner.start(`taking away ${left} users and groups`);
    const problems = await cleanUp(clients, journal, ({ resource }) => {
      removed[resource] += 1;
    });
    spinner.stop();
    print(`deactivated ${removed.User} users, deleted ${removed.Group} groups`);
    if (problems.length > 0) throw new UntestableError(problems.join("; "));
  } finally {
    spinner.stop();
    await Promise.all(clients.map((client) => client.close()));
  }
}

/** @throws UsageError when the flags name another target than the journal is of */
function targetOf({ baseUrls }: JournalOwner, flags: CleanupFlags): ResolvedTarget {
  const { "1.1": v1, "2.0": v2 } = baseUrls;
  const named = flags.target ?? flags.v1 ?? flags.v2;
  const recorded = { ...(v1 === undefined ? {} : { v1 }), ...(v2 === undefined ? {} : { v2 }) };
  const target = resolveTarget(
    named === undefined ? { ...flags, ...recorded } : flags,
    process.env,
  );
  const isSame = versions.every((version) => target?.baseUrls[version] === baseUrls[version]);
  if (target && isSame) return target;
  throw new UsageError(
    `${flags.out}: the run was against ${v1 ?? v2}, so nothing is taken away elsewhere`,
  );
}
