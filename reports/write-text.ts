import { closeSync, openSync, renameSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import type { RedactedText } from "../schemas/index.ts";

/** Writes a file of text. Reports and commands write only through this module. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/** Replaces a file in one step, so that a crash leaves the old file or the new one. */
export function replaceText(file: string, text: RedactedText): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A file to append to, readable only by its owner. */
export class TextFile {
  readonly #descriptor: number;

  /** @param bytes of the existing content to keep */
  constructor(file: string, bytes: number) {
    this.#descriptor = openSync(file, "a", 0o600);
    truncateSync(file, bytes);
  }

  /** @returns how many bytes were written */
  write(texts: readonly RedactedText[]): number {
    return writeSync(this.#descriptor, texts.join(""));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
