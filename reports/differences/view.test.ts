import { expect, test } from "vitest";
import type { CheckResult, DifferenceResult } from "../../schemas/index.ts";
import {
  sampleEntry as entry,
  sampleCatalogue,
  sampleDifference,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import { countImpacts, type DifferenceView, sectionsOf, viewsOf } from "./view.ts";

const view = (more: Partial<DifferenceResult>, checks: CheckResult[] = []) =>
  viewsOf(
    sampleResults([sampleDifference(more)], { checks }),
    sampleCatalogue,
  )[0] as DifferenceView;

test("what the catalogue knows is added: the title and the source", () => {
  expect(view({ id: "DIFF-URL-01" })).toMatchObject({ title: entry.title, source: entry.source });
});

test("a finding shows the expected behaviour, and qualifies the advice", () => {
  const finding = view({
    id: "DIFF-URL-01",
    status: "otherwise",
    v1: "seen: x",
    v2: entry.v2,
  });
  expect(finding.expected).toEqual({ v1: entry.v1 });
  expect(finding.change).toMatch(/^Find the cause .* Documented change: Something\.$/);
  expect(view({ id: "DIFF-URL-01" }).change).toBe("Something.");
});

test("a difference that is not in the catalogue is described by the results alone", () => {
  expect(view({ id: "DIFF-OLD-01", title: "a title" })).toMatchObject({
    title: "a title",
    source: "not recorded",
    expected: {},
  });
});

test("an undocumented difference is named after the check that found it", () => {
  const check: CheckResult = {
    ...{ id: "SCIM11-1", title: "a thing holds", area: "users", version: "1.1", level: "MUST" },
    ...{ source: "RFC §1", verdict: "pass", exchanges: [], durationMs: 1 },
  };
  const undocumented = { kind: "undocumented", status: "otherwise", title: "it holds" } as const;
  const seen = { ...undocumented, requirements: ["SCIM11-1", "SCIM20-2"] };
  expect(view({ ...seen, id: "DIFF-OBS-1" }, [check])).toMatchObject({
    title: "the versions differ: it holds",
    source: "this run; RFC §1",
  });
  expect(view({ ...undocumented, id: "DIFF-GEN-02" })).toMatchObject({
    title: "the versions differ: it holds",
    source: "this run, with generated values",
  });
});

test("impacts count observed differences only", () => {
  const views = viewsOf(
    sampleResults([
      sampleDifference(),
      sampleDifference({ status: "otherwise", v1: "seen: a", v2: "seen: b" }),
      // Both did the same, but not as the catalogue says.
      sampleDifference({ status: "otherwise", v1: "seen: a", v2: "seen: a" }),
      sampleDifference({ status: "not-seen" }),
      sampleDifference({ status: "not-probed" }),
      sampleDifference({ same: true }),
    ]),
    sampleCatalogue,
  );
  expect(countImpacts(views)).toEqual({ breaking: 2, silent: 0, cosmetic: 0 });
});

test("every difference is in one section, in order of importance", () => {
  const sections = sectionsOf(
    viewsOf(
      sampleResults([
        sampleDifference({ id: "a", status: "not-probed" }),
        sampleDifference({ id: "b", same: true }),
        sampleDifference({ id: "c", status: "not-seen", kind: "observed" }),
        sampleDifference({ id: "d", impact: "cosmetic" }),
        sampleDifference({ id: "e", impact: "silent" }),
        sampleDifference({ id: "f" }),
        sampleDifference({ id: "g", status: "not-seen", impact: "silent" }),
        sampleDifference({ id: "h", status: "otherwise" }),
      ]),
      sampleCatalogue,
    ),
  );
  expect(sections.map(({ id, rows }) => [id, rows.map((row) => row.id).join("")])).toEqual([
    ["findings", "hg"],
    ["breaking", "f"],
    ["silent", "e"],
    ["cosmetic", "d"],
    ["same", "bc"],
    ["not-probed", "a"],
  ]);
});

test("a difference that rests on an assumption is not known, whatever was observed, and counts for no impact", () => {
  const assumed = { kind: "assumed", impact: "breaking" } as const;
  const views = viewsOf(
    sampleResults([
      sampleDifference({ ...assumed, id: "A" }),
      sampleDifference({ ...assumed, id: "B", same: true }),
      sampleDifference({ ...assumed, id: "C", status: "not-seen" }),
      sampleDifference({ ...assumed, id: "D", status: "not-probed" }),
      sampleDifference({ id: "E" }),
    ]),
    sampleCatalogue,
  );
  const idsIn = (name: string) =>
    sectionsOf(views).flatMap(({ id, rows }) => (id === name ? rows.map((row) => row.id) : []));
  expect(idsIn("not-known")).toEqual(["A", "B", "C"]);
  expect(idsIn("not-probed")).toEqual(["D"]);
  expect(countImpacts(views).breaking).toBe(1);
});
