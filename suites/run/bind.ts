import { describe, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import { differenceLevel } from "../../schemas/allure-labels.ts";
import { type CheckResult, isFindingOfCheck } from "../../schemas/index.ts";
import type { Differential } from "../differential/differential.ts";
import type { Observed } from "../differential/observations.ts";
import { identity, observedOf } from "../differential/observed.ts";
import type { Probe } from "../probe.ts";
import { areas, type Requirement } from "../requirement.ts";
import { graceMs, longestCheck } from "./deadline.ts";
import { type DifferentialReport, differ } from "./differ.ts";
import { evaluate } from "./evaluate.ts";
import { attachEvidence, attachReproduction, labelTest } from "./evidence.ts";
import { observeDifference, type ProbeReport } from "./observe-difference.ts";
import type { RunContext } from "./run-context.ts";
import type { Stopped } from "./run-stop.ts";

/** What a test tells the process that started the run; travels as vitest's task meta. */
export interface TestReport {
  check?: CheckResult;
  /** What the check saw, where another version states the same requirement. */
  observed?: Observed;
  probe?: ProbeReport;
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
    const observed = observedOf(run.config.profile, requirement, result);
    task.meta.scim = {
      check: result,
      ...(observed ? { observed } : {}),
      ...stopOf(run),
    };
    const { verdict, message = "" } = result;
    await labelTest({
      ...result,
      ...(verdict === "deviation" ? deviationOf(requirement, version) : {}),
      testCase: identity(requirement),
    });
    await attachEvidence(run.log, result.exchanges);
    if (verdict === "fail") await attachReproduction(run, result);
    if (verdict === "skip") skip(message);
    if (verdict === "error") throw new Error(message);
    if (isFindingOfCheck(result, run.config.strict)) throw new Finding(message);
  });
}

/** How Slack deviates from a requirement, in a few words: its note, or the fact that says so. */
function deviationOf({ versions: clauses }: Requirement, version: Version): { deviation?: string } {
  const slack = clauses[version]?.slack;
  return slack ? { deviation: slack.note ?? `facts ${slack.fact}` } : {};
}

/**
 * Registers the tests of the differences between the versions of Slack's API; none when only some
 * requirements run, or for another server: it need not differ as Slack does.
 */
export function bindDifferences(
  run: RunContext,
  probes: readonly Probe[],
  differentials: readonly Differential[],
): void {
  if (run.config.requirements || run.config.probes.length === 0) return;
  describe("version differences", () => {
    // These take longest, so they begin first.
    if (run.checks.size === 2) bindDifferentials(run, differentials);
    bindProbes(run, probes);
  });
}

/** One vitest test for each probe and version. */
function bindProbes(run: RunContext, probes: readonly Probe[]): void {
  const { config, log, checks } = run;
  const expectations = new Map(config.probes.map((expected) => [expected.id, expected]));
  for (const probe of probes) {
    const expected = expectations.get(probe.id);
    if (!expected) continue;
    for (const [version, context] of checks) {
      test.concurrent(`${probe.id}: ${expected.title}`, { timeout: timeoutOf(run) }, async ({
        task,
        skip,
      }) => {
        const report = await observeDifference(run, probe, version, context, expected);
        task.meta.scim = { probe: report, ...stopOf(run) };
        const broken = report.mismatches.join("; ");
        await labelTest({
          id: probe.id,
          area: "version differences",
          version,
          level: differenceLevel,
          source: "catalogue of differences",
          verdict: report.notProbed !== undefined ? "skip" : broken === "" ? "pass" : "fail",
          message: report.notProbed ?? broken,
          testCase: probe.id,
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
        level: differenceLevel,
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
