import fc from "fast-check";
import { expect, test } from "vitest";
import { breakOf } from "./json-break.ts";

test.each([
  ["{", 1],
  ["", 0],
  ["[1,]", 3],
  ['{"a":1,}', 7],
  ["{'a':1}", 1],
  ['{"a" 1}', 5],
  ["[1 2]", 3],
  ["[01]", 1],
  ["[1.]", 1],
  ["[tru]", 1],
  ["[1]]", 3],
  ["[}", 1],
  ['["a\nb"]', 1],
  ['["\\x"]', 1],
  ["1 // comment", 2],
])("%j stops being JSON at %i", (text, index) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(breakOf(text)).toBe(index);
});

test("JSON has no break, and a text with one is not JSON", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (text, place, more) => {
      expect(breakOf(text)).toBe(text.length);
      expect(breakOf(JSON.stringify(JSON.parse(text), null, 2))).toBeGreaterThan(0);
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + more + text.slice(at);
      if (breakOf(changed) < changed.length) expect(() => JSON.parse(changed)).toThrow();
    }),
  );
});

test.each(["[", '"', "\\", '{"a":', " ", "1", '"\\'])(
  "a megabyte of %j takes no noticeable time",
  (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(breakOf(text)).toBeLessThanOrEqual(text.length);
  },
);
