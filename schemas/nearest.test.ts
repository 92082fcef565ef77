import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const names = ["maxPageSize", "defaultPageSize", "v2Filter", "filterAttributes", "plan"];

test.each([
  ["maxPageSzie", "maxPageSize"],
  ["MAXPAGESIZE", "maxPageSize"],
  ["maxPagSize", "maxPageSize"],
  ["pln", "plan"],
  ["default", "defaultPageSize"],
  ["v2filter", "v2Filter"],
])("%s is nearest to %s", (word, name) => {
  expect(nearest(word, names)[0]).toBe(name);
});

test("three names, each once, whatever the word is", () => {
  for (const word of ["", "__proto__", "\u0000", "x".repeat(1_000_000)]) {
    expect(new Set(nearest(word, names)).size).toBe(3);
  }
  expect(nearest("x", ["one"])).toEqual(["one"]);
});
