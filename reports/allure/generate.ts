import { dirname, join } from "node:path";
import { AllureReport, createHistory, resolveConfig } from "@allurereport/core";
import type { Redact } from "../../schemas/index.ts";
import { historyFile } from "../history-file.ts";
import { pagePaths } from "../navigation.ts";
import { readResults, runFiles } from "../run-directory.ts";
import { reportConfig } from "./allurerc.ts";
import { labelChanges } from "./changes.ts";
import { forgetRun, rememberRun } from "./history.ts";
import { passGate } from "./quality-gate.ts";
import { resolveKnown } from "./resolutions.ts";

/**
 * Writes Allure's page of the run in a folder. Runs in its own process, since Allure prints about
 * plugins and files on the console; the other pages are written meanwhile (write-report.ts).
 *
 * `allure generate` does not evaluate the quality gate.
 *
 * @param redact redacts text made from the files of the run
 */
export async function generateTests(directory: string, redact: Redact): Promise<void> {
  const results = readResults(directory);
  const files = runFiles(directory);
  const history = historyFile(directory, results, "allure");

  forgetRun(history, results, redact);
  // After forgetRun: the configuration looks for earlier runs.
  const config = reportConfig(directory, results);
  const output = join(files.report, dirname(pagePaths.tests));
  const report = new AllureReport(await resolveConfig(config, { output }));
  await report.start();
  await report.readDirectory(files.allureResults);
  await labelChanges(report.store);
  await resolveKnown(report.store, results);

  const tests = await report.store.allTestResults();
  report.realtimeDispatcher.sendQualityGateResults(passGate(results, tests));
  await report.done();

  const point = createHistory(report.reportUuid, report.reportName, [], tests);
  rememberRun(history, point, results, redact);
}
