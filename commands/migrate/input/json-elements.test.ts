import fc from "fast-check";
import { expect, test } from "vitest";
import { ElementScanner } from "./json-elements.ts";

function scanned(text: string, path: readonly string[], length = text.length, largest?: number) {
  const scanner = new ElementScanner(path, largest);
  const found: { text: string; isCut: boolean }[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, length)) {
    found.push(...scanner.feed(text.slice(at, at + Math.max(1, length))));
  }
  return { found, end: scanner.end() };
}

test("the elements of any document are found, however it is cut into pieces", () => {
  const document = fc.tuple(fc.array(fc.jsonValue()), fc.jsonValue(), fc.jsonValue());
  fc.assert(
    fc.property(
      document,
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      ([list, a, b], length, wide) => {
        const text = JSON.stringify(
          { a, log: { b, entries: list, entries2: [a] }, c: b },
          null,
          wide ? 2 : 0,
        );
        const { found, end } = scanned(text, ["log", "entries"], length);
        expect(found.map((one) => JSON.parse(one.text))).toEqual(JSON.parse(JSON.stringify(list)));
        expect(end).toBe("complete");
      },
    ),
  );
});

test("an element that is too large is cut, and the next one is found", () => {
  const text = JSON.stringify([`${"x".repeat(10_000)}`, 5]);
  const { found } = scanned(text, [], 100, 1000);
  expect(found.map(({ isCut }) => isCut)).toEqual([true, false]);
  expect(found[0]?.text.length).toBeLessThan(3000);
});

test.each([
  ["[1,2", [], "cut-off"],
  ["{}", ["log"], "no-array"],
  ["]]]", [], "no-array"],
  ['{"log":{"entries":[]}}', ["log", "entries"], "complete"],
])("%s ends as %s", (text, path, end) => {
  expect(scanned(text, path).end).toBe(end);
});
