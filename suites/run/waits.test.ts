import { beforeEach, expect, test } from "vitest";
import { currentCheck } from "./current-check.ts";
import type { Effect } from "./effects.ts";
import { Waits } from "./waits.ts";

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
const withPatience = (patienceMs: number) =>
  new Waits(patienceMs, async (ask) => ({ answer: await ask(), failed: false }), clock);

const photo: Effect = "a user has a new photo";
const put: Effect = "a group shows what a PUT changed";
const patch: Effect = "a group shows what a PATCH changed";
const joined: Effect = "a new member lists the group";

/** Awaits an effect that comes after so many milliseconds, or never. @returns what that took */
async function wait(
  waits: Waits,
  effect: Effect,
  comesAfterMs = Number.POSITIVE_INFINITY,
  deadline?: "again",
): Promise<{ came: boolean; ms: number }> {
  const start = now;
  const came = await waits.until(
    effect,
    async () => now - start >= comesAfterMs,
    (is) => is,
    deadline,
  );
  return { came, ms: now - start };
}

const inCheck = <T>(id: string, run: () => Promise<T>) => currentCheck.run(id, run);

test("the first effect of a kind may take as long as the run is patient", async () => {
  const waits = withPatience(3000);
  expect(await wait(waits, photo, 2900)).toMatchObject({ came: true });
  expect(await wait(withPatience(3000), photo)).toEqual({ came: false, ms: 3000 });
});

test("the first change of a group may take longer, but no longer than half a minute", async () => {
  expect(await wait(withPatience(3000), put)).toEqual({ came: false, ms: 3900 });
  expect(await wait(withPatience(30_000), put)).toEqual({ came: false, ms: 30_000 });
});

test("where effects of the kind come at once, another one is awaited for a sixth of that", async () => {
  const waits = withPatience(3000);
  await wait(waits, joined, 0);
  expect(await wait(waits, put)).toEqual({ came: false, ms: 500 });
});

test("an effect is awaited in vain once", async () => {
  const waits = withPatience(3000);
  await wait(waits, joined, 0);
  await wait(waits, put);
  for (let time = 0; time < 20; time += 1) {
    expect(await wait(waits, put)).toEqual({ came: false, ms: 150 });
  }
  // Each effect has its own deadline.
  expect(await wait(waits, patch)).toEqual({ came: false, ms: 500 });
  expect(await wait(waits, patch)).toEqual({ came: false, ms: 150 });
});

test("no deadline is shorter than a multiple of what the slowest effect of the kind took", async () => {
  const waits = withPatience(3000);
  const { ms: slowest } = await wait(waits, joined, 300);
  expect(slowest).toBe(310);
  await wait(waits, joined, 0);
  expect(await wait(waits, put)).toEqual({ came: false, ms: 4 * slowest });
  expect(await wait(waits, put)).toEqual({ came: false, ms: 4 * slowest });
  expect(await wait(waits, put, undefined, "again")).toEqual({ came: false, ms: 2 * slowest });
  expect(await wait(waits, put, 1200)).toMatchObject({ came: true });
});

test("a kind is no measure for another one", async () => {
  const waits = withPatience(3000);
  await wait(waits, joined, 0);
  expect(await wait(waits, photo)).toEqual({ came: false, ms: 3000 });
});

test("a slow effect is not missed for an effect of its kind that was awaited in vain", async () => {
  const waits = withPatience(3000);
  await wait(waits, joined, 2000);
  await wait(waits, put);
  expect(await wait(waits, patch, 5000)).toMatchObject({ came: true });
  expect(await wait(waits, put, 5000)).toMatchObject({ came: true });
});

test("what may have been visible before is no measure, unless it had to be awaited", async () => {
  const waits = withPatience(1000);
  await wait(waits, patch, 0);
  expect(await wait(waits, patch, 1200)).toMatchObject({ came: true });
  expect((await wait(waits, put)).ms).toBeGreaterThanOrEqual(4 * 1200);
});

test("waits under way end soon after one in vain", async () => {
  const waits = withPatience(3000);
  let first: number | undefined;
  // While the second one waits, the first one does, from its start to its end in vain.
  const ask = async () => {
    if (now === 70) first = (await wait(waits, photo)).ms;
    return false;
  };
  await waits.until(photo, ask, Boolean);
  expect({ first, now }).toEqual({ first: 3000, now: 3070 });
});

test("who misses what was awaited in vain rests on the check that waited", async () => {
  const waits = withPatience(3000);
  await inCheck("A", () => wait(waits, photo));
  expect(await inCheck("B", () => wait(waits, photo))).toEqual({ came: false, ms: 150 });
  expect(waits.awaitedBefore("B")).toEqual(["A"]);
  expect(waits.awaitedBefore("A")).toEqual([]);
  expect(waits.awaitedBefore("C")).toEqual([]);
});

test("where effects of the kind come, a check that misses one is judged by itself", async () => {
  const waits = withPatience(3000);
  await inCheck("A", () => wait(waits, put));
  await inCheck("B", () => wait(waits, joined, 0));
  await inCheck("C", () => wait(waits, put));
  await inCheck("D", () => wait(waits, patch));
  for (const check of ["A", "B", "C", "D"]) expect(waits.awaitedBefore(check)).toEqual([]);
});

test("what could not be read three times is not awaited, and not an effect in vain", async () => {
  let fails = true;
  const waits = new Waits(3000, async (ask) => ({ answer: await ask(), failed: fails }), clock);
  await inCheck("A", () => wait(waits, photo));
  expect(now).toBe(30);
  fails = false;
  expect(await inCheck("B", () => wait(waits, photo, 2900))).toMatchObject({ came: true });
  expect(waits.awaitedBefore("B")).toEqual([]);
});

test("the last response is returned, awaited or not", async () => {
  const waits = withPatience(10);
  const answer = async () => "last";
  expect(await waits.until(photo, answer, () => false)).toBe("last");
  expect(await waits.until(photo, answer, () => true)).toBe("last");
});
