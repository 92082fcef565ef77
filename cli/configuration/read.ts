import { statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { type ConfigFile, violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { nearest } from "../../schemas/nearest.ts";
import { readJson } from "../json-file.ts";
import { configKeys } from "./keys.ts";

export const configName = "scim-conformance.json";

/**
 * Reads the configuration file of a folder; parent folders are not searched.
 * @returns undefined where there is none
 * @throws UsageError of one line: line and column where it is no JSON, else the key
 */
export function readConfig(directory: string): ConfigFile | undefined {
  const path = join(directory, configName);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new UsageError(`${configName}: not a regular file`);
  const json = readJson(path, configName);
  if (isObject(json)) rejectUnknownKey(json);
  const [broken] = violations("suite/config", json);
  if (broken) throw new UsageError(`${configName}: ${shown(broken.message)}`);
  return json as ConfigFile;
}

/** What a file that anyone may commit or drop into a folder must not decide. */
const neverHere = /token|secret|password|credential|auth|write/i;

function rejectUnknownKey(json: Readonly<Record<string, unknown>>): void {
  const known = ["$schema", ...configKeys];
  const unknown = Object.keys(json).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const why = neverHere.test(unknown)
    ? "credentials and the permission to write are never read from it"
    : `nearest: ${nearest(unknown, known, 1)}; the keys are ${configKeys.join(", ")}`;
  throw new UsageError(`${configName}: unknown key ${JSON.stringify(shown(unknown))}; ${why}`);
}
