import { expect, test } from "vitest";
import type { CheckResult, DifferenceResult } from "../../schemas/index.ts";
import { sampleCatalogue, sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { viewsOf } from "../differences/view.ts";
import { verdictOf } from "./verdict.ts";

function verdict(differences: DifferenceResult[], more: Parameters<typeof sampleResults>[1] = {}) {
  const results = sampleResults(differences, more);
  return verdictOf(results, viewsOf(results, sampleCatalogue)).text;
}
const failed = {
  version: "2.0",
  verdict: "fail",
  id: "SCIM20-1",
  title: "x",
  area: "users",
  level: "MUST",
  source: "x",
  exchanges: [],
  durationMs: 1,
} satisfies CheckResult;
const notProbed = sampleDifference({ status: "not-probed" });

const stopped = { at: "2026-01-01T00:00:00Z", why: "SCIM 2.0 has given no usable answer" };

test.each([
  [
    "a run that was stopped",
    verdict([sampleDifference()], { stopped }),
    /^Unknown: the run was stopped early: SCIM 2.0 has given no usable answer\.$/,
  ],
  [
    "a part of a run",
    verdict([sampleDifference()], { shard: { index: 2, count: 3 } }),
    / This is shard 2 of 3\.$/,
  ],
  [
    "merged results that lack shards",
    verdict([sampleDifference()], { partial: { count: 4, missing: [2, 4] } }),
    / The results lack shards 2, 4 of 4\.$/,
  ],
  ["a finding", verdict([sampleDifference({ status: "otherwise" })]), /^Not yet: 1 difference is /],
  ["a broken rule", verdict([sampleDifference()], { checks: [failed] }), /^Not yet: .* 1 rule /],
  [
    "nothing judged in one version",
    verdict([notProbed], { versions: ["2.0"], checks: [] }),
    /^Unknown: no rule was judged\.$/,
  ],
  [
    "one version that conforms",
    verdict([notProbed], { versions: ["2.0"], checks: [{ ...failed, verdict: "pass" }] }),
    /^Yes: no finding in 1 check\.$/,
  ],
  [
    "another server that does not conform",
    verdict([], { profile: "rfc", checks: [failed] }),
    /^No: SCIM 2\.0 breaks 1 rule\.$/,
  ],
  ["few differences probed", verdict([notProbed, notProbed, sampleDifference()]), /only 1 of 3 /],
  ["nothing probed", verdict([]), /^Unknown/],
  ["something breaks", verdict([sampleDifference()]), /^Yes, after .* 1 thing breaks .* 0 change /],
  ["something silent", verdict([sampleDifference({ impact: "silent" })]), /^Yes, with care/],
  ["only cosmetic ones", verdict([sampleDifference({ impact: "cosmetic" })]), /^Yes: no change/],
])("%s", (_, text, expected) => {
  expect(text).toMatch(expected);
});

test("a broken rule of 1.1 does not prevent leaving 1.1, but is a finding", () => {
  expect(verdict([sampleDifference()], { checks: [{ ...failed, version: "1.1" }] })).toMatch(
    /^Yes, .* 1 finding: 1 check fails\.$/,
  );
});

test("the verdict names every finding: checks of both versions and differences", () => {
  const checks: CheckResult[] = [failed, { ...failed, version: "1.1" }];
  expect(verdict([sampleDifference({ status: "otherwise" })], { checks })).toBe(
    "Not yet: 1 difference is not as Slack is known to behave, SCIM 2.0 breaks 1 rule that it must keep, SCIM 1.1 breaks 1 rule; investigate these 3 findings first.",
  );
  expect(verdict([notProbed], { versions: ["2.0"], checks: [failed] })).toBe(
    "No: SCIM 2.0 breaks 1 rule.",
  );
});

test("it also names what else makes the exit code other than 0", () => {
  const leftBehind = [{ resource: "User", version: "2.0", why: "503" } as const];
  const checks: CheckResult[] = [{ ...failed, verdict: "error" }];
  const text = verdict([sampleDifference({ impact: "cosmetic" })], { checks, leftBehind });
  expect(text).toContain("1 check could not be carried out.");
  expect(text).toContain("1 created user or group is left in the organisation.");
});

test("a warning is a finding under --strict alone", () => {
  const checks: CheckResult[] = [{ ...failed, verdict: "warn" }];
  expect(verdict([sampleDifference()], { checks })).toMatch(/^Yes, [^:]*: [^:]*$/);
  expect(verdict([sampleDifference()], { checks, strict: true })).toMatch(/^Not yet: .* 1 rule /);
});
