import type { RunConfig } from "../suites/run/run-config.ts";
import { createClients } from "../suites/run/run-context.ts";
import { preflight } from "./preflight.ts";
import type { Progress } from "./progress.ts";
import type { RunFlags } from "./run-flags.ts";
import type { Signals } from "./signals.ts";
import { told } from "./told-exchanges.ts";

interface Surroundings {
  flags: RunFlags;
  progress: Progress;
  signals: Signals;
}

/**
 * @returns by how much the target delays effects at most, in milliseconds, if it says that it is the mock
 * @throws UntestableError or UsageError where the target cannot be tested as the flags say
 */
export async function checkTarget(
  config: RunConfig,
  { flags, progress, signals }: Surroundings,
): Promise<{ mockDelayMs?: number }> {
  const clients = createClients(config, {
    signal: signals.stopped,
    retry: { rateLimited: 0 },
    ...told("preflight", config, flags, progress),
  });
  progress.shortPhase("checking that the target can be tested");
  try {
    return await preflight(clients, {
      profile: config.profile,
      onWait: progress.note,
      signal: signals.stopped,
      ...(flags.target === undefined ? {} : { file: flags.target }),
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}
