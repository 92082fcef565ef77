import { expect, test } from "vitest";
import { roundly, timeLeft } from "./time-left.ts";

test.each([
  [0, "0 s"],
  [1499, "1 s"],
  [9999, "10 s"],
  [10_000, "10 s"],
  [42_400, "40 s"],
  [42_600, "45 s"],
  [89_999, "90 s"],
  [90_000, "2 min"],
  [149_000, "2 min"],
  [151_000, "3 min"],
  [5_399_999, "90 min"],
  [5_400_000, "1.5 h"],
  [7_200_000, "2 h"],
])("%i ms are %s", (ms, words) => {
  expect(roundly(ms)).toBe(words);
});

test("the time left is rounded", () => {
  expect(timeLeft(0)).toBe("a few seconds left");
  expect(timeLeft(4999)).toBe("a few seconds left");
  expect(timeLeft(5000)).toBe("about 5 s left");
  expect(timeLeft(180_000)).toBe("about 3 min left");
});
