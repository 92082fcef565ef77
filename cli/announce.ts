import { createTenantGate } from "../client/index.ts";
import type { RunConfig } from "../suites/run/run-config.ts";
import type { Progress } from "./progress.ts";
import { timeLeft } from "./time-left.ts";

const kept = "the run keeps Slack's rate limits from now on";

/**
 * Prints, before the first write, what a run will send and create in an organisation that is not
 * embedded.
 * @returns the time left at Slack's limits, where these apply
 */
export async function announce(
  config: RunConfig,
  { isEmbedded, progress }: { isEmbedded: boolean; progress: Progress },
): Promise<{ left: () => { leftMs?: number } }> {
  if (isEmbedded) return { left: () => ({}) };
  const { expectedWorkload, timeAtLimits } = await import("../suites/run/workload.ts");
  const workload = expectedWorkload(config);
  const isPaced = config.rateLimits === "slack";
  const minutes = Math.ceil(timeAtLimits(workload, undefined, config.limitShare) / 60_000);
  const time = isPaced
    ? `, at least ${minutes} ${minutes === 1 ? "minute" : "minutes"} at Slack's limits`
    : "";
  progress.note(`sends about ${workload.requests.toLocaleString("en")} requests${time}`);
  const { writes, maxUsers, maxGroups, namePrefix, emailDomain } = config;
  progress.note(
    writes
      ? `creates at most ${maxUsers} ${maxUsers === 1 ? "user" : "users"} and ${maxGroups} groups, named ${namePrefix}… (…@${emailDomain}); at the end users are deactivated and groups deleted`
      : "read-only: nothing is created or changed",
  );
  const gate = createTenantGate(
    config.rateLimits,
    config.gate === undefined ? {} : { state: config.gate, share: config.limitShare },
  );
  let isKept = isPaced;
  return {
    left: () => {
      if (!gate.isPaced()) return {};
      const leftMs = timeAtLimits(workload, gate.sent(), config.limitShare);
      if (!isKept) progress.note(`the target answers HTTP 429: ${kept}, ${timeLeft(leftMs)}`);
      isKept = true;
      return { leftMs };
    },
  };
}
