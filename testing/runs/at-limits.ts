import { createGateState, createTenantGate } from "../../client/index.ts";
import type { Mock } from "../../mock/index.ts";
import { contentOf } from "../../suites/content.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { timeAtLimits } from "../../suites/run/workload.ts";
import { IdleClock } from "../idle-clock.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/** How long a run takes at Slack's limits, and what the limits alone demand; in milliseconds. */
export interface AtLimits {
  took: number;
  least: number;
}

/** Carries out a run, without its clean-up, at Slack's limits on a clock that only the limits move. */
export async function timedAtLimits(mock: Mock, options: Partial<RunConfig>): Promise<AtLimits> {
  let gate = createGateState(0);
  const sent = () => createTenantGate("off", { state: gate }).sent();
  const clock = new IdleClock((own) => {
    gate = createGateState(own.now(), { reads: true });
    return () => (sent().get("reads") ?? 0) + (sent().get("writes") ?? 0);
  });
  const start = clock.now();
  await withRun(
    bothVersions(mock.url),
    {
      cases: 3,
      maxUsers: 40,
      maxGroups: 40,
      patienceMs: 300,
      ...options,
      gate,
      rateLimits: "slack",
    },
    async (run) => {
      await scheduleOf(run, contentOf(run.config.profile)).all();
    },
    clock,
  );
  const byLimit = sent();
  return {
    took: clock.now() - start,
    least: timeAtLimits({ requests: 0, byLimit }),
  };
}
