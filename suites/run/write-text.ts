import { appendFileSync, closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import type { RedactedText } from "../../schemas/index.ts";
import { CannotWriteError } from "./cannot-write.ts";

/** Writes a file of text. What is here is the only way in which a run's suites write. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/**
 * Adds a line to a file, which is opened for it alone: nothing of it waits in the process.
 * @param begin whether a line that was cut off has to be ended first
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

  /** Writes a line to its end: a disk that is nearly full takes a part without an error. @throws CannotWriteError */
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
