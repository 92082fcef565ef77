import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { compare, type ProbeResult } from "./compare.ts";
import type { CatalogueEntry } from "./entry.ts";

const entry: CatalogueEntry = {
  id: "DIFF-X-01",
  area: "X",
  title: "x",
  kind: "documented",
  impact: "silent",
  v1: "does a",
  v2: "does b",
  source: "test",
  clientMustChange: "something",
  expect: { "1.1": { x: "a" }, "2.0": { x: "b" } },
};
const saw = (version: "1.1" | "2.0", x: string, mismatches: string[] = []): ProbeResult => ({
  id: entry.id,
  version,
  observation: { x },
  mismatches,
  exchanges: [`${version}/1`],
});
const one = (...results: ProbeResult[]) => compare([entry], results)[0];

test("both versions do what the catalogue says", () => {
  expect(one(saw("1.1", "a"), saw("2.0", "b"))).toMatchObject({
    status: "as-documented",
    v1: "does a",
    v2: "does b",
    exchanges: ["1.1/1", "2.0/1"],
  });
});

test("one version does something else: what was seen stands in its place", () => {
  expect(one(saw("1.1", "a"), saw("2.0", "c", ["x: expected b, saw c"]))).toMatchObject({
    status: "otherwise",
    v1: "does a",
    v2: 'seen: {"x":"c"}',
  });
});

test("both versions do the same: the difference is not seen", () => {
  expect(one(saw("1.1", "b", ["…"]), saw("2.0", "b"))?.status).toBe("not-seen");
});

test("a version that was not observed leaves the entry not probed", () => {
  expect(one(saw("1.1", "a"))?.status).toBe("not-probed");
  expect(
    one(
      { ...saw("1.1", "a") },
      { id: entry.id, version: "2.0", mismatches: [], notProbed: "blocked", exchanges: [] },
    )?.status,
  ).toBe("not-probed");
});

test("the catalogue has the 18 announced differences, each complete", () => {
  expect(catalogue).toHaveLength(18);
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(18);
  for (const { v1, v2, source, clientMustChange, expect: expected } of catalogue) {
    for (const text of [v1, v2, source, clientMustChange]) expect(text).not.toBe("");
    expect(expected["1.1"]).not.toEqual(expected["2.0"]);
  }
});
