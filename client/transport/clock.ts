import { setTimeout as pause } from "node:timers/promises";

/** The clock of the gate and the transport; tests replace it. */
export interface Clock {
  /** Milliseconds on a clock that never goes back, the same in every thread of the process. */
  now(): number;
  /** Milliseconds since 1970, for dates that a server writes. */
  date(): number;
  /** @throws AbortError when the signal fires first */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  // Not performance.now(): that counts from the start of each thread.
  now: () => Number(process.hrtime.bigint()) / 1e6,
  date: Date.now,
  sleep: (ms, signal) => pause(ms, undefined, signal ? { signal } : {}),
};
