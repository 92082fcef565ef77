import { fileURLToPath } from "node:url";
import { startGenerator } from "../reports/allure/generator.ts";
import { ReportWriter } from "../reports/allure/write-report.ts";
import { ownFile } from "../schemas/own-file.ts";

/** Starts what writes the report, so that it loads while the files of the run are completed. */
export function startReport(): ReportWriter {
  return new ReportWriter(startGenerator(fileURLToPath(ownFile("cli/generate-report.js"))));
}
