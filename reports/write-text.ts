import { closeSync, openSync, renameSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import type { RedactedText } from "../schemas/index.ts";

/** Writes a file of text. What is here is the only way in which reports and commands write. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/** Replaces a file in one step, so that a crash leaves the old file or the new one. */
export function replaceText(file: string, text: RedactedText): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A file that grows; it is for who runs the command alone. */
export class TextFile {
  readonly #descriptor: number;

  /** @param bytes of what is there already that stay */
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
