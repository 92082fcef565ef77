import { isNotKnown, isUnexpectedDifference } from "../../schemas/finding.ts";
import type {
  Baseline,
  BaselineNote,
  BaselineOutcome,
  CheckResult,
  DifferenceResult,
  Known,
  ReasonCode,
  Results,
} from "../../schemas/index.ts";
import {
  type DifferenceEntry,
  isJudged,
  type KnownEntry,
  recordedRules,
  ruleKey,
  type SkipEntry,
} from "./entries.ts";
import type { Neutral } from "./neutral.ts";
import { type JudgedRule, neutralSides, sameSaw, sawOf } from "./saw.ts";

/** What is needed to compare the results of a run with a baseline. */
export interface Judging {
  neutral: Neutral;
  /** The rule of a check. */
  ruleOf: (check: Pick<CheckResult, "id" | "version">) => JudgedRule | undefined;
}

/** What became of an entry: seen again, tested and gone, or about what was not tested. */
interface Fate<T> {
  entry: T;
  fate: "seen" | "gone" | "not observed";
  now: string;
}

/** How the results of a run compare with a baseline. */
export interface Comparison {
  /** The results: unchanged verdicts, with `known` where an entry covers one. */
  checks: CheckResult[];
  differences: DifferenceResult[];
  outcome: Omit<BaselineOutcome, "file" | "written">;
  known: Fate<KnownEntry>[];
  knownDifferences: Fate<DifferenceEntry>[];
  knownSkips: Fate<SkipEntry>[];
  /** Findings without an entry. */
  unmatched: Pick<KnownEntry, "id" | "version" | "verdict" | "saw">[];
  unmatchedDifferences: Pick<DifferenceEntry, "id" | "status" | "v1" | "v2">[];
  /** Rules no longer tested, without an entry. */
  lost: (Pick<SkipEntry, "id" | "because"> & Required<Pick<SkipEntry, "version">>)[];
}

/** Skips that say what the target offers; others are of the run, or follow from a broken rule. */
const losing: readonly ReasonCode[] = ["not-offered", "not-applicable", "optional", "blocked-by"];

/** The day of a run, in UTC. */
export const dayOf = ({ startedAt }: Pick<Results, "startedAt">) => startedAt.slice(0, 10);

/**
 * Compares the results of a run with a baseline. An entry covers one observation of one rule: the
 * same verdict, and the same members that are not as expected, but for generated values.
 */
