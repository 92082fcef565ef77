import { isLoopback } from "../client/index.ts";
import type { RunConfig } from "../suites/run/run-config.ts";

/** How long a run waits for delayed effects, and before it repeats a request that failed. */
type Patience = Pick<RunConfig, "patienceMs" | "cleanUpPatienceMs" | "repeatAfterMs">;

/**
 * In proportion to the length of a run, which is shorter for a server on this machine. What is on
 * this machine may lead to Slack all the same, through a proxy that records; the mock never does,
 * and its errors are not temporary.
 */
const patience = {
  mock: { patienceMs: 1000, cleanUpPatienceMs: 1000, repeatAfterMs: 20 },
  here: { patienceMs: 10_000, cleanUpPatienceMs: 10_000 },
  away: { patienceMs: 30_000, cleanUpPatienceMs: 10_000 },
} as const satisfies Readonly<Record<string, Patience>>;

/**
 * How many times as long as its longest delay a run waits for the first effect of the mock: later
 * ones get a sixth of that (`suites/run/waits.ts`).
 */
const timesDelay = 10;

/** @param mockDelayMs by how much the target delays effects at most, if it says that it is the mock */
export function patienceWith(
  { baseUrls }: Pick<RunConfig, "baseUrls">,
  mockDelayMs?: number,
): Patience {
  if (mockDelayMs !== undefined) {
    const delayed = Math.min(timesDelay * mockDelayMs, patience.away.patienceMs);
    return {
      ...patience.mock,
      patienceMs: Math.max(patience.mock.patienceMs, delayed),
      cleanUpPatienceMs: Math.max(patience.mock.cleanUpPatienceMs, delayed),
    };
  }
  return Object.values(baseUrls).every(isLoopback) ? patience.here : patience.away;
}
