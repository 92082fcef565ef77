import type { Command } from "commander";
import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { type ConfigKey, keysOfCommands, replacedBy } from "./keys.ts";
import { configName, readConfig } from "./read.ts";

/** Makes the commands read the configuration file of the working directory, before they start. */
export function addConfigFile(program: Command, say: (line: string) => void): void {
  for (const command of program.commands) {
    if (!(command.name() in keysOfCommands)) continue;
    command.addHelpText(
      "after",
      `\nDefaults are read from ${configName} in the working directory.`,
    );
  }
  program.hook("preAction", (_, command) => applyConfig(command, ".", say));
}

/**
 * Gives a command the values of the configuration file that its flags do not replace, and says what
 * was read.
 * @throws UsageError of one line where the file cannot be used
 */
export function applyConfig(
  command: Command,
  directory: string,
  say: (line: string) => void,
): void {
  const keys = keysOfCommands[command.name()];
  const config = keys && readConfig(directory);
  if (keys === undefined || config === undefined) return;
  const given = keys.filter((key) => config[key] !== undefined);
  for (const key of given) rejectMissing(command, key);
  const replaced = given.filter((key) => isReplaced(command, key));
  const used = given.filter((key) => !replaced.includes(key));
  for (const key of used) command.setOptionValueWithSource(key, config[key], "config");
  const words = [
    used.length === 0
      ? "nothing of it is used"
      : used.map((key) => said(key, config[key])).join(", "),
    ...(replaced.length === 0 ? [] : [`flags replace ${replaced.join(", ")}`]),
  ];
  say(`read ${configName}: ${words.join("; ")}`);
}

/** The file may name what a later version of a command has. */
function rejectMissing(command: Command, key: ConfigKey): void {
  if (command.options.some((option) => option.attributeName() === key)) return;
  throw new UsageError(`${configName}: ${key} is not available yet`);
}

function isReplaced(command: Command, key: ConfigKey): boolean {
  // The argument of report is the output folder.
  const [argument] = command.registeredArguments;
  if (key === "out" && argument?.name() === "dir" && command.args.length > 0) return true;
  return [key, ...replacedBy[key]].some((flag) => command.getOptionValueSource(flag) === "cli");
}

function said(key: ConfigKey, value: unknown): string {
  const text = Array.isArray(value) ? value.join(" ") : String(value);
  return `${key} ${shown(text)}`;
}
