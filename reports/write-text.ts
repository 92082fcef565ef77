import {
  appendFileSync,
  closeSync,
  openSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import type { RedactedText } from "../schemas/index.ts";
import { archiveOf } from "./archive.ts";

/** Writes a file of text. Reports and commands write only through this module. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/** Adds to the end of a file, which another program may have begun. */
export function appendText(file: string, text: RedactedText): void {
  appendFileSync(file, text);
}

/** Writes a ZIP file of texts, by name. @returns its bytes */
export function writeArchive(file: string, texts: ReadonlyMap<string, RedactedText>): Uint8Array {
  const bytes = archiveOf(texts);
  writeFileSync(file, bytes);
  return bytes;
}

/** Replaces a file in one step, so that a crash leaves the old file or the new one. */
export function replaceText(file: string, text: RedactedText): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A file to append to, readable only by its owner. */
export class TextFile {
  readonly #descriptor: number;

  /** @param bytes of the existing content to keep; default: all */
  constructor(file: string, bytes?: number) {
    this.#descriptor = openSync(file, "a", 0o600);
    if (bytes !== undefined) truncateSync(file, bytes);
  }

  /** @returns how many bytes were written */
  write(texts: readonly RedactedText[]): number {
    return writeSync(this.#descriptor, texts.join(""));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
