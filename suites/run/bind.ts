import { describe, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import { type CheckResult, isFindingOfCheck } from "../../schemas/index.ts";
import { type Difference, isProbed } from "../differences/difference.ts";
import type { Differential } from "../differences/generated/differential.ts";
import type { ProbeResult } from "../differences/probe-result.ts";
import { identity, type Sighting, sightingOf } from "../differences/sightings/sighting.ts";
import { areas, demandOf, type Requirement } from "../requirement.ts";
import { graceMs, longestCheck } from "./deadline.ts";
import { type DifferentialReport, differ } from "./differ.ts";
import { evaluate } from "./evaluate.ts";
import { attachEvidence, attachReproduction, labelTest } from "./evidence.ts";
import { observeDifference } from "./observe-difference.ts";
import type { RunContext } from "./run-context.ts";
import type { Stopped } from "./run-stop.ts";

/** What a test tells the process that started the run; travels as vitest's task meta. */
export interface TestReport {
  check?: CheckResult;
  /** What the check saw, where another version states the same requirement. */
  sighting?: Sighting;
  probe?: ProbeResult;
  differential?: DifferentialReport;
  /** Set once the run has stopped before its end. */
  stopped?: Stopped;
}

declare module "vitest" {
  interface TaskMeta {
    scim?: TestReport;
  }
}

/** A broken rule: vitest and Allure show it as a failure, not as an error of the harness. */
class Finding extends Error {
  override readonly name = "AssertionError";
}

const timeoutOf = ({ config }: RunContext) => longestCheck(config) + graceMs;

/** Registers one vitest test for each requirement and version that the run asks for. */
export function bindRequirements(run: RunContext, requirements: readonly Requirement[]): void {
  for (const area of areas) {
    const chosen = requirements
      .filter((requirement) => requirement.area === area)
      .flatMap((requirement) => versions.map((version) => ({ requirement, version })))
      .filter(({ requirement, version }) => isWanted(run, requirement, version));
    // vitest takes a group without tests for a mistake.
    if (chosen.length === 0) continue;
    describe(area, () => {
      for (const { requirement, version } of chosen) bindCheck(run, requirement, version);
    });
  }
}

function stopOf({ stop }: RunContext): Pick<TestReport, "stopped"> {
  return stop.stopped ? { stopped: stop.stopped } : {};
}

function isWanted(run: RunContext, requirement: Requirement, version: Version): boolean {
  const clause = requirement.versions[version];
  if (!clause || !run.checks.has(version)) return false;
  return run.config.requirements?.includes(clause.id) ?? true;
}

function bindCheck(run: RunContext, requirement: Requirement, version: Version): void {
  test.concurrent(requirement.title, { timeout: timeoutOf(run) }, async ({ task, skip }) => {
    const result = await evaluate(run, requirement, version);
    if (!result) return;
    const sighting = sightingOf(run.config.profile, requirement, result);
    task.meta.scim = {
      check: result,
      ...(sighting ? { sighting } : {}),
      ...stopOf(run),
    };
    await labelTest({
      ...result,
      ...demandOf(requirement, version),
      testCase: identity(requirement),
    });
    await attachEvidence(run.log, result.exchanges);
    const { verdict, message = "" } = result;
    if (verdict === "fail") await attachReproduction(run, result);
    if (verdict === "skip") skip(message);
    if (verdict === "error") throw new Error(message);
    if (isFindingOfCheck(result, run.config.strict)) throw new Finding(message);
  });
}

/**
 * Registers the tests of the differences between the versions of Slack's API; none when only some
 * requirements run, or for another server: it need not differ as Slack does.
 */
export function bindDifferences(
  run: RunContext,
  differences: readonly Difference[],
  differentials: readonly Differential[],
): void {
  if (run.config.requirements || differences.length === 0) return;
  describe("version differences", () => {
    // These take longest, so they begin first.
    if (run.checks.size === 2) bindDifferentials(run, differentials);
    bindProbes(run, differences);
  });
}

/** One vitest test for each probe and version. */
function bindProbes(run: RunContext, differences: readonly Difference[]): void {
  const { log, checks } = run;
  for (const difference of differences.filter(isProbed)) {
    const { id, title } = difference;
    for (const [version, context] of checks) {
      test.concurrent(`${id}: ${title}`, { timeout: timeoutOf(run) }, async ({ task, skip }) => {
        const report = await observeDifference(run, difference, version, context);
        task.meta.scim = { probe: report, ...stopOf(run) };
        const broken = report.mismatches.join("; ");
        await labelTest({
          id,
          area: "version differences",
          version,
          level: "difference",
          source: "catalogue of differences",
          verdict: report.notProbed !== undefined ? "skip" : broken === "" ? "pass" : "fail",
          message: report.notProbed ?? broken,
          testCase: id,
        });
        await attachEvidence(log, report.exchanges);
        if (report.notProbed !== undefined) skip(report.notProbed);
        if (broken !== "") throw new Finding(broken);
      });
    }
  }
}

/** One vitest test for each property of both versions at once. */
function bindDifferentials(run: RunContext, differentials: readonly Differential[]): void {
  for (const differential of differentials) {
    test.concurrent(differential.title, { timeout: timeoutOf(run) }, async ({ task, skip }) => {
      const report = await differ(run, differential);
      task.meta.scim = { differential: report, ...stopOf(run) };
      const { disagreement, notProbed } = report;
      const broken = disagreement && `the versions disagree: ${JSON.stringify(disagreement)}`;
      const message = notProbed ?? broken;
      await labelTest({
        id: differential.id,
        area: "version differences",
        level: "difference",
        source: "generated intents",
        verdict: notProbed !== undefined ? "skip" : broken === undefined ? "pass" : "fail",
        ...(message === undefined ? {} : { message }),
        testCase: differential.id,
      });
      await attachEvidence(run.log, report.exchanges);
      if (notProbed !== undefined) skip(notProbed);
      if (broken !== undefined) throw new Finding(broken);
    });
  }
}