export function compareWithBaseline(
  results: Results,
  baseline: Baseline,
  { neutral, ruleOf }: Judging,
): Comparison {
  const today = dayOf(results);
  const { known, differences: ofDifferences = [], skips = [] } = baseline;
  const rules = recordedRules(baseline);
  const isNew = (check: CheckResult) => rules !== undefined && !rules.has(ruleKey(check));
  const notes = { expired: [] as BaselineNote[], lost: [] as BaselineNote[] };
  const seen = new Set<object>();
  const byRule = new Map<string, KnownEntry[]>();
  for (const entry of known) {
    byRule.set(ruleKey(entry), [...(byRule.get(ruleKey(entry)) ?? []), entry]);
  }
  const keys = new Map(
    known.map((entry) => [entry, sameSaw(JSON.parse(entry.saw), neutral)] as const),
  );
  const entryOf = (check: Pick<CheckResult, "id" | "version" | "verdict">, saw: string) =>
    (byRule.get(ruleKey(check)) ?? []).find(
      (one) => one.verdict === check.verdict && keys.get(one) === saw,
    );
  // A run of everything would have skipped the rule, and had its cause as the finding.
  const entryOfCause = ({ cause, version }: CheckResult) => {
    if (!cause) return undefined;
    const { id } = cause;
    const saw = sawOf(cause, ruleOf({ id, version }), results.profile, neutral);
    return entryOf({ ...cause, version }, saw);
  };
  const unmatched: Comparison["unmatched"] = [];
  const lost: Comparison["lost"] = [];
  let newFindings = 0;

  const checks = results.checks.map((check): CheckResult => {
    const { id, version, verdict } = check;
    if (verdict === "fail" || (verdict === "warn" && !isNotKnown(check))) {
      const saw = sawOf(check, ruleOf(check), results.profile, neutral);
      const entry = entryOf(check, saw) ?? entryOfCause(check);
      if (entry) {
        seen.add(entry);
        if (!isExpired(entry, today)) return { ...check, known: knownOf(entry, entry.status) };
        if (verdict === "fail" || results.strict) {
          notes.expired.push(noteOf(entry, verdict, version));
        }
      } else if (verdict === "fail" || results.strict) {
        unmatched.push({ id, version, verdict, saw });
        if (!isNew(check)) newFindings += 1;
      }
      return check;
    }
    const code = lostBy(check, rules);
    if (code === undefined) return check;
    const entry = skips.find(
      (one) => one.id === id && one.because === code && (one.version ?? version) === version,
    );
    if (entry) seen.add(entry);
    const acceptance = entry?.acceptance ?? "accepted";
    if (entry && isExpired(entry, today)) notes.expired.push(noteOf(entry, code, version));
    const isAccepted = entry !== undefined && !isExpired(entry, today);
    if (isAccepted && !(results.strict && acceptance === "new")) {
      return { ...check, known: knownOf(entry, acceptance) };
    }
    notes.lost.push({ id, version, now: code });
    if (!entry) lost.push({ id, version, because: code });
    return check;
  });

  const unmatchedDifferences: Comparison["unmatchedDifferences"] = [];
  const differences = results.differences.map((difference): DifferenceResult => {
    const { id, status } = difference;
    if (!isUnexpectedDifference(difference)) return difference;
    if (status !== "otherwise" && status !== "not-seen") return difference;
    const sides = neutralSides(difference, neutral);
    const entry = ofDifferences.find((one) => {
      const { v1, v2 } = neutralSides(one, neutral);
      return one.id === id && one.status === status && v1 === sides.v1 && v2 === sides.v2;
    });
    if (!entry) {
      unmatchedDifferences.push({ id, status, ...sides });
      newFindings += 1;
      return difference;
    }
    seen.add(entry);
    const acceptance = entry.acceptance ?? "accepted";
    if (!isExpired(entry, today)) return { ...difference, known: knownOf(entry, acceptance) };
    notes.expired.push(noteOf(entry, status));
    return difference;
  });

  const checkOf = new Map(results.checks.map((check) => [ruleKey(check), check]));
  const fates = known.map((entry): Fate<KnownEntry> => {
    const check = checkOf.get(ruleKey(entry));
    const now = check?.verdict ?? "not tested";
    return { entry, now, fate: fateOf(seen.has(entry), check !== undefined && isJudged(check)) };
  });
  const fatesOfDifferences = ofDifferences.map((entry): Fate<DifferenceEntry> => {
    const now = results.differences.find(({ id }) => id === entry.id)?.status;
    const isTested = now === undefined ? isAbsent(entry.id, results) : now !== "not-probed";
    return { entry, now: now ?? "not seen", fate: fateOf(seen.has(entry), isTested) };
  });
  const fatesOfSkips = skips.map((entry): Fate<SkipEntry> => {
    const its = results.checks.filter(
      ({ id, version }) => id === entry.id && (entry.version ?? version) === version,
    );
    const isTested = its.length > 0 && its.every(isJudged);
    return { entry, now: its[0]?.verdict ?? "not tested", fate: fateOf(seen.has(entry), isTested) };
  });
  const all = [...fates, ...fatesOfDifferences, ...fatesOfSkips];
  const covered = [...checks, ...differences].flatMap((one) => one.known ?? []);
  return {
    checks,
    differences,
    known: fates,
    knownDifferences: fatesOfDifferences,
    knownSkips: fatesOfSkips,
    unmatched,
    unmatchedDifferences,
    lost,
    outcome: {
      known: covered.length,
      new: newFindings,
      unexplained: covered.filter(({ status }) => status === "new").length,
      notObserved: all.filter(({ fate }) => fate === "not observed").length,
      expired: notes.expired,
      gone: [
        ...fates.filter(isGone).map(({ entry, now }) => noteOf(entry, now, entry.version)),
        ...fatesOfDifferences.filter(isGone).map(({ entry, now }) => noteOf(entry, now)),
        ...fatesOfSkips.filter(isGone).map(({ entry, now }) => noteOf(entry, now, entry.version)),
      ],
      lost: notes.lost,
      newRules: results.checks
        .filter(isNew)
        .map(({ id, version, verdict }) => ({ id, version, now: verdict })),
    },
  };
}

const isGone = ({ fate }: Pick<Fate<object>, "fate">) => fate === "gone";

function fateOf(isSeen: boolean, isTested: boolean): Fate<object>["fate"] {
  if (isSeen) return "seen";
  return isTested ? "gone" : "not observed";
}

/** An entry holds on its last day. */
export function isExpired({ expires }: Pick<KnownEntry, "expires">, today: string): boolean {
  return expires !== undefined && expires < today;
}

type Explained = Pick<KnownEntry, "reason" | "owner" | "ticket" | "expires">;

function explained({ reason, owner, ticket, expires }: Explained): Partial<Explained> {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function knownOf(entry: Explained, status: Known["status"]): Known {
  return { status, reason: "", ...explained(entry) };
}

function noteOf(
  entry: Explained & { id: string },
  now: string,
  version?: KnownEntry["version"],
): BaselineNote {
  return {
    id: entry.id,
    ...(version === undefined ? {} : { version }),
    now,
    ...explained(entry),
  };
}

/**
 * The code of the skip of a rule that was judged before. A rule that is blocked by another broken one
 * is not lost: that one is the finding, or known.
 */
function lostBy(
  { id, version, verdict, reason }: CheckResult,
  rules: ReadonlyMap<string, boolean> | undefined,
): SkipEntry["because"] | undefined {
  if (verdict !== "skip" || !rules?.get(ruleKey({ id, version }))) return undefined;
  if (!reason || !losing.includes(reason.code) || reason.blockedBy !== undefined) return undefined;
  return reason.code as SkipEntry["because"];
}

/**
 * Whether a difference that is not in the results was looked for: one of two rules where both were
 * judged, a generated one in a whole run that writes.
 */
function isAbsent(id: string, results: Results): boolean {
  const { checks, selection, shard, partial, stopped, versions } = results;
  const [, parts] = /^DIFF-OBS-(.+)$/.exec(id) ?? [];
  if (parts !== undefined) {
    const its = checks.filter((check) => parts.split("+").includes(check.id));
    return its.length >= 2 && its.every(isJudged);
  }
  const isPart = selection !== null || shard !== null || partial !== undefined || stopped !== null;
  const isWhole = !isPart && versions.length > 1;
  return isWhole && !checks.some(({ reason }) => reason?.code === "read-only");
}
