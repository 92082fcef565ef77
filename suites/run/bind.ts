import { describe, test } from "vitest";
import { isFindingOfCheck } from "../../schemas/index.ts";
import { graceMs, longestCheck } from "./deadline.ts";
import type { RunContext } from "./run-context.ts";
import type { Stopped } from "./run-stop.ts";
import { together } from "./schedule.ts";
import { type Shown, shown } from "./shown.ts";
import type { RunSchedule, Unit, UnitReport } from "./units.ts";

/** What a test reports to the process that started the run, as vitest's task meta. */
export type TestReport = UnitReport & {
  /** What Allure shows of it; the command describes the test to Allure, while the checks go on. */
  shown: Shown;
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
  for (const stage of schedule.stages) {
    // Vitest starts the tests of concurrent groups in turns.
    const concurrent = schedule.stages.some((one) => one !== stage && together(one, stage));
    describe(stage.name, { concurrent }, () => {
      for (const unit of stage.units) bindUnit(run, schedule, unit);
    });
  }
}

/**
 * Vitest starts as many tests at once as the schedule carries out (`run-suites.ts`), so that no
 * test spends its timeout waiting for its turn.
 */
function bindUnit(run: RunContext, schedule: RunSchedule, unit: Unit): void {
  const { config, stop } = run;
  const timeout = longestCheck(config) + graceMs;
  test.concurrent(unit.title, { timeout }, async ({ task, skip }) => {
    const report = await schedule.run(unit);
    const told = shown(unit, report);
    task.meta.scim = {
      ...report,
      shown: told,
      ...(stop.stopped ? { stopped: stop.stopped } : {}),
    };
    const { verdict, message = "" } = told.labels;
    if (verdict === "skip") skip(message);
    if (verdict === "error") throw new Error(message);
    if (isFindingOfCheck(told.labels, config.strict)) throw new Finding(message);
  });
}
