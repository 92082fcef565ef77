import { beforeEach, expect, test } from "vitest";
import { WaitBudget } from "./wait-budget.ts";

let now: number;
beforeEach(() => {
  now = 0;
});
const clock = {
  now: () => now,
  pause: async (ms: number) => {
    now += ms;
  },
};
const withBudget = (longestMs: number) => new WaitBudget(longestMs, clock);

/** Waits for something that comes after so many milliseconds, or never. */
function wait(budget: WaitBudget, comesAfterMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  const start = now;
  return budget.until(
    async () => now - start >= comesAfterMs,
    (came) => came,
  );
}

test("the first wait may be as long as allowed", async () => {
  const budget = withBudget(10_000);
  expect(budget.currentMs).toBe(10_000);
  expect(await wait(budget, 9_000)).toBe(true);
});

test("the wait is halved each time that twice the longest wait was spent without success", async () => {
  const budget = withBudget(10_000);
  await wait(budget);
  expect(budget.currentMs).toBe(10_000);
  for (let again = 0; again < 2 && budget.currentMs === 10_000; again += 1) await wait(budget);
  expect(budget.currentMs).toBe(5_000);
});

test("waits without success shorten the wait, but never to nothing", async () => {
  const budget = withBudget(10_000);
  for (let time = 0; time < 200; time += 1) await wait(budget);
  expect(budget.currentMs).toBeLessThan(1_000);
  expect(budget.currentMs).toBeGreaterThanOrEqual(500);
});

test("it stays a multiple of what the slowest effect took", async () => {
  const budget = withBudget(30_000);
  expect(await wait(budget, 3_000)).toBe(true);
  for (let time = 0; time < 50; time += 1) await wait(budget);
  expect(budget.currentMs).toBeGreaterThanOrEqual(4 * 3_000);
  expect(await wait(budget, 10_000)).toBe(true);
});

test("it is never longer than allowed", async () => {
  const budget = withBudget(10_000);
  await wait(budget, 9_000);
  expect(budget.currentMs).toBe(10_000);
});

test("the shorter wait is exact: halved for each two longest waits in vain", async () => {
  const budget = withBudget(1000);
  const inVain = async (ms: number) => {
    // An answer that takes so long that nothing more is waited for.
    await budget.until(
      async () => {
        now += ms;
      },
      () => false,
    );
  };
  await inVain(1999);
  expect(budget.currentMs).toBe(1000);
  await inVain(1);
  expect(budget.currentMs).toBe(500);
  await inVain(10_000);
  expect(budget.currentMs).toBe(500);
});

test("successful waits shorten nothing", async () => {
  const budget = withBudget(10_000);
  for (let time = 0; time < 10; time += 1) expect(await wait(budget, 5_000)).toBe(true);
  expect(budget.currentMs).toBe(10_000);
});

test("the slowest effect counts, with a margin, not the last", async () => {
  const budget = withBudget(10_000);
  const after = (ms: number) =>
    budget.until(
      async () => {
        now += ms;
      },
      () => true,
    );
  await after(300);
  await after(100);
  await budget.until(
    async () => {
      now += 200_000;
    },
    () => false,
  );
  expect(budget.currentMs).toBe(4 * 300 + 500);
});

test("the last response is returned, awaited or not", async () => {
  const budget = withBudget(10);
  expect(
    await budget.until(
      async () => "late",
      () => false,
    ),
  ).toBe("late");
  expect(
    await budget.until(
      async () => "there",
      () => true,
    ),
  ).toBe("there");
});
