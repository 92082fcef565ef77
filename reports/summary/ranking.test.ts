import { expect, test } from "vitest";
import {
  sampleCatalogue,
  sampleDifference,
  sampleEntry,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import { viewsOf } from "../differences/view.ts";
import { mostImportant } from "./ranking.ts";

const ranked = (differences: Parameters<typeof sampleResults>[0], count = 10) =>
  mostImportant(viewsOf(sampleResults(differences), sampleCatalogue), count).map(({ id }) => id);

test("breaking, then silent changes; never cosmetic ones, and no findings, which are listed apart", () => {
  expect(
    ranked([
      sampleDifference({ id: "cosmetic", impact: "cosmetic" }),
      sampleDifference({ id: "silent", impact: "silent" }),
      sampleDifference({ id: "breaking" }),
      sampleDifference({ id: "otherwise", impact: "silent", status: "otherwise" }),
      sampleDifference({ id: "undocumented", kind: "undocumented", status: "otherwise" }),
    ]),
  ).toEqual(["breaking", "silent"]);
});

test("same in both, or not probed, is not a change", () => {
  expect(
    ranked([
      sampleDifference({ id: "same", same: true }),
      sampleDifference({ id: "not probed", status: "not-probed" }),
      sampleDifference({ id: "gone", status: "not-seen", kind: "observed" }),
    ]),
  ).toEqual([]);
});

test("documented differences come before observed ones", () => {
  expect(
    ranked([
      sampleDifference({ id: "observed", kind: "observed", topic: "a" }),
      sampleDifference({ id: "documented", topic: "b" }),
    ]),
  ).toEqual(["documented", "observed"]);
});

test("a topic gets two places before the others had theirs", () => {
  const of = (topic: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      sampleDifference({ id: `${topic}${index}`, topic }),
    );
  expect(ranked([...of("a", 4), ...of("b", 1)])).toEqual(["a0", "a1", "b0", "a2", "a3"]);
  expect(ranked([...of("a", 4), ...of("b", 1)], 3)).toEqual(["a0", "a1", "b0"]);
});

test("what harms people or data without an error comes first, observed or not", () => {
  const harmful = { ...sampleEntry, id: "harmful", harm: "empties groups" };
  const catalogue = { differences: [sampleEntry, harmful] };
  const results = sampleResults([
    sampleDifference({ id: "documented" }),
    sampleDifference({ id: "harmful", kind: "observed" }),
  ]);
  expect(mostImportant(viewsOf(results, catalogue), 10).map(({ id }) => id)).toEqual([
    "harmful",
    "documented",
  ]);
});
