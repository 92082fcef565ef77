/**
 * Writes the Allure report of the run in SCIM_RUN_DIRECTORY; a process of its own, since Allure
 * says on the console what it thinks of plugins and files.
 *
 * `allure generate` would do, but it does not ask the quality gate.
 */

import { env } from "node:process";
import { AllureReport, createHistory, resolveConfig } from "@allurereport/core";
import { readResults, runFiles } from "../run-directory.ts";
import { labelChanges } from "./changes.ts";
import { forgetRun, historyFile, rememberRun } from "./history.ts";
import { passGate } from "./quality-gate.ts";

const directory = env.SCIM_RUN_DIRECTORY ?? "";
const results = readResults(directory);
const files = runFiles(directory);
const history = historyFile(directory, results);

forgetRun(history, results);
// Not before: the configuration looks for earlier runs.
const { default: config } = await import("./allurerc.ts");
const report = new AllureReport(await resolveConfig(config, { output: files.report }));
await report.start();
await report.readDirectory(files.allureResults);
await labelChanges(report.store);

const tests = await report.store.allTestResults();
report.realtimeDispatcher.sendQualityGateResults(passGate(results, tests));
await report.done();

rememberRun(history, createHistory(report.reportUuid, report.reportName, [], tests), results);
