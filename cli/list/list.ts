import type { Command } from "commander";
import { UsageError } from "../../reports/exit.ts";
import { terminalColumns } from "../columns.ts";
import { print, printNotice } from "../console.ts";
import { listTable } from "./table.ts";

interface ListFlags {
  kind?: string;
  area?: string[];
  version?: string[];
  level?: string[];
  text?: string;
  format: string;
  json?: true;
}

export function addListCommand(program: Command): Command {
  return program
    .command("list")
    .description("list the requirements and the differences between the versions")
    .argument(
      "[text...]",
      "before the flags: only those whose id, title, demand or behaviour contains each of these",
    )
    .option("--kind <kind>", "only requirements (requirement) or differences (difference)")
    .option("--area <name...>", "only these areas")
    .option("--version <version...>", "only these SCIM versions: 1.1, 2.0")
    .option("--level <level...>", "only these levels, such as MUST or DOC, or impacts: breaking, …")
    .option("--text <text>", "the same as an argument")
    .option("--format <format>", "text or json", "text")
    .option("--json", "short for --format json")
    .action(list);
}

async function list(texts: readonly string[], flags: ListFlags): Promise<void> {
  const { format, json, text, ...selection } = flags;
  if (format !== "text" && format !== "json") {
    throw new UsageError(`--format ${format}: must be text or json`);
  }
  const [{ listEntries }, { selected }] = await Promise.all([
    import("./entries.ts"),
    import("./selected.ts"),
  ]);
  const words = text === undefined ? texts : [...texts, text];
  const entries = selected(listEntries(), { ...selection, words });
  if (json || format === "json") {
    print(JSON.stringify(entries, null, 2));
    return;
  }
  if (entries.length === 0) {
    printNotice("nothing matches");
    return;
  }
  const columns = terminalColumns(process.stdout);
  print(listTable(entries, columns));
  if (columns !== undefined) printNotice(`${countsOf(entries)}; explain ID shows one in full`);
}

function countsOf(entries: readonly { kind: string }[]): string {
  const requirements = entries.filter(({ kind }) => kind === "requirement").length;
  const count = (size: number, name: string) => `${size} ${name}${size === 1 ? "" : "s"}`;
  return `${count(requirements, "requirement")}, ${count(entries.length - requirements, "difference")}`;
}
