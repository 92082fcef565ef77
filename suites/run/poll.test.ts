import { expect, test } from "vitest";
import { poll } from "./poll.ts";

/** A clock whose time passes only by waiting and asking, and what was waited. */
function clock(asksTakeMs = 0) {
  const waits: number[] = [];
  let now = 1000;
  return {
    waits,
    ask: async () => {
      now += asksTakeMs;
      return now - 1000;
    },
    now: () => now,
    pause: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
  };
}

test("an awaited response is returned at once", async () => {
  const time = clock(7);
  const { answer, isAwaited, tookMs } = await poll(time.ask, () => true, 0, time);
  expect({ answer, isAwaited, tookMs }).toEqual({ answer: 7, isAwaited: true, tookMs: 7 });
  expect(time.waits).toEqual([]);
});

test("the waits double, up to a second", async () => {
  const time = clock();
  const { answer, isAwaited } = await poll(time.ask, (ms) => ms >= 4000, 30_000, time);
  expect({ answer, isAwaited }).toEqual({ answer: 4270, isAwaited: true });
  expect(time.waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1000, 1000, 1000]);
});

test("the last request is sent before the deadline, or exactly at it", async () => {
  const within = clock();
  expect(await poll(within.ask, () => false, 29, within)).toEqual({
    answer: 10,
    isAwaited: false,
    tookMs: 10,
  });
  const on = clock();
  expect((await poll(on.ask, () => false, 30, on)).tookMs).toBe(30);
});

test("without a deadline it is half a minute", async () => {
  const time = clock();
  const { tookMs } = await poll(time.ask, () => false, undefined, time);
  expect(tookMs).toBeGreaterThan(29_000);
  expect(tookMs).toBeLessThanOrEqual(30_000);
});

test("without a clock, real time passes", async () => {
  let asked = 0;
  const start = performance.now();
  const { tookMs } = await poll(
    async () => {
      asked += 1;
      return asked;
    },
    (count) => count === 3,
  );
  expect(asked).toBe(3);
  // Timers may be a little early.
  expect(tookMs).toBeGreaterThanOrEqual(25);
  expect(tookMs).toBeLessThanOrEqual(performance.now() - start);
});
