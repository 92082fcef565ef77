import { appendFileSync, openSync, writeFileSync, writeSync } from "node:fs";
import type { RedactedText } from "../../schemas/index.ts";

/** Writes a file of text. What is here is the only way in which a run's suites write. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/** Adds a line to a file, which is opened for it alone: nothing of it waits in the process. */
export function appendLine(file: string, line: RedactedText): void {
  appendFileSync(file, `${line}\n`);
}

/** Adds lines to a file that stays open. */
export class LineFile {
  readonly descriptor: number;

  /** @param file what is there already stays */
  constructor(file: string) {
    this.descriptor = openSync(file, "a");
  }

  write(line: RedactedText): void {
    writeSync(this.descriptor, `${line}\n`);
  }
}
