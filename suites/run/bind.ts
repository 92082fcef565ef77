import { describe, test } from "vitest";
import { differenceLevel } from "../../schemas/allure-labels.ts";
import { isFindingOfCheck } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { demandOf, type Requirement } from "../requirement.ts";
import { graceMs, longestCheck } from "./deadline.ts";
import { attachEvidence, attachReproduction, type Labels, labelTest } from "./evidence.ts";
import type { RunContext } from "./run-context.ts";
import type { Stopped } from "./run-stop.ts";
import { differencesStage, type RunSchedule, type Unit, type UnitReport } from "./units.ts";

/** What a test reports to the process that started the run, as vitest's task meta. */
export type TestReport = UnitReport & {
  /** Set once the run has stopped before its end. */
  stopped?: Stopped;
};

declare module "vitest" {
  interface TaskMeta {
    scim?: TestReport;
  }
}

/** A broken rule: vitest and Allure show it as a failure, not as an error of the harness. */
class Finding extends Error {
  override readonly name = "AssertionError";
}

/** Registers one vitest test for each unit of a run, in a group for each stage. */
export function bind(run: RunContext, schedule: RunSchedule): void {
  for (const { name, units } of schedule.stages) {
    describe(name, () => {
      for (const unit of units) bindUnit(run, schedule, unit);
    });
  }
}

/**
 * Vitest starts as many tests at once as the schedule carries out (`run-suites.ts`), so that no
 * test spends its timeout waiting for its turn.
 */
function bindUnit(run: RunContext, schedule: RunSchedule, unit: Unit): void {
  const { config, log, stop } = run;
  const timeout = longestCheck(config) + graceMs;
  test.concurrent(unit.title, { timeout }, async ({ task, skip }) => {
    const report = await schedule.run(unit);
    task.meta.scim = { ...report, ...(stop.stopped ? { stopped: stop.stopped } : {}) };
    const { labels, exchanges } = shown(unit, report);
    await labelTest(labels);
    await attachEvidence(log, exchanges);
    const { verdict, message = "" } = labels;
    if (report.kind === "check" && verdict === "fail") await attachReproduction(run, report.check);
    if (verdict === "skip") skip(message);
    if (verdict === "error") throw new Error(message);
    if (isFindingOfCheck(labels, config.strict)) throw new Finding(message);
  });
}

/** What a report shows of a unit: its labels, and the exchanges that are its evidence. */
function shown(unit: Unit, report: UnitReport): { labels: Labels; exchanges: readonly string[] } {
  switch (report.kind) {
    case "check": {
      const { check } = report;
      const told =
        unit.kind === "check"
          ? {
              ...demandOf(unit.requirement, check.version),
              ...(check.verdict === "deviation"
                ? deviationOf(unit.requirement, check.version)
                : {}),
              testCase: testCaseIdOf(unit.requirement),
            }
          : { testCase: check.id };
      return { labels: { ...check, ...told }, exchanges: check.exchanges };
    }
    case "probe": {
      const { id, version, mismatches, notProbed, exchanges } = report.probe;
      const source = "catalogue of differences";
      const broken = mismatches.length > 0 ? mismatches.join("; ") : undefined;
      return { labels: { version, ...ofDifference(id, source, notProbed, broken) }, exchanges };
    }
    case "differential": {
      const { id, disagreement, notProbed, exchanges } = report.differential;
      const broken = disagreement && `the versions disagree: ${JSON.stringify(disagreement)}`;
      return { labels: ofDifference(id, "generated intents", notProbed, broken), exchanges };
    }
  }
}

/**
 * Identifies a requirement to Allure from run to run: an id for each version, repeated where both
 * versions have the same one. Earlier runs in Allure's history have this form, so it stays.
 */
function testCaseIdOf({ versions: clauses }: Requirement): string {
  return versions.flatMap((version) => clauses[version]?.id ?? []).join("+");
}

/** How Slack deviates from a requirement, in a few words: the note, or else the section of the fact. */
function deviationOf({ versions }: Requirement, version: Version): { deviation?: string } {
  const slack = versions[version]?.slack;
  return slack ? { deviation: slack.note ?? slack.fact } : {};
}

function ofDifference(
  id: string,
  source: string,
  notProbed: string | undefined,
  broken: string | undefined,
): Labels {
  const message = notProbed ?? broken;
  return {
    id,
    area: differencesStage,
    level: differenceLevel,
    source,
    verdict: notProbed !== undefined ? "skip" : broken === undefined ? "pass" : "fail",
    ...(message === undefined ? {} : { message }),
    testCase: id,
  };
}
