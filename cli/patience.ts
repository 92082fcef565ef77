import { isLoopback } from "../client/index.ts";
import type { RunConfig } from "../suites/run/run-config.ts";

/** How long a run waits for delayed effects. */
type Patience = Pick<RunConfig, "patienceMs" | "cleanUpPatienceMs">;

/**
 * In proportion to the length of a run, which is shorter for a server on this machine. What is on
 * this machine may lead to Slack all the same, through a proxy that records; the mock never does.
 */
const patience = {
  mock: { patienceMs: 2500, cleanUpPatienceMs: 1000 },
  here: { patienceMs: 10_000, cleanUpPatienceMs: 10_000 },
  away: { patienceMs: 30_000, cleanUpPatienceMs: 10_000 },
} as const satisfies Readonly<Record<string, Patience>>;

/** @param isMock whether the target says that it is the mock */
export function patienceWith(
  { baseUrls }: Pick<RunConfig, "baseUrls">,
  isMock: boolean,
): Required<Patience> {
  if (isMock) return patience.mock;
  return Object.values(baseUrls).every(isLoopback) ? patience.here : patience.away;
}
