import { statSync } from "node:fs";
import type { Command } from "commander";
import pc from "picocolors";
import { Redaction } from "../../client/transport/redaction.ts";
import { dayOf } from "../../commands/baseline/match.ts";
import { type BaselineRow, baselineRows } from "../../commands/baseline/table.ts";
import { unitedBaselines } from "../../commands/baseline/union.ts";
import { baselineText } from "../../commands/baseline/write.ts";
import { exitCode, UsageError } from "../../reports/exit.ts";
import { OutputError, shown } from "../../reports/output/output-error.ts";
import {
  baselineOfThisTool,
  type OutputFile,
  prepareFiles,
} from "../../reports/output/output-file.ts";
import type { Baseline } from "../../schemas/index.ts";
import { terminalColumns } from "../columns.ts";
import { print, printNotice } from "../console.ts";
import { readBaselineFile } from "./read-file.ts";

export function addBaselineCommand(program: Command): Command {
  const command = program
    .command("baseline")
    .description("show or merge files of known findings, which run --baseline compares with");
  command
    .command("show")
    .description("print every entry as a table: status, rule, last day, owner, reason, observation")
    .argument("<file>", "the file of --baseline")
    .exitOverride()
    .action(show);
  command
    .command("merge")
    .description("merge the baselines of two branches, as a merge driver of git")
    .argument("<base>", "the file that both come from (%O); may be empty")
    .argument("<ours>", "the file of one branch (%A); the result replaces it")
    .argument("<theirs>", "the file of the other branch (%B)")
    .exitOverride()
    .action(merge);
  return command;
}

async function merge(base: string, ours: string, theirs: string): Promise<void> {
  const { idsOfSuite } = await import("./suite-ids.ts");
  const ids = idsOfSuite();
  const read = (path: string): Baseline => {
    const file = readBaselineFile(path, ids);
    if (!file) throw new UsageError(`${shown(path)}: no such file`);
    return file.baseline;
  };
  // Git gives an empty file where both branches added the file.
  const before = isEmptyFile(base) ? undefined : read(base);
  const [one, other] = [read(ours), read(theirs)];
  if (one.target !== other.target || one.profile !== other.profile) {
    throw new UsageError(
      `${shown(theirs)}: is of ${shown(other.target)}, profile ${other.profile}, and ${shown(ours)} of ${shown(one.target)}, profile ${one.profile}`,
    );
  }
  const { baseline, conflicts } = unitedBaselines(before, one, other);
  const file = prepared(ours);
  // What people wrote stays, such as the address of an owner.
  const gate = new Redaction({ secrets: [], showStrangers: true });
  file.write(gate.withoutSecrets(baselineText(baseline)));
  for (const conflict of conflicts) {
    printNotice(`conflict: ${conflict}: both branches changed it; the file has that of ours`);
  }
  if (conflicts.length > 0) process.exitCode = exitCode.findings;
}

/** @throws UsageError where the file cannot be replaced */
function prepared(path: string): OutputFile {
  try {
    const [file] = prepareFiles([{ flag: "baseline merge", path, kind: baselineOfThisTool }]);
    if (file) return file;
  } catch (error) {
    if (error instanceof OutputError) throw new UsageError(error.message);
    throw error;
  }
  throw new Error("no file was prepared");
}

function isEmptyFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === 0;
}

async function show(path: string): Promise<void> {
  const { idsOfSuite } = await import("./suite-ids.ts");
  const file = readBaselineFile(path, idsOfSuite());
  if (!file) throw new UsageError(`${shown(path)}: no such file`);
  const { baseline } = file;
  const rows = baselineRows(baseline, dayOf({ startedAt: new Date().toISOString() }));
  if (rows.length > 0) print(table(rows, terminalColumns(process.stdout)));
  const count = (state: BaselineRow["state"]) => rows.filter((row) => row.state === state).length;
  printNotice(
    `${shown(baseline.target)}, profile ${baseline.profile}: ${count("accepted")} accepted, ${count("new")} not explained, ${count("expired")} expired`,
  );
}

const columns: readonly (readonly [heading: string, member: keyof BaselineRow])[] = [
  ["STATUS", "state"],
  ["ID", "id"],
  ["SCIM", "version"],
  ["EXPIRES", "expires"],
  ["OWNER", "owner"],
  ["REASON", "reason"],
  ["SAW", "saw"],
];

/** A row for each entry; without a terminal every line is complete, for `grep`, and has no heading. */
function table(rows: readonly BaselineRow[], width: number | undefined): string {
  const cells = rows.map((row) => columns.map(([, member]) => shown(row[member]) || "-"));
  const lines = width === undefined ? cells : [columns.map(([heading]) => heading), ...cells];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const [first = "", ...rest] = lines.map((line) => {
    const text = line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
    return width === undefined || text.length <= width ? text : `${text.slice(0, width - 1)}…`;
  });
  return [width === undefined ? first : pc.bold(first), ...rest].join("\n");
}
