import { describe, expect, test } from "vitest";
import { limitNames, pacedLimit } from "./rate-limits.ts";
import { createGateState, SharedLimits } from "./shared-limits.ts";

const start = 1000;
/** Long enough for each bucket to be full. */
const full = start + 600_000;
const { perMs, burst } = pacedLimit("create Users");

const made = () => new SharedLimits(createGateState(start));

/** Takes all tokens. @returns their number */
function emptied(limits: SharedLimits, now: number): number {
  for (let count = 0; ; count += 1) {
    if (limits.take(["create Users"], now).length > 0) return count;
  }
}

const wait = (limits: SharedLimits, now: number) =>
  limits.take(["create Users"], now).map(({ waitMs }) => waitMs);

describe("a bucket", () => {
  test("is empty at the start, and tells when its first token is available", () => {
    const limits = made();
    expect(limits.take(["create Users"], start)).toEqual([
      { limit: "create Users", waitMs: 1 / perMs },
    ]);
    expect(limits.take(["create Users"], start + 1 / perMs - 1)).toHaveLength(1);
    expect(limits.take(["create Users"], start + 1 / perMs + 0.001)).toEqual([]);
    expect(limits.sent().get("create Users")).toBe(1);
  });

  test("holds no more than its burst, after any time", () => {
    const limits = made();
    expect(emptied(limits, full)).toBe(burst);
    expect(emptied(limits, full * 10)).toBe(burst);
  });

  test("a fraction of a token shortens the next wait, which is never below a millisecond", () => {
    const limits = made();
    expect(wait(limits, start + 0.75 / perMs)[0]).toBeCloseTo(0.25 / perMs, 5);
    expect(wait(limits, start + 1 / perMs - 0.01)).toEqual([1]);
  });

  test("does not fill twice for the same time, nor by an earlier clock reading of another thread", () => {
    const limits = made();
    emptied(limits, full);
    expect(emptied(limits, full - 60_000)).toBe(0);
    expect(emptied(limits, full + 1 / perMs + 0.001)).toBe(1);
  });

  test("a request that one limit delays takes no token of the others", () => {
    const limits = made();
    emptied(limits, full);
    for (let index = 0; index < 500; index += 1) limits.take(["writes", "create Users"], full);
    expect(limits.sent().get("writes")).toBe(0);
    expect(limits.take(["writes"], full)).toEqual([]);
    expect(limits.take(["writes", "create Users"], full).map(({ limit }) => limit)).toEqual([
      "create Users",
    ]);
  });

  test("each limit has its own numbers", () => {
    const limits = made();
    for (const [index, name] of limitNames.entries()) {
      for (let count = 0; count <= index; count += 1) limits.count([name]);
    }
    expect([...limits.sent()]).toEqual(limitNames.map((name, index) => [name, index + 1]));
  });

  test("counting takes no token", () => {
    const limits = made();
    for (let count = 0; count < 100; count += 1) limits.count(["create Users"]);
    expect(emptied(limits, full)).toBe(burst);
  });
});

