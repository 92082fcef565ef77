import { expect, test } from "vitest";
import { systemClock } from "./clock.ts";

test("the clock counts milliseconds, and the same ones in every thread", async () => {
  const before = process.hrtime.bigint();
  const now = systemClock.now();
  const after = process.hrtime.bigint();
  expect(now).toBeGreaterThanOrEqual(Number(before) / 1e6);
  expect(now).toBeLessThanOrEqual(Number(after) / 1e6);
});

test("a sleep ends after its time, or when its signal fires", async () => {
  await systemClock.sleep(1);
  await systemClock.sleep(1, new AbortController().signal);
  const sleeping = systemClock.sleep(600_000, AbortSignal.abort());
  await expect(sleeping).rejects.toMatchObject({ name: "AbortError" });
});
