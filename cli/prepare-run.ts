import { resolve } from "node:path";
import { exitCode } from "../reports/exit.ts";
import { jsonOfThisTool } from "../reports/output/output-file.ts";
import type { ChecksThread } from "../suites/run/checks-pool.ts";
import { baselineOfRun } from "./baseline/of-run.ts";
import { requestedCiFiles } from "./ci-files.ts";
import { cleanupCommand } from "./cleanup-command.ts";
import { dryRun } from "./dry-run.ts";
import type { EmbeddedMock } from "./embedded-mock.ts";
import { embeddedName, embeddedTarget } from "./embedded-target.ts";
import { rejectLeftovers } from "./leftovers.ts";
import { checkOutput, claimOutput } from "./output.ts";
import { type Progress, startProgress } from "./progress.ts";
import { runAgainst } from "./run-against.ts";
import { type RunFlags, rejectForeignCanary } from "./run-flags.ts";
import { chooseRequirements } from "./selection.ts";
import { Signals } from "./signals.ts";
import { profile, resolveTarget } from "./target.ts";
import { toolVersion } from "./version.ts";

/** The threads of a run, which load while the command does. */
interface Threads {
  /** What is tested where the flags name no target. */
  mock: EmbeddedMock | undefined;
  /** Where the checks are carried out; none where the plan alone is wanted. */
  checks: ChecksThread | undefined;
}

/**
 * Decides all that can be decided before the first request, then runs the checks.
 * @throws UsageError where a flag, a file or the output folder cannot be used
 */
export async function prepareRun(flags: RunFlags, { mock, checks }: Threads): Promise<void> {
  const requirements = await chooseRequirements(flags);
  // Of the embedded mock it would be checked only once that runs.
  if (flags.profile !== undefined) profile(flags.profile);
  const named = resolveTarget(flags, process.env);
  rejectForeignCanary(flags, named?.profile ?? flags.profile);
  const baseline = await baselineOfRun(
    flags,
    {
      target: named?.name ?? embeddedName,
      profile: named?.profile ?? profile(flags.profile ?? "slack"),
      suite: toolVersion(),
    },
    process.env,
  );
  const progress = startProgress(process.stderr, undefined, flags.quiet === true);
  const { json, out } = flags;
  // Decided before the first request.
  const requested = {
    command: "run" as const,
    directory: out,
    refuse: () => rejectLeftovers(resolve(out), flags, named),
  };
  const asJson = (content: "results" | "plan") =>
    json === undefined ? [] : [{ flag: "--json", path: json, kind: jsonOfThisTool(content) }];
  if (!checks) {
    // The plan alone is written, but a path that cannot be used is better found now.
    const files = [...asJson("plan"), ...requestedCiFiles(flags)];
    const checked = checkOutput({ ...requested, files });
    const file = checked.find(({ flag }) => flag === "--json");
    for (const other of checked) if (other !== file) other.abandon();
    await dryRun({ target: named, mock, flags, requirements, file, progress });
    return;
  }
  const output = claimOutput({
    ...requested,
    files: [...asJson("results"), ...requestedCiFiles(flags), ...(baseline?.files ?? [])],
    say: progress.warn,
    lost: () => leaveAtOnce(progress, cleanupCommand(flags, named?.baseUrls ?? {})),
  });
  const signals = new Signals({ write: progress.warn });
  try {
    // The largest part of the rest of the command, which is needed soon.
    if (mock) await import("vitest/node");
    const target = mock ? await embeddedTarget(mock, flags) : named;
    if (!target) throw new Error("no target");
    await runAgainst({
      target,
      isEmbedded: mock !== undefined,
      flags,
      requirements,
      baseline,
      output,
      progress,
      signals,
      checks,
    });
  } finally {
    progress.stop();
    signals.close();
    output.release();
  }
}

/**
 * Ends the process: another one took the folder over. That one cleaned up by the journal, or began
 * a new one; what this run created since is in the journal too.
 */
function leaveAtOnce(progress: Progress, cleanup: string): never {
  progress.warn(
    `this run was suspended for too long and lost its folder: it ends here; to remove what it created since: ${cleanup}`,
  );
  process.exit(exitCode.untestable);
}
