import { expect, test } from "vitest";
import { Semaphore } from "./semaphore.ts";

/** Something that ends on request. */
function work() {
  let end = () => {};
  let begun = false;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    begun = true;
    await done;
  };
  return { run, end: () => end(), hasBegun: () => begun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("limits concurrency; the others run in order of arrival", async () => {
  const semaphore = new Semaphore(2);
  const works = [work(), work(), work(), work()];
  const runs = works.map(({ run }) => semaphore.run(run));
  const begun = () => works.map(({ hasBegun }) => hasBegun());
  await turn();
  expect(begun()).toEqual([true, true, false, false]);
  works[1]?.end();
  await runs[1];
  await turn();
  expect(begun()).toEqual([true, true, true, false]);
  works[0]?.end();
  await runs[0];
  await turn();
  expect(begun()).toEqual([true, true, true, true]);
  for (const { end } of works) end();
  await Promise.all(runs);
});

test("a slot is freed after its work, whether that failed or not", async () => {
  const semaphore = new Semaphore(1);
  await expect(semaphore.run(async () => Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  );
  expect(await semaphore.run(async () => "first")).toBe("first");
  expect(await semaphore.run(async () => "second")).toBe("second");
  const held = work();
  const holding = semaphore.run(held.run);
  const waiting = work();
  const later = semaphore.run(waiting.run);
  await turn();
  expect(waiting.hasBegun()).toBe(false);
  held.end();
  waiting.end();
  await Promise.all([holding, later]);
});

test("nested work shares the slot", async () => {
  const semaphore = new Semaphore(1);
  expect(await semaphore.run(() => semaphore.run(async () => "inner"))).toBe("inner");
  // The inner one has not given back a slot that it did not take.
  const [first, second] = [work(), work()];
  const runs = [semaphore.run(first.run), semaphore.run(second.run)];
  await turn();
  expect(second.hasBegun()).toBe(false);
  first.end();
  second.end();
  await Promise.all(runs);
});

test("a slot of one semaphore is not a slot of another", async () => {
  const [outer, inner] = [new Semaphore(1), new Semaphore(1)];
  const holder = work();
  const holding = inner.run(holder.run);
  const waiting = work();
  const nested = outer.run(() => inner.run(waiting.run));
  await turn();
  expect(waiting.hasBegun()).toBe(false);
  holder.end();
  waiting.end();
  await Promise.all([holding, nested]);
});

test("who runs something outside leaves its slot, and goes on when one is free", async () => {
  const semaphore = new Semaphore(1);
  const [wait, second] = [work(), work()];
  let goesOn = false;
  const first = semaphore.run(async () => {
    await semaphore.outside(wait.run);
    goesOn = true;
  });
  const other = semaphore.run(second.run);
  await turn();
  expect(second.hasBegun()).toBe(true);
  wait.end();
  await turn();
  expect(goesOn).toBe(false);
  second.end();
  await Promise.all([first, other]);
  expect(goesOn).toBe(true);
});
