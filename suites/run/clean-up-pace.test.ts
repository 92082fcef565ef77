import { beforeEach, describe, expect, test } from "vitest";
import { type Clock, GaveUpError, Pace, systemClock } from "./clean-up-pace.ts";

let time: number;
let waits: number[];
let clock: Clock;
beforeEach(() => {
  time = 5000;
  waits = [];
  clock = {
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  };
});

/** A clock whose waits end only when their signal does. */
const held: Clock = {
  now: () => time,
  wait: (ms, signal) =>
    new Promise((_, reject) => {
      waits.push(ms);
      signal?.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    }),
};

const never = () => new Promise<never>(() => undefined);

describe("clean-up gives up after this time without a success", () => {
  test("from the beginning", async () => {
    const pace = new Pace(clock, 10_000);
    await pace.wait(9_999);
    pace.check();
    await expect(pace.wait(1)).rejects.toThrow(
      new GaveUpError("nothing could be cleaned up for 10 s"),
    );
    expect(() => pace.check()).toThrow(GaveUpError);
    // What is over is not waited for.
    await expect(pace.wait(50)).rejects.toThrow(GaveUpError);
    expect(waits).toEqual([9_999, 1]);
  });

  test("from the last success", async () => {
    const pace = new Pace(clock, 10_000);
    await pace.wait(9_000);
    pace.succeeded();
    await pace.wait(9_000);
    pace.check();
    await expect(pace.wait(1_000)).rejects.toThrow(GaveUpError);
  });

  test("and the reason is the last failure", async () => {
    const pace = new Pace(clock, 1_499);
    pace.troubled("HTTP 500");
    pace.troubled("HTTP 503");
    const error = await pace.wait(2_000).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GaveUpError);
    expect(error).toMatchObject({
      name: "GaveUpError",
      message: "nothing could be cleaned up for 1 s; last: HTTP 503",
    });
  });
});

describe("when the user stops it", () => {
  test("nothing is started", async () => {
    const pace = new Pace(clock, 10_000, AbortSignal.abort());
    await expect(pace.wait(5)).rejects.toThrow(new GaveUpError("clean-up was stopped"));
    let begun = false;
    await expect(
      pace.within(async () => {
        begun = true;
      }),
    ).rejects.toThrow(GaveUpError);
    expect([begun, waits]).toEqual([false, []]);
  });

  test("a wait ends, and so does a request", async () => {
    const stop = new AbortController();
    const pace = new Pace(held, 10_000, stop.signal);
    pace.troubled("HTTP 429");
    const waiting = pace.wait(5_000);
    const asking = pace.within(never);
    stop.abort();
    await expect(waiting).rejects.toThrow(new GaveUpError("clean-up was stopped; last: HTTP 429"));
    await expect(asking).rejects.toThrow("clean-up was stopped; last: HTTP 429");
  });
});

describe("a request", () => {
  test("returns its response, or its error", async () => {
    const pace = new Pace(held, 10_000);
    expect(await pace.within(async () => "answer")).toBe("answer");
    await expect(pace.within(() => Promise.reject(new Error("reset")))).rejects.toThrow("reset");
  });

  test("that does not end is ended with clean-up, not earlier", async () => {
    const pace = new Pace(clock, 10_000);
    time += 4_000;
    await expect(pace.within(never)).rejects.toThrow("nothing could be cleaned up for 10 s");
    expect(waits).toEqual([6_000]);
    expect(time).toBe(15_000);
  });

  test("has more time if something succeeds meanwhile", async () => {
    const pace = new Pace(
      {
        now: () => time,
        wait: async (ms) => {
          waits.push(ms);
          time += ms;
          if (waits.length === 1) {
            time -= 3_000;
            pace.succeeded();
            time += 3_000;
          }
        },
      },
      10_000,
    );
    await expect(pace.within(never)).rejects.toThrow(GaveUpError);
    expect(waits).toEqual([10_000, 7_000]);
  });

  test("that gets a response leaves no timer behind", async () => {
    const signals: AbortSignal[] = [];
    const watched: Clock = {
      now: () => time,
      wait: (_, signal) => {
        if (signal) signals.push(signal);
        return new Promise((resolve) => signal?.addEventListener("abort", () => resolve()));
      },
    };
    const stop = new AbortController();
    for (const signal of [undefined, stop.signal]) {
      await new Pace(watched, 10_000, signal).within(async () => 1);
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test("never waits for 0 ms, which would loop forever", async () => {
    const late: Clock = { ...clock, now: () => time };
    const pace = new Pace(late, 0.5);
    await expect(pace.within(never)).rejects.toThrow(GaveUpError);
    expect(waits).toEqual([1]);
  });
});

test("the system clock waits until its signal at the latest", async () => {
  const start = systemClock.now();
  expect(Math.abs(start - Date.now())).toBeLessThan(60_000);
  await systemClock.wait(20);
  expect(systemClock.now() - start).toBeGreaterThanOrEqual(18);
  const stop = new AbortController();
  const waiting = systemClock.wait(600_000, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow(/abort/i);
});
