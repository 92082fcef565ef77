import { isUnexpectedDifference } from "../../schemas/finding.ts";
import {
  type CheckResult,
  type DifferenceResult,
  isFindingOfCheck,
  type Results,
  type VerdictRecord,
} from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { states } from "../differences/view.ts";
import { keyOf, recordOf } from "./verdict-record.ts";

/** A check or a difference that has another result than in the last run. */
export interface ChangedResult {
  of: "check" | "difference";
  id: string;
  /** Of a check. */
  version?: Version;
  title: string;
  /** The verdict or state, for a reader. */
  before: string;
  now: string;
}

/** What changed since the last run of the same target and profile in the same folder. */
export interface SinceLastRun {
  /** Undefined: this is the first run. */
  previous: Pick<VerdictRecord, "startedAt" | "toolVersion"> | undefined;
  /** Was judged and no finding, and is one now. */
  regressed: ChangedResult[];
  /** Was a finding, was judged again and is none now. */
  fixed: ChangedResult[];
  /** Any other change. */
  changed: ChangedResult[];
}

/**
 * Compares a run with the record of an earlier one (`previousRecord`). What only one of the two ran
 * is left out. Both are judged by the strictness of this run.
 */
export function sinceLastRun(
  results: Results,
  previous: Pick<VerdictRecord, "startedAt" | "toolVersion" | "checks" | "differences"> | undefined,
): SinceLastRun {
  if (previous === undefined) {
    return { previous: undefined, regressed: [], fixed: [], changed: [] };
  }
  const { startedAt, toolVersion } = previous;
  const transitions = [...ofChecks(results, previous), ...ofDifferences(results, previous)];
  const those = (kind: Transition["kind"]) =>
    transitions.filter((one) => one.kind === kind).map(({ result }) => result);
  return {
    previous: { startedAt, toolVersion },
    regressed: those("regressed"),
    fixed: those("fixed"),
    changed: those("changed"),
  };
}

/** The comparison in one sentence. */
export function sinceInShort({ previous, regressed, fixed, changed }: SinceLastRun): string {
  if (previous === undefined) return "No earlier run of this target in this folder.";
  const run = `the run of ${timeOf(previous.startedAt)}`;
  if (regressed.length + fixed.length + changed.length === 0)
    return `Nothing changed since ${run}.`;
  const other = changed.length > 0 ? `, ${changed.length} changed otherwise` : "";
  return `Since ${run}: ${regressed.length} regressed, ${fixed.length} fixed${other}.`;
}

/** A time to the minute, for a reader. @param iso as in results.json */
function timeOf(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

interface Transition {
  kind: "regressed" | "fixed" | "changed";
  result: ChangedResult;
}

type RecordedVerdict = VerdictRecord["checks"][string];
type RecordedState = VerdictRecord["differences"][string];

function ofChecks(
  results: Results,
  { checks: before }: Pick<VerdictRecord, "checks">,
): Transition[] {
  const now = recordOf(results).checks;
  const isBroken = (verdict: RecordedVerdict) =>
    isFindingOfCheck({ verdict: verdict === "not-known" ? "pass" : verdict }, results.strict);
  return results.checks.flatMap((check): Transition[] => {
    const [was, is] = [before[keyOf(check)], now[keyOf(check)]];
    if (was === undefined || is === undefined || was === is) return [];
    const { id, version, title } = check;
    const kind = isJudged(was) && isJudged(is) ? kindOf(isBroken(was), isBroken(is)) : "changed";
    const [said, says] = [checkWords[was], checkWords[is]];
    return [{ kind, result: { of: "check", id, version, title, before: said, now: says } }];
  });
}

const checkWords: Readonly<Record<RecordedVerdict, string>> = {
  pass: "pass",
  fail: "fail",
  warn: "warn",
  deviation: "deviation",
  skip: "skip",
  error: "error",
  "not-known": "not known of Slack",
};

const isJudged = (verdict: RecordedVerdict) => verdict !== "skip" && verdict !== "error";

function kindOf(was: boolean, is: boolean): Transition["kind"] {
  if (was === is) return "changed";
  return is ? "regressed" : "fixed";
}

function ofDifferences(results: Results, previous: Pick<VerdictRecord, "checks" | "differences">) {
  const now = recordOf(results).differences;
  const known = results.differences.flatMap((difference): Transition[] => {
    const { id, kind, title } = difference;
    const [was, is] = [previous.differences[id], now[id]];
    if (is === undefined || was === is) return [];
    if (was === undefined) return appeared(difference, previous);
    const isFindingThen = was !== "not-known" && isUnexpectedDifference({ kind, status: was });
    const before = states[was];
    const result: ChangedResult = { of: "difference", id, title, before, now: states[is] };
    return [{ kind: kindOf(isFindingThen, isUnexpectedDifference(difference)), result }];
  });
  const ids = new Set(results.differences.map(({ id }) => id));
  const gone = Object.entries(previous.differences).filter(([id]) => !ids.has(id));
  return [...known, ...gone.flatMap(([id, state]) => disappeared(id, state, results))];
}

const notPresent = "the same in both";

/** A difference that the catalogue does not have is in the results only where it was seen. */
function appeared(
  { id, kind, title, requirements = [] }: DifferenceResult,
  { checks }: Pick<VerdictRecord, "checks">,
): Transition[] {
  if (kind !== "undocumented" || !areJudged(requirements, checks)) return [];
  const now = states.undocumented;
  const result: ChangedResult = { of: "difference", id, title, before: notPresent, now };
  return [{ kind: "regressed", result }];
}

function disappeared(id: string, state: RecordedState, results: Results): Transition[] {
  const [, requirements] = /^DIFF-OBS-(.+)$/.exec(id) ?? [];
  if (requirements === undefined || state !== "otherwise") return [];
  const { checks } = recordOf(results);
  const ids = requirements.split("+");
  if (!areJudged(ids, checks)) return [];
  const title = results.checks.find((check: CheckResult) => ids.includes(check.id))?.title ?? id;
  const before = states.undocumented;
  return [{ kind: "fixed", result: { of: "difference", id, title, before, now: notPresent } }];
}

/** Whether every requirement was judged, in each version that states it. */
function areJudged(ids: readonly string[], checks: VerdictRecord["checks"]): boolean {
  const verdicts = Object.entries(checks).filter(([key]) => ids.includes(key.slice(4)));
  return verdicts.length >= 2 && verdicts.every(([, verdict]) => isJudged(verdict));
}
