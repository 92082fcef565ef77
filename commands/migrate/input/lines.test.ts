import fc from "fast-check";
import { expect, test } from "vitest";
import { pieces } from "../../../testing/migrate/readings.ts";
import { linesOf, type TextLine } from "./lines.ts";

async function lines(text: string, length?: number, longest?: number): Promise<TextLine[]> {
  const all: TextLine[] = [];
  for await (const some of linesOf(pieces(text, length), longest)) all.push(...some);
  return all;
}

test("lines are those of the whole text, however it is cut into pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom("a", " ", "é", "😀") }), { minLength: 1 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom("\n", "\r\n"),
      async (wanted, length, end) => {
        const text = wanted.map((line) => line + end).join("");
        expect((await lines(text, length)).map((line) => line.text)).toEqual(wanted);
      },
    ),
  );
});

test("a line that is too long is cut, and the numbers go on", async () => {
  const all = await lines(`${"x".repeat(5000)}\nend`, 100, 3000);
  expect(all.map(({ number, isCut }) => [number, isCut])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(all[0]?.text.length).toBeLessThan(3000);
});
