import { expect, test } from "vitest";
import { ownValues } from "./own-values.ts";

const names = ["scimct-a1b21x", "scimct-a1b22y", "SCIMCT-A1B2", "", "{}"];
const own = ownValues(names, ["U01", "W02"]);
const alike = (one: string, other: string) => own.neutral(one) === own.neutral(other);

test.each([
  ["ids", "/Users/U01", "/Users/W02"],
  ["names, also changed ones", "Display scimct-a1b21x", "Display scimct-a1b22zz"],
  ["addresses of names", "scimct-a1b21x@example.com", "scimct-a1b22y@example.com"],
  ["times", "2026-01-02T03:04:05Z", "2026-01-02T03:04:06.789-08:00"],
])("%s of the run are alike", (_, one, other) => {
  expect(alike(one, other)).toBe(true);
});

test.each([
  ["ids of others", "U01", "U03"],
  ["the case of a name", "scimct-a1b21x", "SCIMCT-a1b21x"],
  ["what stands around a name", "scimct-a1b21x@a.example", "scimct-a1b21x@b.example"],
  ["dates without a time", "2026-01-02", "2026-01-03"],
])("%s are not", (_, one, other) => {
  expect(alike(one, other)).toBe(false);
});

test("a run that created nothing, or one thing, has no names that could be taken for its own", () => {
  for (const few of [[], ["scimct-a1b21x"], ["ab", "ac"]]) {
    const { neutral } = ownValues(few, []);
    expect(neutral("scimct-a1b21x abc")).toBe("scimct-a1b21x abc");
  }
});
