import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { type Baseline, type Json, type SchemaViolation, violations } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { RuleOfSuite } from "./entries.ts";
import { placesIn } from "./place.ts";
import { sameSaw } from "./saw.ts";

/** What the suite has: entries about anything else are mistakes. */
export interface IdsOfSuite {
  rules: readonly RuleOfSuite[];
  /** Ids of the differences, those of generated ones included. */
  differences: readonly string[];
}

/** What a baseline must be of. */
export interface BaselineOf {
  target: string;
  profile: Baseline["profile"];
  /** The version of the suite. */
  suite: string;
}

/**
 * Checks a baseline that was read.
 * @param path what a message begins with
 * @param text of the file, and the JSON in it
 * @throws UsageError of one line with line and column: a wrong member or date, a member or an entry
 *   twice, an id that the suite does not have
 */
export function checkedBaseline(
  path: string,
  { text, json }: { text: string; json: unknown },
  ids: IdsOfSuite,
): Baseline {
  rejectResults(path, json);
  const { of: places, repeated } = placesIn(text);
  const rejectAt = (place: string, why: string): never => {
    throw new UsageError(`${shown(path)}:${place}: ${shown(why)}`);
  };
  const reject = (pointer: string, why: string) => rejectAt(places.get(pointer) ?? "1:1", why);
  const [twin] = repeated;
  if (twin) return rejectAt(twin.place, `${JSON.stringify(twin.name)} a second time`);
  const [broken] = inOrder(violations("suite/baseline", json));
  if (broken) return reject(placeOf(broken), broken.message);
  const baseline = json as Baseline;
  const { known, differences = [], skips = [] } = baseline;
  const seen = new Set<string>();
  const rejectTwin = (pointer: string, of: object) => {
    const key = JSON.stringify(of);
    if (seen.has(key)) reject(pointer, "the same entry a second time");
    seen.add(key);
  };
  for (const [index, { id, version, verdict, saw }] of known.entries()) {
    const pointer = `/known/${index}`;
    rejectUnknownRule(id, version, ids, (why) => reject(`${pointer}/id`, why));
    const value = objectOf(saw) ?? reject(`${pointer}/saw`, "saw is not the JSON of an object");
    rejectTwin(pointer, ["known", id, version, verdict, sameSaw(value, (same) => same)]);
  }
  for (const [index, { id, status, v1, v2 }] of differences.entries()) {
    const pointer = `/differences/${index}`;
    rejectUnknownDifference(id, ids, (why) => reject(`${pointer}/id`, why));
    rejectTwin(pointer, ["difference", id, status, v1, v2]);
  }
  for (const [index, { id, version, because }] of skips.entries()) {
    const pointer = `/skips/${index}`;
    rejectUnknownRule(id, version, ids, (why) => reject(`${pointer}/id`, why));
    rejectTwin(pointer, ["skip", id, version, because]);
  }
  return baseline;
}

/** @throws UsageError where a run compares itself with the baseline of something else */
export function rejectForeign(path: string, baseline: Baseline, run: BaselineOf): void {
  const wrong = (what: string, its: string, runs: string) =>
    new UsageError(
      `--baseline ${shown(path)}: is of ${what} ${shown(its)}, and the run of ${what} ${shown(runs)}`,
    );
  if (baseline.target !== run.target) throw wrong("target", baseline.target, run.target);
  if (baseline.profile !== run.profile) throw wrong("profile", baseline.profile, run.profile);
  if (majorOf(baseline.suite) !== majorOf(run.suite)) {
    throw wrong("version", baseline.suite, run.suite);
  }
}

const majorOf = (version: string) => version.split(".")[0];

/** @throws UsageError for the results of a run in place of a baseline */
function rejectResults(path: string, json: unknown): void {
  if (!isObject(json) || json.tool !== "slack-scim-conformance") return;
  const why =
    "checks" in json && json.resultsVersion === undefined
      ? "made by 0.1.0; run again"
      : "holds results of a run, not a baseline; a run writes one to a file that does not exist";
  throw new UsageError(`--baseline ${shown(path)}: ${why}`);
}

/** The violation of the innermost value first: others may follow from it. */
function inOrder(found: readonly SchemaViolation[]): SchemaViolation[] {
  const depth = ({ path }: SchemaViolation) => path.split("/").length;
  return [...found].sort((one, other) => depth(other) - depth(one));
}

/** The key of its place: an undefined member is shown where it stands. */
function placeOf({ path, rule, member }: SchemaViolation): string {
  if (rule !== "additionalProperties" || member === undefined) return path;
  return `name of ${path}/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function rejectUnknownRule(
  id: string,
  version: string | undefined,
  { rules }: IdsOfSuite,
  reject: (why: string) => never,
): void {
  const same = rules.filter((rule) => rule.id === id);
  if (same.length === 0) {
    const names = [...new Set(rules.map((rule) => rule.id))];
    reject(`${id}: no such rule; nearest: ${nearest(id, names).join(", ")} (list has all)`);
  }
  if (version !== undefined && !same.some((rule) => rule.version === version)) {
    reject(`${id}: is not a rule of SCIM ${version}`);
  }
}

/** A difference that the catalogue does not have is named by the rules that saw it. */
const observed = /^DIFF-OBS-(.+)$/;

function rejectUnknownDifference(
  id: string,
  { rules, differences }: IdsOfSuite,
  reject: (why: string) => never,
): void {
  const [, parts] = observed.exec(id) ?? [];
  const isKnown =
    parts === undefined
      ? differences.includes(id)
      : parts.split("+").every((part) => rules.some((rule) => rule.id === part));
  if (isKnown) return;
  reject(`${id}: no such difference; nearest: ${nearest(id, differences).join(", ")}`);
}

function objectOf(text: string): Record<string, Json> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? (json as Record<string, Json>) : undefined;
  } catch {
    return undefined;
  }
}
