import { fileURLToPath } from "node:url";
import { writeReport as write } from "../reports/allure/write-report.ts";
import { gateOfWritten } from "./written-gate.ts";

/**
 * Writes the report of the run in a folder.
 * @returns the path of the page to open
 * @throws Error when Allure fails; the message quotes its output
 */
export function writeReport(directory: string): Promise<string> {
  const generator = fileURLToPath(new URL("./generate-report.js", import.meta.url));
  return write(directory, generator, gateOfWritten(directory));
}
