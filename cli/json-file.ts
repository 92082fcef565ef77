import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { UsageError } from "../reports/exit.ts";
import { reasonOf } from "../reports/output/output-error.ts";
import { breakOf } from "./json-break.ts";

/**
 * Reads a JSON file.
 *
 * @param where what the message begins with: the flag that names the file, and its path
 * @throws UsageError of one line: why it cannot be read, or line and column where it is no JSON
 */
export function readJson(path: string, where: string): unknown {
  return readJsonText(path, where).json;
}

/** Reads a JSON file as {@link readJson} does, with its text, without a byte order mark. */
export function readJsonText(path: string, where: string): { text: string; json: unknown } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${where}: cannot be read (${reasonOf(error)})`);
  }
  if (!isUtf8(bytes)) throw new UsageError(`${where}: is not text in UTF-8`);
  const text = bytes.toString("utf8");
  const conflict = /^<{7} .*$/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split("\n").length;
    throw new UsageError(`${where}:${line}:1: git could not merge it: resolve the conflict`);
  }
  try {
    const withoutMark = text.replace(/^\uFEFF/, "");
    return { text: withoutMark, json: JSON.parse(withoutMark) };
  } catch {
    const lines = text.slice(0, breakOf(text)).split("\n");
    const column = (lines.at(-1) ?? "").length + 1;
    throw new UsageError(`${where}:${lines.length}:${column}: not JSON`);
  }
}
