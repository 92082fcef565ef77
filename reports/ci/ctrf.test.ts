import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import type { CheckResult, Results } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { ctrfKind, ctrfOf } from "./ctrf.ts";

/** The schema as the package `ctrf` 0.3.0 publishes it (MIT), from https://github.com/ctrf-io/ctrf. */
const schema = JSON.parse(
  readFileSync(new URL("../../testing/ci/ctrf-schema-0.0.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const isValid = ajv.compile(schema);

function check(id: string, verdict: CheckResult["verdict"], more: Partial<CheckResult> = {}) {
  return {
    ...{ id, version: "2.0", verdict, title: `rule ${id}`, area: "users", level: "MUST" },
    ...{ source: "s", exchanges: [], durationMs: 1.4, ...more },
  } satisfies CheckResult as CheckResult;
}

const run: Results = sampleResults([sampleDifference({ status: "otherwise" })], {
  checks: [
    check("SCIM20-1", "pass"),
    check("SCIM20-2", "fail", { message: "saw \ud800 200" }),
    check("SCIM20-3", "warn", { message: "saw 201" }),
    check("SCIM20-4", "deviation"),
    check("SCIM20-5", "skip", { reason: { code: "not-offered", text: "no bulk" } }),
    check("SCIM20-6", "error", { reason: { code: "timeout", text: "no answer" } }),
    check("SCIM20-7", "fail", { known: { status: "accepted", reason: "a ticket" } }),
  ],
});

test("the report is valid by the published schema, and its counts are those of its tests", () => {
  const report = JSON.parse(JSON.stringify(ctrfOf(run)));
  isValid(report);
  expect(isValid.errors ?? []).toEqual([]);
  expect(report.results.summary).toEqual({
    ...{ tests: 8, passed: 2, failed: 2, pending: 0, skipped: 3, other: 1 },
    ...{ start: Date.parse("2026-01-02T03:04:05Z"), stop: Date.parse("2026-01-02T03:04:06Z") },
  });
  expect(
    report.results.tests.map(({ status, rawStatus }: Record<string, string>) => [
      status,
      rawStatus,
    ]),
  ).toEqual([
    ["passed", "pass"],
    ["failed", "fail"],
    ["passed", "warn"],
    ["skipped", "deviation"],
    ["skipped", "not-offered"],
    ["other", "timeout"],
    ["skipped", "known"],
    ["failed", "fail"],
  ]);
  expect(report.results.tests[0]).toEqual({
    ...{ name: "SCIM20-1 [2.0] rule SCIM20-1", status: "passed", duration: 1 },
    ...{ suite: ["SCIM 2.0", "users"], rawStatus: "pass" },
  });
  expect(report.results.tests[6].message).toBe("known: a ticket");
  expect(report.results.tests[7].name).toBe("differences");
});

test("a wrong report is not valid by it", () => {
  expect(isValid({ ...ctrfOf(run), reportFormat: "JUnit" })).toBe(false);
});

test("only a CTRF file of this tool is one of its kind", () => {
  const text = JSON.stringify(ctrfOf(run));
  expect(ctrfKind.holds(text)).toBe(true);
  for (const other of [text.slice(1), text.replace("CTRF", "X"), "null", JSON.stringify(run)]) {
    expect(ctrfKind.holds(other)).toBe(false);
  }
  expect(ctrfKind.holds(text.replace('"generatedBy":"slack-scim-conformance"', '"a":1'))).toBe(
    false,
  );
});
