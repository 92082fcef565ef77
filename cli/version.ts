import { existsSync, readFileSync } from "node:fs";
import { isObject } from "../schemas/json-value.ts";
import { ownFile } from "../schemas/own-file.ts";

/** The version in package.json, beside the sources, and above the built files. */
export function toolVersion(): string {
  for (const candidate of ["package.json", "../package.json"]) {
    const file = ownFile(candidate);
    if (!existsSync(file)) continue;
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(json) && "version" in json) return String(json.version);
  }
  return "unknown";
}
