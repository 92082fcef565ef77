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
  /** Whether the last look failed, as those before it. */
  failed: boolean;
  /** How often the request was sent. */
  looks: number;
  tookMs: number;
}

/** A response, or what was made of one, and whether a request for it got 5xx or nothing usable. */
export interface Look<T> {
  answer: T;
  failed: boolean;
}

/** How often in a row a look is repeated that failed: then the response will show no effect. */
const mostFailures = 2;

/**
 * Repeats a request until `awaited` holds for the response: for effects that Slack delays.
 * A look that failed says nothing about the effect, so it is repeated, whatever the deadline; if it
 * fails each time, the wait ends.
 * @param deadlineMs how long that may take; asked again before each wait, since others may have
 *   learnt meanwhile. The last request is sent at the deadline, not before.
 */
export async function poll<T>(
  ask: () => Promise<Look<T>>,
  awaited: (answer: T) => boolean,
  deadlineMs: () => number,
  clock: Clock = realClock,
): Promise<Polled<T>> {
  const start = clock.now();
  let failures = 0;
  for (let [looks, wait] = [1, 10]; ; looks += 1, wait = Math.min(wait * 2, 1000)) {
    const { answer, failed } = await ask();
    failures = failed ? failures + 1 : 0;
    if (failed && failures <= mostFailures) {
      await clock.pause(wait);
      continue;
    }
    const isAwaited = awaited(answer);
    const tookMs = clock.now() - start;
    const left = deadlineMs() - tookMs;
    if (isAwaited || failed || left <= 0) return { answer, isAwaited, failed, looks, tookMs };
    await clock.pause(Math.min(wait, left));
  }
}
