import { existsSync } from "node:fs";
import type { Command } from "commander";
import { UsageError } from "../reports/exit.ts";
import { readResults, runFiles } from "../reports/run-directory.ts";
import { print, printNotice } from "./console.ts";
import { openPage } from "./open-page.ts";
import { lockRunFolder } from "./output.ts";

export function addReportCommand(program: Command): Command {
  return program
    .command("report")
    .description("write the report of a finished run again")
    .argument("[dir]", "the output folder of the run")
    .option("--out <dir>", "the same as the argument", "scim-results")
    .option("--open", "open the report in the browser")
    .action(report);
}

interface ReportFlags {
  out: string;
  open?: true;
}

async function report(given: string | undefined, flags: ReportFlags): Promise<void> {
  const directory = given ?? flags.out;
  try {
    readResults(directory);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (!existsSync(runFiles(directory).allureResults)) {
    throw new UsageError(
      `${directory}: no allure-results folder, so there is nothing to write a report from`,
    );
  }
  const page = await writeLocked(directory);
  print(page);
  if (flags.open) await openPage(page, printNotice);
}

/** Holds the lock, so that no run changes the files meanwhile. @returns the page to open */
async function writeLocked(directory: string): Promise<string> {
  const lock = lockRunFolder(directory, printNotice);
  try {
    const { writeReport } = await import("./write-report.ts");
    return await writeReport(directory);
  } finally {
    lock.release();
  }
}
