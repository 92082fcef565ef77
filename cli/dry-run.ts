import type { OutputFile } from "../reports/output/output-file.ts";
import { runFiles } from "../reports/run-directory.ts";
import type { Plan } from "../schemas/index.ts";
import { versions } from "../schemas/version.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import { createClients, redactionOf } from "../suites/run/run-context.ts";
import { checkTarget } from "./check-target.ts";
import { print, printThrough } from "./console.ts";
import type { EmbeddedMock } from "./embedded-mock.ts";
import { embeddedTarget } from "./embedded-target.ts";
import { planLines } from "./plan-lines.ts";
import type { Progress } from "./progress.ts";
import { configOf } from "./run-config.ts";
import type { RunFlags } from "./run-flags.ts";
import { Signals } from "./signals.ts";
import type { ResolvedTarget } from "./target.ts";
import { told } from "./told-exchanges.ts";
import { toolVersion } from "./version.ts";

interface DryRun {
  /** Undefined: the embedded organisation. */
  target: ResolvedTarget | undefined;
  /** The embedded organisation, where that is tested. */
  mock: EmbeddedMock | undefined;
  flags: RunFlags;
  /** Ids; undefined: all. */
  requirements: readonly string[] | undefined;
  /** Where the plan is written to, if anywhere. */
  file: OutputFile | undefined;
  progress: Progress;
}

/**
 * Says what a run would do. Sends only the reads that test the target and, of a provider other than
 * Slack, the reads of its discovery documents. Writes nothing but the plan.
 * @throws UntestableError where the target cannot be tested, UsageError where the flags are wrong
 */
export async function dryRun(run: DryRun): Promise<void> {
  const { target: named, mock, flags, requirements, file, progress } = run;
  const signals = new Signals({ write: progress.warn });
  let isWritten = false;
  try {
    const target = mock ? await embeddedTarget(mock, flags) : named;
    if (!target) throw new Error("no target");
    const config = configOf(target, flags, requirements, runFiles(flags.out), mock !== undefined);
    const redaction = redactionOf(config);
    printThrough(redaction);
    await checkTarget(config, { flags, progress, signals });
    const plan: Plan = {
      tool: "slack-scim-conformance",
      toolVersion: toolVersion(),
      planVersion: 1,
      target: target.name,
      profile: target.profile,
      embedded: mock !== undefined,
      ...(config.shard ? { shard: config.shard } : {}),
      ...(await planned(config, { flags, progress, signals })),
    };
    progress.stop();
    const tested = versions.filter((version) => target.baseUrls[version] !== undefined);
    print(planLines(plan, tested, config).join("\n"));
    file?.write(redaction.writtenJson(plan, 2));
    isWritten = true;
  } finally {
    progress.stop();
    signals.close();
    if (!isWritten) file?.abandon();
  }
}

async function planned(
  config: RunConfig,
  { flags, progress, signals }: { flags: RunFlags; progress: Progress; signals: Signals },
) {
  const { planOf } = await import("../suites/run/plan.ts");
  const clients = createClients(config, {
    signal: signals.stopped,
    ...told("discovery", config, flags, progress),
  });
  try {
    return await planOf(config, clients);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}
