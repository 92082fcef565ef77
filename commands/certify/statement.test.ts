import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import type { CheckResult, Results } from "../../schemas/index.ts";
import { sampleCertification, sampleDeviations } from "../../testing/runs/sample-certification.ts";
import { sampleCheck, sampleResults } from "../../testing/runs/sample-run.ts";
import { statementOf } from "./statement.ts";

const schema = JSON.parse(
  readFileSync(
    new URL("../../testing/certification/in-toto-test-result-0.1.json", import.meta.url),
    "utf8",
  ),
);
const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const isValid = ajv.compile(schema);

const verdicts = ["pass", "fail", "warn", "deviation", "skip", "error"] as const;
const run: Results = sampleResults([], {
  checks: [
    ...verdicts.map((verdict): CheckResult => sampleCheck(`SCIM20-${verdict}`, { verdict })),
    sampleCheck("SCIM11-pass", { version: "1.1" }),
  ],
});

test("the statement has the form of in-toto, and names the evidence by its digests", () => {
  const statement = JSON.parse(JSON.stringify(statementOf(sampleCertification(), run)));
  isValid(statement);
  expect(isValid.errors ?? []).toEqual([]);
  expect(statement.subject[0]).toEqual({
    name: "results.json",
    digest: { sha256: "a".repeat(64) },
  });
  expect(statement.predicate.configuration[0].uri).toBe("pkg:npm/slack-scim-conformance@0.3.0");
  expect(statement.predicate.configuration[0].annotations.product.version).toBe("7.3.1");
});

test("the schema rejects a subject without a digest, and a result that in-toto does not know", () => {
  const statement = statementOf(sampleCertification(), run);
  expect(isValid({ ...statement, subject: [{ name: "results.json" }] })).toBe(false);
  const predicate = { ...statement.predicate, result: "PASS" };
  expect(isValid({ ...statement, predicate })).toBe(false);
});

test("each rule of the class with a verdict is in one list, and rules of other versions in none", () => {
  const { predicate } = statementOf(sampleCertification(), run);
  expect(predicate.passedTests).toEqual(["SCIM20-pass [2.0]"]);
  expect(predicate.warnedTests).toEqual(["SCIM20-warn [2.0]", "SCIM20-deviation [2.0]"]);
  expect(predicate.failedTests).toEqual(["SCIM20-fail [2.0]"]);
});

test("an unexpected difference is a failed test", () => {
  const difference = {
    ...{ id: "DIFF-PATCH-01", title: "the body of a PATCH", area: "patch" as const },
    ...{ message: "in 1.1: one thing; in 2.0: another", exchanges: ["1.1/3"] },
  };
  const certification = sampleCertification({ level: "not conformant", failures: [difference] });
  const { predicate } = statementOf(certification, run);
  expect(predicate.failedTests).toEqual(["SCIM20-fail [2.0]", "DIFF-PATCH-01"]);
});

test.each([
  [sampleCertification(), "PASSED"],
  [sampleCertification({ deviations: sampleDeviations(1) }), "WARNED"],
  [sampleCertification({ level: "partial" }), "FAILED"],
  [sampleCertification({ level: "not conformant" }), "FAILED"],
])("%#: a level has the result by which a policy decides as certify does", (one, result) => {
  expect(statementOf(one, run).predicate.result).toBe(result);
});
