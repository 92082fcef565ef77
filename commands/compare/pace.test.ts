import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

let now = 0;
const pace = (done: number) => {
  now = 0;
  return new Pace(() => now, done);
};

test("the rest takes as long as what was read, what was read earlier aside", () => {
  const resumed = pace(5000);
  now = 1000;
  expect(resumed.left(6000, 10_000)).toBe(4000);
});

test("nothing is known before the first page, nor while none comes", () => {
  const none = pace(5000);
  expect(none.left(5000, 10_000)).toBeNaN();
  now = 60_000;
  expect(none.left(5000, 10_000)).toBeNaN();
});

test("a list that is longer than announced has no time left", () => {
  const longer = pace(0);
  now = 1000;
  expect(longer.left(1200, 1000)).toBe(0);
});

test("the last minute counts", () => {
  const slowing = pace(0);
  for (let page = 1; page <= 100; page += 1) {
    now += 1000;
    slowing.left(page * 1000, 300_000);
  }
  for (let page = 101; page <= 140; page += 1) {
    now += 10_000;
    slowing.left(page * 1000, 300_000);
  }
  expect(slowing.left(140_000, 300_000)).toBe(160 * 10_000);
});
