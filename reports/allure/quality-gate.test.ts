import { expect, test } from "vitest";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { DifferenceResult, Results } from "../../schemas/index.ts";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { passGate, qualityGate } from "./quality-gate.ts";

type Tests = Parameters<typeof passGate>[1];

const results = sampleResults([]);

const known: DifferenceResult = {
  id: "DIFF-PATCH-01",
  title: "A difference",
  area: "patch",
  impact: "breaking",
  kind: "documented",
  status: "as-documented",
  v1: "a partial resource",
  v2: "operations",
  exchanges: [],
};

function resultOf(status: Tests[number]["status"], level: string): Tests[number] {
  return {
    id: `${status} ${level}`,
    name: "a rule",
    status,
    labels: [{ name: allureLabel.level, value: level }],
    flaky: false,
    muted: false,
    known: false,
    isRetry: false,
    parameters: [],
    links: [],
    steps: [],
    titlePath: [],
    sourceMetadata: { readerId: "test", metadata: {} },
  };
}

/** What the gate counts, in the order of its rules. */
function counted(run: Results, ...tests: Tests): unknown[] {
  return passGate(run, tests).map(({ actual }) => actual);
}

test("what passed, was skipped, or differs as documented passes the gate", () => {
  const run = { ...results, differences: [known] };
  expect(counted(run, resultOf("passed", "MUST"), resultOf("skipped", "MAY"))).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(passGate(run, []).every(({ success }) => success)).toBe(true);
});

test("a broken rule, an error and a difference are counted apart", () => {
  const run = { ...results, differences: [known, { ...known, status: "otherwise" as const }] };
  expect(counted(run, resultOf("failed", "MUST"))).toEqual([1, 1, 0, 0, 0]);
  expect(counted(run, resultOf("failed", "difference"))).toEqual([0, 1, 0, 0, 0]);
  expect(counted(results, resultOf("broken", "MUST"))).toEqual([0, 0, 0, 0, 1]);
});

test("a run that was stopped, or that left something, does not pass", () => {
  const stopped = { at: "2026-01-01T00:00:00Z", why: "interrupted" };
  const leftBehind: Results["leftBehind"] = [{ resource: "User", version: "2.0", why: "x" }];
  expect(counted({ ...results, stopped })).toEqual([0, 0, 1, 0, 0]);
  expect(counted({ ...results, leftBehind })).toEqual([0, 0, 0, 1, 0]);
});

test("a difference that no test is of fails the gate too", () => {
  const unknown = { ...known, kind: "undocumented" as const };
  const [, differences] = passGate({ ...results, differences: [unknown] }, []);
  expect(differences).toMatchObject({ success: false, actual: 1, testResults: [] });
});

test("`allure quality-gate` comes to the same judgement", async () => {
  const tests = [resultOf("failed", "MUST"), resultOf("passed", "MUST")];
  const { use = [], rules } = qualityGate(results);
  const state = { getResult: () => undefined, setResult: () => undefined };
  const judged = await Promise.all(
    use.map(({ validate }) => validate({ trs: tests, expected: 0, state })),
  );
  const expected = passGate(results, tests);
  expect(judged).toEqual(
    expected.map(({ success, actual, testResults }) => ({ success, actual, testResults })),
  );
  expect(rules?.map(Object.keys)).toEqual([expected.map(({ rule }) => rule)]);
});
