import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differentials } from "../../suites/differential/differentials.ts";
import { probes } from "../../suites/probes/probes.ts";
import type { RunContext } from "../../suites/run/run-context.ts";
import { scheduleOf, type UnitReport } from "../../suites/run/units.ts";

/** Carries out all that a run does by its configuration. @returns what came of it, in that order */
export function wholeRun(run: RunContext): Promise<UnitReport[]> {
  return scheduleOf(run, { requirements, probes, differentials }).all();
}

/** The results of the checks of a {@link wholeRun}. */
export async function allChecks(run: RunContext): Promise<CheckResult[]> {
  return checksOf(await wholeRun(run));
}

export function checksOf(reports: readonly UnitReport[]): CheckResult[] {
  return reports.flatMap((report) => (report.kind === "check" ? [report.check] : []));
}

/** Whether a result is one that a person has to look at. */
export function isRed({ verdict }: CheckResult): boolean {
  return verdict === "fail" || verdict === "error";
}

/** A result in one line, for the message of a failing test. */
export function inOneLine({ id, version, verdict, message }: CheckResult): string {
  return `${verdict} ${id} [${version}] ${message ?? ""}`;
}
