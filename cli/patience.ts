import { isLoopback } from "../client/index.ts";
import type { RunConfig } from "../suites/run/run-config.ts";

/** How long a run waits for delayed effects, in milliseconds. */
interface Patience {
  /** The first check that awaits an effect, if none of the kind has come. */
  checksMs: number;
  /** Clean-up, until it tries another way. */
  cleanUpMs: number;
}

/** In proportion to the length of a run, which is shorter for a server on this machine. */
const patience = {
  here: { checksMs: 2500, cleanUpMs: 1000 },
  away: { checksMs: 30_000, cleanUpMs: 10_000 },
} as const satisfies Readonly<Record<string, Patience>>;

export function patienceWith({ baseUrls }: Pick<RunConfig, "baseUrls">): Patience {
  return Object.values(baseUrls).every(isLoopback) ? patience.here : patience.away;
}
