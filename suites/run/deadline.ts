import type { RunConfig } from "./run-config.ts";
import { Trouble } from "./trouble.ts";

/**
 * How long one check may take, in milliseconds: it may wait for delayed effects, and for Slack's
 * rate limits, where eight concurrent properties of twenty cases share three changes per second.
 */
export function longestCheck({ rateLimits }: Pick<RunConfig, "rateLimits">): number {
  return rateLimits === "off" ? 240_000 : 3_600_000;
}

/** How much longer vitest waits, so that a check that takes too long ends here, with a result. */
export const graceMs = 30_000;

/** @throws Trouble when the work takes longer than one check may */
export async function inTime<T>(config: RunConfig, work: () => Promise<T>): Promise<T> {
  const limit = longestCheck(config);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Trouble("timeout", `the check took longer than ${limit / 1000} s`)),
      limit,
    );
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
