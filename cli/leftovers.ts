import { existsSync } from "node:fs";
import { join } from "node:path";
import { isLoopback, versions } from "../client/index.ts";
import { UsageError } from "../reports/exit.ts";
import { readResults, runFiles } from "../reports/run-directory.ts";
import type { Results } from "../schemas/index.ts";
import type { CleanUpReport, LeftBehind } from "../suites/run/clean-up.ts";
import { Journal } from "../suites/run/journal.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import type { Stopped } from "../suites/run/run-stop.ts";
import { cleanupCommand } from "./cleanup-command.ts";
import type { Progress } from "./progress.ts";
import type { Signals } from "./signals.ts";
import type { TargetFlags } from "./target.ts";
import { told } from "./told-exchanges.ts";

/** The journal in an output folder, if it lists anything that may be left. */
export function journalWithLeftovers(directory: string): Journal | undefined {
  const journal = new Journal(runFiles(directory).journal);
  const owner = journal.owner();
  if (!owner || journal.leftovers().length === 0) return undefined;
  // 0.1.0 did not record in the journal that it tested the embedded mock.
  const isOld = owner.runTag === undefined && Object.values(owner.baseUrls).every(isLoopback);
  return isOld && resultsIn(directory)?.embedded ? undefined : journal;
}

/** The results in an output folder; undefined if it has none that can be read. */
function resultsIn(directory: string): Results | undefined {
  try {
    return readResults(directory);
  } catch {
    return undefined;
  }
}

/** Whether a folder contains what this tool writes: its mark, a journal or results. */
export function isOurFolder(directory: string): boolean {
  return (
    existsSync(join(directory, ".slack-scim-conformance.json")) ||
    new Journal(runFiles(directory).journal).owner() !== undefined ||
    resultsIn(directory) !== undefined
  );
}

/**
 * Only the journal says what an interrupted run left in an organisation.
 * @param target of the new run; undefined: the embedded organisation
 * @throws UsageError when a new run in the folder would lose it
 */
export function rejectLeftovers(
  directory: string,
  flags: TargetFlags & { out: string },
  target: Pick<RunConfig, "baseUrls"> | undefined,
): void {
  const journal = journalWithLeftovers(directory);
  const baseUrls = journal?.owner()?.baseUrls;
  if (!journal || !baseUrls) return;
  const { tokenEnv, out } = flags;
  // The flags name the new target: where it is another one, only its token may be the same.
  const isSame = versions.every((version) => target?.baseUrls[version] === baseUrls[version]);
  const own = tokenEnv === undefined ? { out } : { out, tokenEnv };
  throw new UsageError(
    `--out ${out}: an interrupted run may have left ${journal.leftovers().length} users and groups ` +
      `at ${Object.values(baseUrls)[0]}; choose another folder, or remove them first: ${cleanupCommand(isSame ? flags : own, baseUrls)}`,
  );
}

interface RemovalOptions {
  flags: TargetFlags & { out: string; verbose?: true };
  signals: Signals;
  progress: Progress;
}

/** How long clean-up keeps trying a target that has stopped working, in milliseconds. */
const lastTryMs = 30_000;

/**
 * Removes what a run created. First prints, on standard error, the command that can do it later.
 * @param stopped where the run ended before its end
 */
export async function removeCreated(
  config: RunConfig,
  { flags, signals, progress }: RemovalOptions,
  stopped: Stopped | undefined,
): Promise<CleanUpReport> {
  const journal = new Journal(config.files.journal, redactionOf(config));
  if (journal.leftovers().length === 0) return { removed: { User: 0, Group: 0 }, left: [] };
  signals.cleaningUp();
  progress.phase("cleaning up");
  // Also with --quiet: an interrupted clean-up matters more than silence.
  progress.warn(`if this is interrupted, run: ${cleanupCommand(flags, config.baseUrls)}`);
  const { cleanUp } = await import("../suites/run/clean-up.ts");
  // Separate clients: the signal that stopped the run must not stop them.
  const clients = createClients(config, told("clean-up", config, flags, progress));
  const { cleanUpPatienceMs, repeatAfterMs } = config;
  const isSick = stopped !== undefined && !stopped.atFinding && signals.name === undefined;
  try {
    return await cleanUp(clients, journal, {
      onProgress: (done, total) => progress.update({ area: "users and groups", done, total }),
      ...(cleanUpPatienceMs === undefined ? {} : { effectsWithinMs: cleanUpPatienceMs }),
      ...(repeatAfterMs === undefined ? {} : { repeatAfterMs }),
      ...(isSick ? { giveUpMs: lastTryMs } : {}),
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

/**
 * What is left, one line each. Names and ids come from a server: control characters are escaped.
 */
export function leftLines(left: readonly LeftBehind[]): string[] {
  return left.map(({ resource, version, id, name, why }) => {
    const what = id === undefined ? `named ${shown(name)}` : shown(id);
    return `left behind: ${resource} ${what} (SCIM ${version}): ${why}`;
  });
}

function shown(text: string): string {
  const plain = text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain;
}
