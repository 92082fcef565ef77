import { expect, test } from "vitest";
import { dateInWords } from "./dates.ts";

test.each([
  ["2026-11-20", "20 November 2026"],
  ["2015-09", "September 2015"],
  ["2020", "2020"],
  ["read 2026-11", "read in November 2026"],
  ["read 2026-11-05", "read on 5 November 2026"],
  ["2026-13", "2026-13"],
  ["last year", "last year"],
])("%s is %s", (date, words) => {
  expect(dateInWords(date)).toBe(words);
});
