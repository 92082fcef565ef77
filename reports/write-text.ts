import { renameSync, writeFileSync } from "node:fs";
import type { RedactedText } from "../schemas/index.ts";

/** Writes a file of text. With {@link replaceText} the only way in which reports and commands write. */
export function writeText(file: string, text: RedactedText): void {
  writeFileSync(file, text);
}

/** Replaces a file in one step, so that a crash leaves the old file or the new one. */
export function replaceText(file: string, text: RedactedText): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
