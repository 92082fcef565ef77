import type { Command } from "commander";
import { ctrfKind, ctrfOf } from "../reports/ci/ctrf.ts";
import { junitKind, junitOf } from "../reports/ci/junit.ts";
import type { OutputFileRequest } from "../reports/output/output-file.ts";
import type { Redact, RedactedText, Results } from "../schemas/index.ts";

/** The flags for the forms of the results that CI systems read. */
export interface CiFileFlags {
  junit?: string;
  ctrf?: string;
}

export function addCiFileOptions(command: Command): Command {
  return command
    .option("--junit <file>", "also write the results as JUnit XML, for CI")
    .option("--ctrf <file>", "also write the results in the Common Test Report Format (JSON)");
}

/** The files that the flags name, to be checked before anything else is done. */
export function requestedCiFiles({ junit, ctrf }: CiFileFlags): OutputFileRequest[] {
  return [
    ...(junit === undefined ? [] : [{ flag: "--junit", path: junit, kind: junitKind }]),
    ...(ctrf === undefined ? [] : [{ flag: "--ctrf", path: ctrf, kind: ctrfKind }]),
  ];
}

/** Writes the files that the flags name. @param write takes the flag, and what its file contains */
export function writeCiFiles(
  results: Results,
  { junit, ctrf }: CiFileFlags,
  redact: Redact,
  write: (flag: string, text: RedactedText) => void,
): void {
  if (junit !== undefined) write("--junit", redact(junitOf(results)));
  if (ctrf !== undefined) write("--ctrf", redact(`${JSON.stringify(ctrfOf(results), null, 2)}\n`));
}
