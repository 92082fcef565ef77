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
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${where}: cannot be read (${reasonOf(error)})`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const lines = text.slice(0, breakOf(text)).split("\n");
    const column = (lines.at(-1) ?? "").length + 1;
    throw new UsageError(`${where}:${lines.length}:${column}: not JSON`);
  }
}
