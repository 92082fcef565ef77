import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { viewsOf } from "../reports/differences/view.ts";
import { type SinceLastRun, sinceInShort } from "../reports/since/since-last-run.ts";
import { verdictOf } from "../reports/summary/verdict.ts";
import type { CheckResult, DifferenceResult, Results } from "../schemas/index.ts";
import { sampleCatalogue, sampleDifference, sampleResults } from "../testing/runs/sample-run.ts";
import { lastLines } from "./last-lines.ts";

const page = join(process.cwd(), "scim-results/report/index.html");
const results = join(process.cwd(), "scim-results/results.json");
const first: SinceLastRun = { previous: undefined, regressed: [], fixed: [], changed: [] };

const check = (id: string, verdict: CheckResult["verdict"], message = "saw 200"): CheckResult => ({
  ...{ id, version: "2.0", verdict, message, title: `rule ${id}`, area: "users", level: "MUST" },
  ...{ source: "s", exchanges: [], durationMs: 1 },
});

/** The last lines of a run, without colours. */
function lines(
  differences: DifferenceResult[],
  more: Partial<Results> = {},
  since = first,
  paths: { results: string; page: string | undefined } = { results, page },
): string[] {
  const run = sampleResults(differences, more);
  return lastLines(run, sampleCatalogue, since, paths).map(stripVTControlCharacters);
}

test("the verdict is that of the summary page, and comes first; the page comes last", () => {
  const differences = [sampleDifference(), sampleDifference({ impact: "silent" })];
  const run = sampleResults(differences);
  expect(lines(differences)).toEqual([
    verdictOf(run, viewsOf(run, sampleCatalogue)).text,
    "1 breaking, 1 silent, 0 new, 0 fixed",
    sinceInShort(first),
    "Summary  scim-results/report/index.html",
  ]);
});

test("findings are listed with their ids, one line each; errors too, but not as findings", () => {
  const otherwise = sampleDifference({ status: "otherwise", v1: "seen: 1", v2: "seen: 2" });
  const checks = [check("SCIM20-1", "fail"), check("SCIM20-2", "error", "timeout")];
  const said = lines([otherwise], { checks: [...checks, check("SCIM20-3", "warn")] });
  expect(said[1]).toBe("1 breaking, 0 silent, 2 new, 0 fixed");
  expect(said.slice(3, -1)).toEqual([
    "fail  SCIM20-1 [2.0] rule SCIM20-1: saw 200",
    "diff  DIFF-URL-01 The base URL: not as documented; 1.1: seen: 1; 2.0: seen: 2",
    "error SCIM20-2 [2.0] rule SCIM20-2: timeout",
  ]);
});

test("a warning is a finding with --strict", () => {
  const warned = { checks: [check("SCIM20-3", "warn")] };
  expect(lines([], warned).join()).not.toContain("SCIM20-3");
  expect(lines([], { ...warned, strict: true }).join()).toContain("warn  SCIM20-3");
});

test("at most ten findings are listed; the page has the others", () => {
  const checks = Array.from({ length: 14 }, (_, index) => check(`SCIM20-${index}`, "fail"));
  const said = lines([], { checks });
  expect(said.filter((line) => line.startsWith("fail"))).toHaveLength(10);
  expect(said.at(-2)).toBe("      and 4 more: see scim-results/report/index.html");
});

test("what regressed and what is fixed is named, and since which run", () => {
  const result = { of: "check", title: "t", before: "pass", now: "fail" } as const;
  const since: SinceLastRun = {
    previous: { startedAt: "2026-01-01T02:30:00Z", toolVersion: "0" },
    regressed: [{ ...result, id: "SCIM20-1", version: "2.0" }],
    fixed: [{ ...result, of: "difference", id: "DIFF-URL-01" }],
    changed: [],
  };
  const checks = [check("SCIM20-1", "fail"), check("SCIM20-2", "fail")];
  expect(lines([], { checks }, since).slice(1, 5)).toEqual([
    "0 breaking, 0 silent, 1 new, 1 fixed",
    "Since the run of 2026-01-01 02:30 UTC: 1 regressed, 1 fixed.",
    "  regressed: SCIM20-1 [2.0]",
    "  fixed: DIFF-URL-01",
  ]);
});

test("without a report, the last line is the path of the results", () => {
  expect(lines([], {}, first, { results, page: undefined }).at(-1)).toBe(
    "Results  scim-results/results.json",
  );
});

test("a finding stays one line, and a terminal obeys nothing in it", () => {
  const message = `saw \u001b[2J\r\n::error::x ${"long ".repeat(100)}`;
  const [, , , line = ""] = lines([], { checks: [check("SCIM20-1", "fail", message)] });
  expect(line).toMatch(/saw \[2J ::error::x long .*…$/);
  expect(line).not.toMatch(/\p{Cc}/u);
  expect(line.length).toBeLessThan(220);
});
