import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks again until an answer is as awaited: for what Slack does with a delay.
 * @returns the last answer, as awaited or not
 */
export async function poll<T>(
  ask: () => Promise<T>,
  awaited: (answer: T) => boolean,
  deadlineMs = 30_000,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (let wait = 10; ; wait = Math.min(wait * 2, 1000)) {
    const answer = await ask();
    if (awaited(answer) || performance.now() + wait > end) return answer;
    await pause(wait);
  }
}
