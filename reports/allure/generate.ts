import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AllureReport, createHistory, resolveConfig } from "@allurereport/core";
import AwesomePlugin from "@allurereport/plugin-awesome";
import type { Redact } from "../../schemas/index.ts";
import { historyFile } from "../history-file.ts";
import { pagePaths } from "../navigation.ts";
import { readResults, runFiles } from "../run-directory.ts";
import { writeText } from "../write-text.ts";
import { pageOptions, reportConfig } from "./allurerc.ts";
import { labelChanges } from "./changes.ts";
import { forgetRun, rememberRun } from "./history.ts";
import { onePage } from "./page.ts";
import { passGate } from "./quality-gate.ts";
import { readAllureResults } from "./read-results.ts";
import { KeptFiles } from "./report-files.ts";
import { resolveKnown } from "./resolutions.ts";

/** The folder that Allure gives the files of its page. */
const pageId = "awesome";

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
  const options = pageOptions(results);
  const output = dirname(join(files.report, pagePaths.tests));
  const kept = new KeptFiles();
  const report = new AllureReport({
    // Allure would load its plugins only now, and one more that is not used.
    ...(await resolveConfig(config, { output, plugins: {} })),
    plugins: [{ id: pageId, enabled: true, options, plugin: new AwesomePlugin(options) }],
    reportFiles: kept,
  });
  await report.start();
  await readAllureResults(report, files.allureResults);
  await labelChanges(report.store);
  await resolveKnown(report.store, results);

  const tests = await report.store.allTestResults();
  report.realtimeDispatcher.sendQualityGateResults(passGate(results, tests));
  await report.done();
  writeFiles(output, kept.contents, redact);

  const point = createHistory(report.reportUuid, report.reportName, [], tests);
  rememberRun(history, point, results, redact);
}

/** Writes the page, and beside it what other programs read. */
function writeFiles(folder: string, kept: ReadonlyMap<string, Buffer>, redact: Redact): void {
  const files = new Map([...kept].map(([path, all]) => [path.replace(`${pageId}/`, ""), all]));
  const page = onePage(files, redact);
  mkdirSync(folder, { recursive: true });
  writeText(join(folder, basename(pagePaths.tests)), page);
  for (const name of ["quality-gate.json", "summary.json", "test-results.json"]) {
    const content = files.get(name);
    if (content) writeText(join(folder, name), redact(content.toString("utf8")));
  }
}
