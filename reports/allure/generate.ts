import { existsSync } from "node:fs";
import { join } from "node:path";
import { AllureReport, createHistory, resolveConfig } from "@allurereport/core";
import type { Redact } from "../../schemas/index.ts";
import { historyFile } from "../history-file.ts";
import { readResults, runFiles } from "../run-directory.ts";
import { reportConfig } from "./allurerc.ts";
import { labelChanges } from "./changes.ts";
import { forgetRun, rememberRun } from "./history.ts";
import { passGate } from "./quality-gate.ts";

/**
 * Writes the Allure report of the run in a folder. Runs in its own process, since Allure prints
 * about plugins and files on the console.
 *
 * `allure generate` does not evaluate the quality gate.
 *
 * @param redact redacts text made from the files of the run
 */
export async function generateReport(directory: string, redact: Redact): Promise<void> {
  const results = readResults(directory);
  const files = runFiles(directory);
  const history = historyFile(directory, results, "allure");

  forgetRun(history, results, redact);
  // After forgetRun: the configuration looks for earlier runs.
  const config = reportConfig(directory, results, redact);
  const report = new AllureReport(await resolveConfig(config, { output: files.report }));
  await report.start();
  await report.readDirectory(files.allureResults);
  await labelChanges(report.store);

  const tests = await report.store.allTestResults();
  report.realtimeDispatcher.sendQualityGateResults(passGate(results, tests));
  await report.done();
  expectPages(files.report);

  const point = createHistory(report.reportUuid, report.reportName, [], tests);
  rememberRun(history, point, results, redact);
}

/** Allure goes on without the page of a plugin that fails. @throws Error that names the missing pages */
function expectPages(report: string): void {
  const missing = ["summary", "differences", "coverage", "facts"].filter(
    (page) => !existsSync(join(report, page, "index.html")),
  );
  if (missing.length > 0) throw new Error(`pages could not be written: ${missing.join(", ")}`);
}
