import type {
  QualityGateConfig,
  QualityGateRule,
  QualityGateValidationResult,
} from "@allurereport/plugin-api";
import { allureLabel, differenceLevel } from "../../schemas/allure-labels.ts";
import type { Results } from "../../schemas/index.ts";
import { isFinding } from "../results.ts";
import { environmentOfRun } from "./environments.ts";

type Tests = Parameters<QualityGateRule["validate"]>[0]["trs"];

/** A condition that fails the gate. */
interface Condition {
  /** What is counted, as shown in the report. */
  name: string;
  count: (tests: Tests) => number;
  /** The tests that show it. */
  select: (tests: Tests) => Tests;
}

/** The gate as Allure's configuration, for `allure quality-gate`. */
export function qualityGate(results: Results): QualityGateConfig {
  const use = conditions(results).map(
    ({ name, count, select }): QualityGateRule => ({
      rule: name,
      message: ({ actual }) => `${actual} ${name}`,
      successMessage: () => "none",
      validate: async ({ trs }) => ({
        success: count(trs) === 0,
        actual: count(trs),
        testResults: idsOf(select(trs)),
      }),
    }),
  );
  return { use, rules: [Object.fromEntries(use.map(({ rule }) => [rule, 0]))] };
}

/**
 * The result of the gate, for the report: `allure generate` does not evaluate the gate, and `allure
 * quality-gate` needs Node.js 22.
 */
export function passGate(results: Results, tests: Tests): QualityGateValidationResult[] {
  return conditions(results).map(({ name, count, select }) => {
    const actual = count(tests);
    return {
      rule: name,
      success: actual === 0,
      expected: 0,
      actual,
      message: actual === 0 ? "none" : `${actual} ${name}`,
      environment: environmentOfRun(results),
      testResults: idsOf(select(tests)),
    };
  });
}

/**
 * The gate agrees with the exit code of the run: it fails where that was not 0. Allure's rules
 * count failed tests, but a difference that the catalogue does not know has no test.
 */
function conditions(results: Results): Condition[] {
  const { differences, leftBehind, stopped, strict, baseline } = results;
  const isFailed = (test: Tests[number]) => test.status === "failed" && !isAccepted(test, strict);
  const brokenRules = (tests: Tests) =>
    tests.filter((test) => isFailed(test) && !isOfDifference(test));
  const notCarriedOut = (tests: Tests) => tests.filter(({ status }) => status === "broken");
  return [
    {
      name: "broken rules",
      count: (tests) => brokenRules(tests).length,
      select: brokenRules,
    },
    {
      name: "unexpected differences between the versions",
      count: () => differences.filter((one) => isFinding(one, strict)).length,
      select: (tests) => tests.filter((test) => isFailed(test) && isOfDifference(test)),
    },
    ...ofBaseline(baseline, strict),
    {
      name: "runs stopped early",
      count: () => (stopped ? 1 : 0),
      select: () => [],
    },
    {
      name: "created resources left behind",
      count: () => leftBehind.length,
      select: () => [],
    },
    {
      name: "checks with an error",
      count: (tests) => notCarriedOut(tests).length,
      select: notCarriedOut,
    },
  ];
}

/** What the baseline adds to the exit code. */
function ofBaseline(baseline: Results["baseline"], strict: boolean): Condition[] {
  if (baseline === undefined) return [];
  const { lost, gone } = baseline;
  const select = () => [];
  return [
    { name: "rules no longer tested", count: () => lost.length, select },
    ...(strict
      ? [{ name: "entries of the baseline that are gone", count: () => gone.length, select }]
      : []),
  ];
}

/** Whether the baseline covers a failure: resolutions.ts says so to Allure. */
function isAccepted({ resolution }: Tests[number], strict: boolean): boolean {
  return resolution === "accepted" || (resolution === "muted" && !strict);
}

function isOfDifference({ labels }: Tests[number]): boolean {
  return labels.some(({ name, value }) => name === allureLabel.level && value === differenceLevel);
}

function idsOf(tests: Tests): string[] {
  return tests.map(({ id }) => id);
}
