import type { Command } from "commander";

/** Adds a command to the program. @returns the command */
type Add = (program: Command) => Command;

/** Loads each command, in the order of the help. */
const commands = new Map<string, () => Promise<Add>>([
  ["run", async () => (await import("./run.ts")).addRunCommand],
  ["mock", async () => (await import("./mock.ts")).addMockCommand],
  ["record", async () => (await import("./record.ts")).addRecordCommand],
  ["compare", async () => (await import("./compare.ts")).addCompareCommand],
  ["merge", async () => (await import("./merge.ts")).addMergeCommand],
  ["migrate", async () => (await import("./migrate.ts")).addMigrateCommand],
  ["certify", async () => (await import("./certify.ts")).addCertifyCommand],
  ["cleanup", async () => (await import("./cleanup.ts")).addCleanupCommand],
  ["report", async () => (await import("./report.ts")).addReportCommand],
  ["list", async () => (await import("./list/list.ts")).addListCommand],
  ["explain", async () => (await import("./explain/explain.ts")).addExplainCommand],
  ["baseline", async () => (await import("./baseline/command.ts")).addBaselineCommand],
]);

/**
 * Adds the command that is called, and no other: to load all of them takes longer than most commands
 * do. Words that call none, such as `--help` and typing errors, need all of them, and completion.
 * @param words of the command line
 */
export async function addCommands(program: Command, words: readonly string[]): Promise<void> {
  const called = commands.get(words[0] ?? "");
  const adders = await Promise.all(
    (called ? [called] : [...commands.values()]).map((load) => load()),
  );
  for (const add of adders) add(program).exitOverride();
  if (!called) await (await import("./completion.ts")).addCompletion(program, words);
}
