#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { exitCode, UntestableError, UsageError } from "../reports/exit.ts";
import { shown } from "../reports/output/output-error.ts";
import { addCommands } from "./commands.ts";
import { addConfigFile } from "./configuration/apply.ts";
import { printNotice, throughGate } from "./console.ts";
import { toolVersion } from "./version.ts";

const program = new Command("slack-scim-conformance")
  .description("Tests Slack's SCIM API, versions 1.1 and 2.0, and reports how the two differ.")
  .version(toolVersion())
  // A flag may be quoted, with line breaks and secrets.
  .configureOutput({ outputError: (text, write) => write(throughGate(text)) })
  // `--version` before a command is that of this tool; `list --version` is that of SCIM.
  .enablePositionalOptions()
  .exitOverride();

await addCommands(program, process.argv.slice(2));
addConfigFile(program, printNotice);

// A reader that closes the pipe, such as `head`, must not stop a run. Nor must a closed terminal
// (SIGHUP), or a full disk: what the run created still has to be cleaned up.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || error.code === "EIO") return;
    process.exitCode ||= exitCode.untestable;
    if (stream === process.stdout) {
      printNotice(`${pc.red("error:")} standard output cannot be written (${error.code})`);
    }
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Tells the user what went wrong, in one line. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its line already; help and version are no errors.
    return error.exitCode === 0 ? exitCode.noFinding : exitCode.usage;
  }
  if (error instanceof UsageError || error instanceof UntestableError) {
    // The message may quote line breaks of a path, a file or a server.
    printNotice(`${pc.red("error:")} ${shown(error.message)}`);
    return error instanceof UsageError ? exitCode.usage : exitCode.untestable;
  }
  printNotice(`${pc.red("error:")} ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.DEBUG && error instanceof Error) printNotice(String(error.stack));
  return exitCode.untestable;
}
