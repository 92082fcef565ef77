import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { isLoopback, versions } from "../client/index.ts";
import { exitCode, UntestableError, UsageError } from "../reports/exit.ts";
import { markedBy } from "../reports/output/mark.ts";
import { runFiles } from "../reports/run-directory.ts";
import { type CleanUpReport, cleanUp } from "../suites/run/clean-up.ts";
import type { Journal } from "../suites/run/journal.ts";
import type { JournalOwner } from "../suites/run/journal-lines.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import { cleanupCommand } from "./cleanup-command.ts";
import { print, printNotice, printThrough } from "./console.ts";
import { isOurFolder, journalWithLeftovers, leftLines } from "./leftovers.ts";
import { lockOutputFolder } from "./output.ts";
import { preflight } from "./preflight.ts";
import { startProgress } from "./progress.ts";
import { Signals } from "./signals.ts";
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
  if (!existsSync(directory)) throw new UsageError(`--out ${flags.out}: no such folder`);
  if (!isOurFolder(directory)) {
    throw new UsageError(
      `--out ${flags.out}: not an output folder of this tool: no journal and no results`,
    );
  }
  const journal = journalWithLeftovers(directory);
  // The shards may have been in several organisations.
  if (journal && markedBy(directory) === "merge") {
    throw new UsageError(
      `--out ${flags.out}: holds merged runs; clean up the folder of each run, whose journal says where it was`,
    );
  }
  const owner = journal?.owner();
  if (!journal || !owner) {
    print("nothing to clean up");
    return;
  }
  const target = targetOf(owner, flags);
  printThrough(redactionOf(target));
  const count = journal.leftovers().length;
  if (!target.writes) {
    throw new UsageError(
      `${count} users and groups may be left; to allow their removal: ${cleanupCommand(flags, target.baseUrls)}`,
    );
  }
  const lock = lockOutputFolder(directory, printNotice);
  const signals = new Signals();
  try {
    const report = await remove(target, journal, count, flags, signals);
    say(report);
    if (signals.name !== undefined) {
      throw new UntestableError(`stopped by ${signals.name}; the journal lists what is left`);
    }
    process.exitCode = report.left.length > 0 ? exitCode.findings : exitCode.noFinding;
  } finally {
    signals.close();
    lock.release();
  }
}

async function remove(
  target: ResolvedTarget,
  journal: Journal,
  count: number,
  flags: CleanupFlags,
  signals: Signals,
): Promise<CleanUpReport> {
  const signal = signals.stopped;
  const asking = createClients(target, { signal, retry: { rateLimited: 0 } });
  const clients = createClients(target, { signal });
  const progress = startProgress(process.stderr);
  try {
    progress.shortPhase("checking that the target can be reached");
    await preflight(asking, { profile: target.profile, signal }).catch(
      unreachable(count, flags, target),
    );
    progress.phase("cleaning up");
    return await cleanUp(clients, journal, {
      signal,
      onProgress: (done, total) => progress.update({ area: "users and groups", done, total }),
    });
  } finally {
    progress.stop();
    await Promise.all([...asking, ...clients].map((client) => client.close()));
  }
}

/** Reports that everything stays, the journal included: the target cannot be reached. */
function unreachable(count: number, flags: CleanupFlags, { baseUrls }: ResolvedTarget) {
  return (error: unknown): never => {
    if (!(error instanceof UntestableError)) throw error;
    const hint = Object.values(baseUrls).every(isLoopback)
      ? `; if that server is gone for good, delete ${runFiles(flags.out).journal}`
      : "";
    throw new UntestableError(
      `${error.message}; ${count} users and groups may be left; the journal is kept${hint}`,
    );
  };
}

function say({ removed, left, unnoted }: CleanUpReport): void {
  const lines = [
    `deactivated ${removed.User} users, deleted ${removed.Group} groups`,
    ...leftLines(left),
  ];
  print(lines.join("\n"));
  if (unnoted !== undefined)
    printNotice(`the removal could not be recorded in the journal: ${unnoted}`);
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
    `--out ${flags.out}: that run tested ${v1 ?? v2}, and cleanup removes nothing elsewhere; ` +
      `to clean up: ${cleanupCommand({ out: flags.out }, baseUrls)}`,
  );
}
