import { AllureReport, createHistory, resolveConfig } from "@allurereport/core";
import type { Redact } from "../../schemas/index.ts";
import { readResults, runFiles } from "../run-directory.ts";
import { reportConfig } from "./allurerc.ts";
import { labelChanges } from "./changes.ts";
import { forgetRun, historyFile, rememberRun } from "./history.ts";
import { passGate } from "./quality-gate.ts";

/**
 * Writes the Allure report of the run in a folder. In a process for it alone, since Allure says on
 * the console what it thinks of plugins and files.
 *
 * `allure generate` would do, but it does not ask the quality gate.
 *
 * @param redact of text that is made from the files of the run
 */
export async function generateReport(directory: string, redact: Redact): Promise<void> {
  const results = readResults(directory);
  const files = runFiles(directory);
  const history = historyFile(directory, results);

  forgetRun(history, results, redact);
  // Not before: the configuration looks for earlier runs.
  const config = reportConfig(directory, results, redact);
  const report = new AllureReport(await resolveConfig(config, { output: files.report }));
  await report.start();
  await report.readDirectory(files.allureResults);
  await labelChanges(report.store);

  const tests = await report.store.allTestResults();
  report.realtimeDispatcher.sendQualityGateResults(passGate(results, tests));
  await report.done();

  const point = createHistory(report.reportUuid, report.reportName, [], tests);
  rememberRun(history, point, results, redact);
}
