import { setTimeout as pause } from "node:timers/promises";

/** The clock of a wait, in milliseconds; tests have their own. */
export interface Clock {
  now(): number;
  pause(ms: number): Promise<unknown>;
}

const realClock: Clock = { now: () => performance.now(), pause: (ms) => pause(ms) };

/** The last response to a request that was repeated. */
interface Polled<T> {
  answer: T;
  /** Whether the response is as awaited. */
  isAwaited: boolean;
  /** How often the request was sent. */
  looks: number;
  tookMs: number;
}

/**
 * Repeats a request until `awaited` holds for the response: for effects that Slack delays.
 * @param deadlineMs how long that may take; asked again before each wait, since others may have
 *   learnt meanwhile. The last request is sent at the deadline, not before.
 */
export async function poll<T>(
  ask: () => Promise<T>,
  awaited: (answer: T) => boolean,
  deadlineMs: () => number,
  clock: Clock = realClock,
): Promise<Polled<T>> {
  const start = clock.now();
  for (let [looks, wait] = [1, 10]; ; looks += 1, wait = Math.min(wait * 2, 1000)) {
    const answer = await ask();
    const isAwaited = awaited(answer);
    const tookMs = clock.now() - start;
    const left = deadlineMs() - tookMs;
    if (isAwaited || left <= 0) return { answer, isAwaited, looks, tookMs };
    await clock.pause(Math.min(wait, left));
  }
}
