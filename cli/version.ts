import { existsSync, readFileSync } from "node:fs";
import { isObject } from "../schemas/json-value.ts";

/** The version in package.json, found from the sources and from the compiled files. */
export function toolVersion(): string {
  for (const candidate of ["../package.json", "../../package.json"]) {
    const file = new URL(candidate, import.meta.url);
    if (!existsSync(file)) continue;
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(json) && "version" in json) return String(json.version);
  }
  return "unknown";
}
