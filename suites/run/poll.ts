import { setTimeout as pause } from "node:timers/promises";

/** The clock of a wait, in milliseconds; tests have their own. */
export interface Clock {
  now(): number;
  pause(ms: number): Promise<unknown>;
}

const realClock: Clock = { now: () => performance.now(), pause: (ms) => pause(ms) };

/**
 * Repeats a request until `awaited` holds for the response: for effects that Slack delays.
 * @returns the last response, whether `awaited` holds for it, and how long it took in milliseconds
 */
export async function poll<T>(
  ask: () => Promise<T>,
  awaited: (answer: T) => boolean,
  deadlineMs = 30_000,
  clock: Clock = realClock,
): Promise<{ answer: T; isAwaited: boolean; tookMs: number }> {
  const start = clock.now();
  for (let wait = 10; ; wait = Math.min(wait * 2, 1000)) {
    const answer = await ask();
    const isAwaited = awaited(answer);
    const tookMs = clock.now() - start;
    if (isAwaited || tookMs + wait > deadlineMs) return { answer, isAwaited, tookMs };
    await clock.pause(wait);
  }
}
