import { type Stats, statSync } from "node:fs";
import { checkedBaseline, type IdsOfSuite } from "../../commands/baseline/read.ts";
import { UsageError } from "../../reports/exit.ts";
import { codeOf, reasonOf, shown } from "../../reports/output/output-error.ts";
import type { Baseline } from "../../schemas/index.ts";
import { readJsonText } from "../json-file.ts";

/** A baseline as it is in its file. */
export interface BaselineFile {
  text: string;
  baseline: Baseline;
}

/**
 * Reads a baseline.
 * @returns undefined where nothing exists at the path
 * @throws UsageError of one line where it cannot be read or is wrong; a pipe would hold the run up
 */
export function readBaselineFile(path: string, ids: IdsOfSuite): BaselineFile | undefined {
  const found = statsOf(path);
  if (found === undefined) return undefined;
  if (found.isDirectory()) throw unreadable(path, "is a folder; give a file");
  if (!found.isFile()) throw unreadable(path, "is not a regular file");
  const { text, json } = readJsonText(path, shown(path));
  return { text, baseline: checkedBaseline(path, { text, json }, ids) };
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw unreadable(path, `cannot be read (${reasonOf(error)})`);
  }
}

const unreadable = (path: string, why: string) => new UsageError(`${shown(path)}: ${why}`);
