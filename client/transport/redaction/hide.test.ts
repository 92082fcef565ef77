import { expect, test } from "vitest";
import { type Finder, hidden, hide, personal } from "./hide.ts";

/** Finds words, in capitals as data of a person. */
function finding(...words: string[]): Finder {
  return (text, hits) => {
    for (const word of words) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        const by = word === word.toUpperCase() ? personal : hidden;
        hits.push({ start, end: start + word.length, by });
      }
    }
  };
}

test.each<[string, string[], string]>([
  ["a key here", ["key"], "a [redacted] here"],
  ["a NAME here", ["NAME"], "a [personal] here"],
  // Adjacent parts stay separate; overlapping parts are merged, into a secret if one of them is.
  ["NAMEkey", ["NAME", "key"], "[personal][redacted]"],
  ["ABCD", ["ABC", "BCD"], "[personal]"],
  ["abcd", ["abc", "bcd"], "[redacted]"],
  ["ABcD", ["AB", "BcD"], "[redacted]"],
  ["xABcDx", ["BcD", "AB"], "x[redacted]x"],
  ["ABCDE", ["ABCDE", "B"], "[personal]"],
  // Earlier replacements are not searched; text beside them is.
  ["[redacted]", ["act"], "[redacted]"],
  ["[redacted]", ["[redacted]"], "[redacted]"],
  ["[redacted]", ["ed]"], "[redacted]"],
  ["[redacted]", ["[red"], "[redacted]"],
  ["[personal]", ["person"], "[personal]"],
  ["[redacted]x", ["]x"], "[redacted[redacted]"],
  ["x[redacted]", ["x["], "[redacted]redacted]"],
  ["[redacted]key", ["key"], "[redacted][redacted]"],
  ["[redacted] and key", ["key"], "[redacted] and [redacted]"],
  ["nothing", ["key"], "nothing"],
])("%j without %j is %j", (text, words, left) => {
  expect(hide(text, finding(...words))).toBe(left);
});

test("up to four layers of escapes are decoded", () => {
  const layered = (layers: number) =>
    Array.from({ length: layers }).reduce<string>((text) => encodeURIComponent(text), "k y");
  for (const layers of [1, 2, 3, 4]) {
    expect(hide(layered(layers), finding("k y"))).toBe("[redacted]");
  }
  expect(hide(layered(5), finding("k y"))).toBe(layered(5));
});
