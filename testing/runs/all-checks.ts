import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import type { RunContext } from "../../suites/run/run-context.ts";
import { scheduleOf, type UnitReport } from "../../suites/run/units.ts";

/** Carries out every check of a run, and no differences. @returns their results, in order */
export function checkReports(run: RunContext): Promise<UnitReport[]> {
  return scheduleOf(run, { requirements, differences: [], differentials: [] }).all();
}

/** The results of {@link checkReports}. */
export async function allChecks(run: RunContext): Promise<CheckResult[]> {
  return checksOf(await checkReports(run));
}

export function checksOf(reports: readonly UnitReport[]): CheckResult[] {
  return reports.flatMap((report) => (report.kind === "check" ? [report.check] : []));
}

/** Whether a result needs attention. */
export function isRed({ verdict }: CheckResult): boolean {
  return verdict === "fail" || verdict === "error";
}

/** A result in one line, for the message of a failing test. */
export function inOneLine({ id, version, verdict, message }: CheckResult): string {
  return `${verdict} ${id} [${version}] ${message ?? ""}`;
}