describe("after a response 429", () => {
  test("no request is admitted until the pause ends, then one", () => {
    const limits = made();
    limits.narrow(["create Users"], 5000, full - 1, full);
    expect(wait(limits, full)).toEqual([5000]);
    expect(wait(limits, full + 4999)).toEqual([1]);
    expect(wait(limits, full + 4999.5)).toEqual([1]);
    expect(emptied(limits, full + 5000)).toBe(1);
  });

  test("the longest requested pause applies", () => {
    const limits = made();
    limits.narrow(["create Users"], 5000, full - 1, full);
    limits.narrow(["create Users"], 100, full - 1, full);
    expect(wait(limits, full)).toEqual([5000]);
    limits.narrow(["create Users"], 6000, full - 1, full);
    expect(wait(limits, full)).toEqual([6000]);
  });

  test("the rate is lowered to 70 percent, the burst with it, and recovers in ten minutes", () => {
    const limits = made();
    limits.narrow(["create Users"], 0, full - 1, full);
    expect(emptied(limits, full)).toBe(1);
    expect(wait(limits, full)[0]).toBeCloseTo(1 / (perMs * 0.7), 5);
    // A tenth of the rate is restored each minute.
    expect(emptied(limits, full + 60_000)).toBe(Math.floor(burst * 0.8));
    expect(wait(limits, full + 60_000)[0]).toBeCloseTo((1 - (burst * 0.8 - 14)) / (perMs * 0.8), 3);
    expect(emptied(limits, full + 180_000)).toBe(burst);
    expect(emptied(limits, full + 900_000)).toBe(burst);
  });

  test("a second one lowers what is left, down to a tenth", () => {
    const limits = made();
    const rate = (now: number) => {
      emptied(limits, now);
      const tokens = wait(limits, now);
      return tokens[0] ?? 0;
    };
    limits.narrow(["create Users"], 0, full - 1, full);
    limits.narrow(["create Users"], 0, full + 1, full + 2);
    expect(rate(full + 2)).toBeCloseTo(1 / (perMs * 0.49), 0);
    for (let times = 2; times < 40; times += 2) {
      limits.narrow(["create Users"], 0, full + times + 1, full + times + 2);
    }
    expect(rate(full + 40)).toBeCloseTo(1 / (perMs * 0.1), -1);
    expect(emptied(limits, full + 20_000)).toBe(Math.floor(burst * (0.1 + 20 / 600)));
  });

  test("those that were sent before it, or with it, do not lower the rate again", () => {
    const limits = made();
    limits.narrow(["create Users"], 0, full - 1, full);
    limits.narrow(["create Users"], 0, full, full + 10);
    limits.narrow(["create Users"], 0, full - 5, full + 10);
    emptied(limits, full + 10);
    expect(wait(limits, full + 10)[0]).toBeCloseTo(1 / (perMs * 0.7), 0);
  });

  test("other limits are not affected", () => {
    const limits = made();
    limits.narrow(["create Users"], 5000, full - 1, full);
    expect(limits.take(["writes", "delete Users"], full)).toEqual([]);
  });
});

test.each([2, 3, 7])(
  "%d runs with a share each send no more than one run may, at any time",
  (count) => {
    const runs = Array.from(
      { length: count },
      () => new SharedLimits(createGateState(start), 1 / count),
    );
    const whole = new SharedLimits(createGateState(start));
    // All buckets are full at first: the burst is shared too.
    // A run keeps the fraction of a request that it could not send, so the totals are compared.
    let sent = 0;
    let may = 0;
    for (const now of [full, full + 1000, full + 5000, full + 60_000]) {
      sent += runs.reduce((sum, limits) => sum + emptied(limits, now), 0);
      may += emptied(whole, now);
      expect(sent).toBeLessThanOrEqual(may + 1e-9);
      expect(sent).toBeGreaterThan(0.5 * may - count);
    }
  },
);

test("after a 429 that another run caused, a run with a share waits as long, and goes on", () => {
  const limits = new SharedLimits(createGateState(start), 0.5);
  emptied(limits, full);
  limits.narrow(["create Users"], 5000, full, full + 1);
  expect(wait(limits, full + 1)).toEqual([5000]);
  expect(emptied(limits, full + 5001)).toBe(1);
  expect(wait(limits, full + 5001)[0]).toBeGreaterThan(2 / perMs);
});

test("the lock is released, also after a failed change", () => {
  const state = createGateState(start);
  const limits = new SharedLimits(state);
  const isLocked = () => new Int32Array(state, 0, 1)[0] !== 0;
  limits.count(["reads"]);
  expect(isLocked()).toBe(false);
  expect(() => limits.count({} as [])).toThrow(TypeError);
  expect(isLocked()).toBe(false);
});
