import { expect, test } from "vitest";
import type { CheckResult, ReasonCode } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { sampleCertification, sampleDeviation } from "../../testing/runs/sample-certification.ts";
import { sampleCheck, sampleResults } from "../../testing/runs/sample-run.ts";
import { earlOf } from "./earl.ts";

/** The nodes of the document that have a type. */
function nodesOf(
  checks: readonly CheckResult[],
  type: string,
  certification = sampleCertification(),
) {
  const earl = earlOf(certification, sampleResults([], { checks: [...checks] }));
  const graph: unknown[] = isObject(earl) && Array.isArray(earl["@graph"]) ? earl["@graph"] : [];
  return graph.filter(isObject).filter((node) => [node["@type"]].flat().includes(type));
}

/** What the document says of one check. */
function resultOf(more: Partial<CheckResult>): unknown {
  const [assertion] = nodesOf([sampleCheck("SCIM20-7644-3.6-02", more)], "earl:Assertion");
  return assertion?.result;
}

const reason = (code: ReasonCode) => ({ code, text: "so it is" });
const date = "2026-11-20T08:00:00.000Z";
const result = (outcome: string, info?: string) => ({
  ...{ "@type": "earl:TestResult", outcome, date },
  ...(info === undefined ? {} : { info }),
});

test.each<[string, Partial<CheckResult>, object]>([
  ["pass", { verdict: "pass" }, result("earl:passed")],
  ["fail", { verdict: "fail", message: "saw 200" }, result("earl:failed", "MUST: saw 200")],
  [
    "warn",
    { verdict: "warn", level: "SHOULD", message: "saw 200" },
    result("earl:failed", "SHOULD: saw 200"),
  ],
  [
    "a warning that rests on an assumption, of a rule of a standard",
    { verdict: "warn", level: "MUST*", message: "saw 200", reason: reason("not-known") },
    result("earl:failed", "MUST*: saw 200"),
  ],
  [
    "another answer to a question about Slack, which breaks no rule",
    { verdict: "warn", level: "INF", message: "saw 200", reason: reason("not-known") },
    result("earl:cantTell", "saw 200"),
  ],
  ["error", { verdict: "error", reason: reason("timeout") }, result("earl:cantTell", "so it is")],
])("%s", (_, more, expected) => {
  expect(resultOf(more)).toEqual(expected);
});

test.each([
  ["not-offered", "inapplicable"],
  ["not-applicable", "inapplicable"],
  ["optional", "inapplicable"],
  ["read-only", "untested"],
  ["budget", "untested"],
  ["blocked-by", "untested"],
  ["other-traffic", "untested"],
  ["stopped", "untested"],
] as const)("a skip with the code %s is %s", (code, outcome) => {
  const skipped = { verdict: "skip", reason: reason(code) } as const;
  expect(resultOf(skipped)).toEqual(result(`earl:${outcome}`, "so it is"));
});

test("a deviation is failed, with the fact that is known of Slack", () => {
  const check = sampleCheck("SCIM20-7644-3.6-02", { verdict: "deviation", message: "saw 200" });
  const certification = sampleCertification({ deviations: [sampleDeviation()] });
  const [assertion] = nodesOf([check], "earl:Assertion", certification);
  expect(assertion?.result).toEqual(
    result("earl:failed", "known deviation FACT-DELETE-11, MUST: saw 200"),
  );
});

test("an assertion names who asserts it, the product and the rule; other versions have none", () => {
  const checks = [sampleCheck("SLACK-GROUP-01", {}), sampleCheck("SCIM11-1", { version: "1.1" })];
  const assertions = nodesOf(checks, "earl:Assertion");
  expect(assertions).toHaveLength(1);
  expect(assertions[0]).toMatchObject({
    ...{ assertedBy: "#assertor", subject: "#product", mode: "earl:automatic" },
    test: { "@id": "#2.0/SLACK-GROUP-01", identifier: "SLACK-GROUP-01" },
  });
  const [assertor] = nodesOf([], "foaf:Group");
  expect(assertor).toMatchObject({ "@id": "#assertor", mainAssertor: "#vendor" });
  expect(nodesOf([], "earl:TestSubject")[0]).toMatchObject({
    ...{ "@id": "#product", title: "Acme Directory", revision: "7.3.1" },
  });
});

test("every prefix and every term of the document is in its context", () => {
  const checks = [sampleCheck("SCIM20-1", { verdict: "fail", message: "saw 200" })];
  const earl = earlOf(sampleCertification(), sampleResults([], { checks }));
  const context = isObject(earl) && isObject(earl["@context"]) ? earl["@context"] : {};
  const terms = new Set<string>();
  JSON.stringify(isObject(earl) ? earl["@graph"] : [], (key, value) => {
    if (/^[a-z]/i.test(key)) terms.add(key);
    if (typeof value === "string" && /^(earl|foaf|doap|dct):/.test(value)) {
      terms.add(value.split(":")[0] ?? "");
    }
    return value;
  });
  expect(terms.size).toBeGreaterThan(15);
  expect([...terms].filter((term) => !(term in context))).toEqual([]);
});

test("a specimen says so in the name of the product", () => {
  const [product] = nodesOf([], "earl:TestSubject", sampleCertification({ specimen: true }));
  expect(product?.title).toBe("SPECIMEN: Acme Directory");
});
