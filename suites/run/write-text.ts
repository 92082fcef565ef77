import { appendFileSync, closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import type { RedactedText } from "../../schemas/index.ts";
import { CannotWriteError } from "./cannot-write.ts";

/** Writes a text file. The suites write files only through this module. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/**
 * Adds a line to a file and closes it: nothing stays buffered in the process.
 * @param begin whether an unfinished line must be ended first
 * @throws CannotWriteError
 */
export function appendLine(file: string, line: RedactedText, begin = false): void {
  try {
    appendFileSync(file, `${begin ? "\n" : ""}${line}\n`);
  } catch (error) {
    throw new CannotWriteError(file, error);
  }
}

/** Adds lines to a file that stays open. */
export class LineFile {
  readonly #path: string;
  readonly #descriptor: number;

  /** @param file existing lines stay. @throws CannotWriteError when it cannot be opened */
  constructor(file: string) {
    this.#path = file;
    try {
      this.#descriptor = openSync(file, "a");
    } catch (error) {
      throw new CannotWriteError(file, error);
    }
  }

  /**
   * Writes the whole line: a disk that is nearly full accepts a part of it without an error.
   * @throws CannotWriteError
   */
  write(line: RedactedText): void {
    const bytes = Buffer.from(`${line}\n`);
    try {
      for (let from = 0; from < bytes.length; ) {
        from += writeSync(this.#descriptor, bytes, from);
      }
    } catch (error) {
      throw new CannotWriteError(this.#path, error);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
