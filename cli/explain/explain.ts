import { existsSync } from "node:fs";
import type { Command } from "commander";
import { UsageError } from "../../reports/exit.ts";
import { terminalColumns } from "../columns.ts";
import { print, printNotice } from "../console.ts";
import type { LastRun } from "./last-run.ts";

interface ExplainFlags {
  out: string;
}

export function addExplainCommand(program: Command): Command {
  return program
    .command("explain")
    .description("explain a requirement, a difference or a fact, and show its last result")
    .argument("<id...>", "such as SCIM20-7644-3.3-04, DIFF-PATCH-01 or FACT-DELETE-11")
    .option("--out <dir>", "output folder of the run whose result is shown", "scim-results")
    .action(explain);
}

async function explain(
  ids: readonly string[],
  { out }: ExplainFlags,
  command: Command,
): Promise<void> {
  if (command.getOptionValueSource("out") === "cli" && !existsSync(out)) {
    throw new UsageError(`--out ${out}: no such folder`);
  }
  const { sheetOf } = await import("./sheet-of.ts");
  const { sheetText } = await import("./sheet.ts");
  const run = await lastRun(out);
  const columns = terminalColumns(process.stdout);
  const texts = ids.map((id) => sheetText(sheetOf(id, run, out), columns));
  print(texts.join(`\n\n${"─".repeat(40)}\n\n`));
}

/** Results that cannot be read are no reason to explain nothing. */
async function lastRun(directory: string): Promise<LastRun | undefined> {
  const { readLastRun } = await import("./last-run.ts");
  try {
    return readLastRun(directory);
  } catch (error) {
    printNotice(`the last result is not shown: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
