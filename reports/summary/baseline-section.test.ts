import { expect, test } from "vitest";
import type { BaselineOutcome, CheckResult, Known } from "../../schemas/index.ts";
import { firstRun } from "../../testing/runs/first-run.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { countFindings } from "../results.ts";
import { summaryPage } from "./page.ts";

const outcome: BaselineOutcome = {
  ...{ file: "known.json", written: false, known: 0, new: 0, unexplained: 0, notObserved: 0 },
  ...{ expired: [], gone: [], lost: [], newRules: [] },
};
const check = (id: string, more: Partial<CheckResult>): CheckResult => ({
  ...{ id, title: `rule ${id}`, area: "users", version: "2.0", level: "MUST", source: "s" },
  ...{ verdict: "fail", message: "saw 200", exchanges: [], durationMs: 1 },
  ...more,
});

function run(checks: CheckResult[], more: Partial<BaselineOutcome> = {}, strict = false) {
  const baseline = { ...outcome, ...more };
  const results = sampleResults([sampleDifference()], { checks, baseline, strict });
  const learnt = { facts: [], notSeen: [] };
  const html = summaryPage(results, { differences: [] }, [], { learnt, since: firstRun });
  const [, section = ""] = /<h2 id="baseline">(.*?)<h2 /s.exec(html) ?? [];
  return { results, html, section };
}

test("each known finding has its reason, owner, ticket and last day, and is no finding", () => {
  const known: Known = {
    ...{ status: "accepted", reason: "<b>why</b>", owner: "identity" },
    ...{ ticket: "https://example.com/1", expires: "2027-02-01" },
  };
  const { results, html, section } = run([check("SCIM20-1", { known })], { known: 1 });
  expect(countFindings(results)).toBe(0);
  expect(html).not.toContain('<h2 id="findings">');
  expect(html).toContain("1 known finding is in the baseline");
  expect(section).toContain("Known and accepted: 1");
  expect(section).toContain('href="coverage/index.html#2.0-SCIM20-1">SCIM20-1</a>');
  for (const text of ["&lt;b&gt;why&lt;/b&gt;", "identity", "2027-02-01"]) {
    expect(section).toContain(text);
  }
  expect(section).toContain('<a href="https://example.com/1" rel="noreferrer">');
});

test("a ticket becomes a link only where it is an address of the web", () => {
  const known = { status: "accepted", reason: "", ticket: "javascript:alert(1)" } as const;
  const { section } = run([check("SCIM20-1", { known })]);
  expect(section).not.toContain('href="javascript');
  expect(section).toContain("javascript:alert(1)");
});

test("what no one has explained is apart, and a finding under --strict", () => {
  const checks = [check("SCIM20-1", { known: { status: "new", reason: "" } })];
  expect(run(checks).section).toContain("Not explained yet: 1");
  expect(run(checks).section).toContain("none given yet");
  expect(countFindings(run(checks).results)).toBe(0);
  expect(countFindings(run(checks, {}, true).results)).toBe(1);
});

test("what is expired, lost, gone and new is named; lost coverage is a finding", () => {
  const skipped = check("SCIM20-2", { verdict: "skip", message: "no filter" });
  const note = (id: string, now: string) => ({ id, version: "2.0", now }) as const;
  const { results, html, section } = run([skipped], {
    expired: [{ ...note("SCIM20-1", "fail"), expires: "2026-01-01" }],
    lost: [note("SCIM20-2", "not-offered")],
    gone: [note("SCIM20-3", "pass")],
    newRules: [note("SCIM20-4", "pass")],
  });
  expect(countFindings(results)).toBe(1);
  expect(html).toContain("coverage was lost: judged before, and skipped now (not-offered)");
  for (const title of [
    "Expired, and seen: findings again: 1",
    "No longer tested: findings: 1",
    "Tested, and not seen again: 1",
    "New rules of the suite: 1",
  ]) {
    expect(section).toContain(title);
  }
});
