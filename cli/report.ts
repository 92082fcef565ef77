import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { ReportWriter } from "../reports/allure/write-report.ts";
import { UsageError } from "../reports/exit.ts";
import { readResults, runFiles } from "../reports/run-directory.ts";
import type { Results } from "../schemas/index.ts";
import { addCiFileOptions, type CiFileFlags, requestedCiFiles, writeCiFiles } from "./ci-files.ts";
import { print, printNotice } from "./console.ts";
import { openPage } from "./open-page.ts";
import { claimFiles, lockRunFolder } from "./output.ts";
import { gateOfWritten } from "./written-gate.ts";

export function addReportCommand(program: Command): Command {
  const command = program
    .command("report")
    .description("write the report of a finished run again")
    .argument("[dir]", "the output folder of the run")
    .option("--out <dir>", "the same as the argument", "scim-results");
  return addCiFileOptions(command)
    .option("--open", "open the report in the browser")
    .action(report);
}

interface ReportFlags extends CiFileFlags {
  out: string;
  open?: true;
}

async function report(given: string | undefined, flags: ReportFlags): Promise<void> {
  const directory = given ?? flags.out;
  let results: Results;
  try {
    results = readResults(directory);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (!existsSync(runFiles(directory).allureResults)) {
    throw new UsageError(
      `${directory}: no allure-results folder, so there is nothing to write a report from`,
    );
  }
  const files = claimFiles(requestedCiFiles(flags), directory);
  let page: string;
  try {
    page = await writeLocked(directory);
    writeCiFiles(results, flags, gateOfWritten(directory), (flag, text) =>
      files.find((file) => file.flag === flag)?.write(text),
    );
  } finally {
    for (const file of files) file.abandon();
  }
  print(page);
  if (flags.open) await openPage(page, printNotice);
}

/** Holds the lock, so that no run changes the files meanwhile. @returns the page to open */
async function writeLocked(directory: string): Promise<string> {
  const lock = lockRunFolder(directory, printNotice);
  let report: ReportWriter | undefined;
  try {
    const { startReport } = await import("./write-report.ts");
    report = startReport();
    await report.begin(directory);
    return await report.finish(gateOfWritten(directory));
  } finally {
    report?.abandon();
    lock.release();
  }
}
