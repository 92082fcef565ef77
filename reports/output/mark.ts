import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "../../schemas/json-value.ts";
import { OutputError, shown } from "./output-error.ts";
import { markName, type OutputCommand, temporaryName } from "./own-names.ts";

/** The format of the mark, and of the folders that have it. */
const format = 1;

/**
 * Marks a folder as the output folder of a command, so that a later run may replace its content. In
 * one step: the mark is complete or absent.
 */
export function writeMark(directory: string, command: OutputCommand): void {
  const temporary = join(directory, temporaryName());
  try {
    writeFileSync(temporary, `${JSON.stringify({ format, command })}\n`, { flag: "wx" });
    renameSync(temporary, join(directory, markName));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Checks that the mark of a folder is that of the command. The mark has to be a regular file.
 * @throws OutputError with one line that says which command owns the folder
 */
export function checkMark(directory: string, command: OutputCommand): void {
  const json = readMark(join(directory, markName));
  const mark = isObject(json) ? json : {};
  if (typeof mark.format === "number" && mark.format > format) {
    throw new OutputError(
      `${shown(directory)}: written by a newer version of this tool; choose another folder`,
    );
  }
  if (mark.format !== format || typeof mark.command !== "string") throw broken(directory);
  if (mark.command === command) return;
  throw new OutputError(
    `${shown(directory)}: contains the output of "${shown(mark.command)}", not of "${command}"; choose another folder`,
  );
}

/** The command that marked a folder; undefined where there is no valid mark. */
export function markedBy(directory: string): string | undefined {
  const json = readMark(join(directory, markName));
  return isObject(json) && typeof json.command === "string" ? json.command : undefined;
}

function readMark(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function broken(directory: string): OutputError {
  return new OutputError(
    `${shown(join(directory, markName))}: is not a valid mark; choose another folder, ` +
      "or remove this one by hand",
  );
}
