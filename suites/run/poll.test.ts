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
      return { answer: now - 1000, failed: false };
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
  const polled = await poll(
    time.ask,
    () => true,
    () => 0,
    time,
  );
  expect(polled).toEqual({ answer: 7, isAwaited: true, failed: false, looks: 1, tookMs: 7 });
  expect(time.waits).toEqual([]);
});

test("the waits double, up to a second", async () => {
  const time = clock();
  const polled = await poll(
    time.ask,
    (ms) => ms >= 4000,
    () => 30_000,
    time,
  );
  expect(polled).toMatchObject({ answer: 4270, isAwaited: true, looks: 11 });
  expect(time.waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1000, 1000, 1000]);
});

test("the last request is sent at the deadline, not before", async () => {
  const time = clock();
  const polled = await poll(
    time.ask,
    () => false,
    () => 45,
    time,
  );
  expect(polled).toEqual({ answer: 45, isAwaited: false, failed: false, looks: 4, tookMs: 45 });
  expect(time.waits).toEqual([10, 20, 15]);
});

test("a deadline that is moved meanwhile holds", async () => {
  const time = clock();
  let deadline = 1000;
  const polled = await poll(
    async () => {
      const look = await time.ask();
      if (look.answer >= 70) deadline = 100;
      return look;
    },
    () => false,
    () => deadline,
    time,
  );
  expect(polled.tookMs).toBe(100);
});

test("without a clock, real time passes", async () => {
  let asked = 0;
  const start = performance.now();
  const { tookMs } = await poll(
    async () => {
      asked += 1;
      return { answer: asked, failed: false };
    },
    (count) => count === 3,
    () => 30_000,
  );
  expect(asked).toBe(3);
  // Timers may be a little early.
  expect(tookMs).toBeGreaterThanOrEqual(25);
  expect(tookMs).toBeLessThanOrEqual(performance.now() - start);
});

/** What is polled of looks that fail in this order, and how often; the response is the look's number. */
async function polledAt(failures: readonly boolean[], deadlineMs: number) {
  const time = clock();
  let looks = 0;
  return poll(
    async () => {
      looks += 1;
      return { answer: looks, failed: failures[looks - 1] ?? false };
    },
    // As a check for something that is gone: a response without a resource would do.
    () => true,
    () => deadlineMs,
    time,
  );
}

test("a look that got 5xx is no awaited response, and no missing effect: it is repeated", async () => {
  expect(await polledAt([true, false], 1000)).toMatchObject({ answer: 2, isAwaited: true });
  expect(await polledAt([true, true, false], 0)).toMatchObject({ answer: 3, isAwaited: true });
});

test("the third failure in a row ends the wait: the target fails each time", async () => {
  expect(await polledAt([true, true, true, true], 1000)).toMatchObject({ answer: 3, failed: true });
});
