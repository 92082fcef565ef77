import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "../schemas/index.ts";
import { runFiles } from "./run-directory.ts";

/** How many runs a history holds: as many as Allure's charts show. */
export const rememberedRuns = 10;

/**
 * A history of the runs with the same target and profile: others have other results, which would
 * show as changes. One line of JSON for each run.
 *
 * @param kind `allure`: as Allure reads it; `verdicts`: suite/verdict-record
 */
export function historyFile(
  directory: string,
  { target, profile }: Pick<Results, "target" | "profile">,
  kind: "allure" | "verdicts",
): string {
  const readable = target.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  // Distinguishes names that give the same file name.
  const exact = createHash("sha256").update(target).digest("hex").slice(0, 8);
  const ending = kind === "allure" ? "jsonl" : "verdicts.jsonl";
  return join(
    runFiles(directory).history,
    `${readable.slice(0, 40)}-${exact}-${profile}.${ending}`,
  );
}

/** The lines of a history, the oldest run first; none where there is no file. */
export function historyLines(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}
