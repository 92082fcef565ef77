import type { Baseline, CheckResult } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";

/** An entry of `known`. */
export type KnownEntry = Baseline["known"][number];
/** An entry of `differences`. */
export type DifferenceEntry = NonNullable<Baseline["differences"]>[number];
/** An entry of `skips`. */
export type SkipEntry = NonNullable<Baseline["skips"]>[number];

/** A rule of the suite in one version. */
export interface RuleOfSuite {
  id: string;
  version: Version;
}

/** The key of a rule: both versions may state one under the same id. */
export const ruleKey = ({ id, version }: Pick<CheckResult, "id" | "version">) => `${id} ${version}`;

const untested = " untested";

/**
 * The member `rules`: whether each rule was judged once, by its key; undefined where it is absent. A
 * file that git merged may have a rule twice: it was judged where one line says so.
 */
export function recordedRules({ rules }: Baseline): ReadonlyMap<string, boolean> | undefined {
  if (rules === undefined) return undefined;
  const judged = new Map<string, boolean>();
  for (const line of rules) {
    const key = line.endsWith(untested) ? line.slice(0, -untested.length) : line;
    judged.set(key, judged.get(key) === true || key === line);
  }
  return judged;
}

/** The lines of the member `rules`, sorted. */
export function ruleLines(rules: ReadonlyMap<string, boolean>): string[] {
  return [...rules].map(([key, isJudged]) => `${key}${isJudged ? "" : untested}`).sort();
}

/** Whether a check was judged. */
export function isJudged({ verdict }: Pick<CheckResult, "verdict">): boolean {
  return verdict !== "skip" && verdict !== "error";
}
