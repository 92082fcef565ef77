import type { Baseline } from "../../schemas/index.ts";
import {
  type DifferenceEntry,
  type KnownEntry,
  recordedRules,
  ruleLines,
  type SkipEntry,
} from "./entries.ts";
import { sameSaw } from "./saw.ts";

/** Two baselines as one. */
interface Union {
  baseline: Baseline;
  /** What people wrote differently in both: ids, and the members; the first stays. */
  conflicts: readonly string[];
}

/**
 * Two baselines of one target that come from a third, as git merges lines: what one added is added,
 * what one removed and the other left alone is removed, and what people wrote in one is taken. Days
 * and the list of rules never conflict.
 * @param base what both come from; absent where that is not known: then nothing counts as removed
 */
export function unitedBaselines(base: Baseline | undefined, one: Baseline, other: Baseline): Union {
  const conflicts: string[] = [];
  const united = <T extends Entry>(of: (baseline: Baseline) => readonly T[], key: KeyOf<T>) => {
    const [before, first, second] = [base ? of(base) : [], of(one), of(other)].map(
      (entries) => new Map(entries.map((entry) => [JSON.stringify(key(entry)), entry])),
    );
    const keys = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])]);
    return [...keys].flatMap((name): T[] => {
      const [was, mine, theirs] = [before?.get(name), first?.get(name), second?.get(name)];
      if (mine && theirs) return [unitedEntry(was, mine, theirs, conflicts)];
      const only = mine ?? theirs;
      return only && !(was && isUnchanged(was, only)) ? [only] : [];
    });
  };
  const baseline: Baseline = {
    ...one,
    suite: newer(one.suite, other.suite),
    known: united<KnownEntry>(({ known }) => known, keyOfKnown),
    differences: united<DifferenceEntry>(
      ({ differences = [] }) => differences,
      ({ id, status, v1, v2 }) => [id, status, v1, v2],
    ),
    skips: united<SkipEntry>(
      ({ skips = [] }) => skips,
      ({ id, version = null, because }) => [id, version, because],
    ),
    ...rulesOf(one, other),
  };
  return { baseline, conflicts };
}

type KeyOf<T> = (entry: T) => readonly (string | null)[];

const keyOfKnown = ({ id, version, verdict, saw }: KnownEntry) => [
  id,
  version,
  verdict,
  sameSaw(JSON.parse(saw), (text) => text),
];

/** What people write; `status` of a finding is `acceptance` of the others. */
const words = ["status", "acceptance", "reason", "owner", "ticket", "expires"] as const;
type Entry = Partial<Record<(typeof words)[number] | "firstSeen" | "lastSeen", string>> & {
  id: string;
};

/** What an entry has that no one has written in: what a run added. */
const unwritten: Readonly<Record<string, string>> = { status: "new", acceptance: "new" };

function unitedEntry<T extends Entry>(
  was: T | undefined,
  mine: T,
  theirs: T,
  conflicts: string[],
): T {
  const result: T = { ...mine };
  const take = (name: (typeof words)[number] | "firstSeen" | "lastSeen", from: Entry) => {
    if (from[name] === undefined) delete result[name];
    else Object.assign(result, { [name]: from[name] });
  };
  for (const name of words) {
    // The status of a difference says what was seen: both have the same.
    if (name === "status" && "v1" in mine) continue;
    const before = was ? was[name] : unwritten[name];
    if (isEqual(mine[name], theirs[name]) || isEqual(theirs[name], before)) continue;
    if (isEqual(mine[name], before)) take(name, theirs);
    else conflicts.push(`${mine.id}: ${name}`);
  }
  const days = (name: "firstSeen" | "lastSeen") => [mine, theirs].sort(byDay(name));
  const [first = mine] = days("firstSeen");
  take("firstSeen", first);
  take("lastSeen", days("lastSeen").at(-1) ?? mine);
  return result;
}

/** An absent text and an empty one say the same. */
const isEqual = (one = "", other = "") => one === other;

const byDay = (name: "firstSeen" | "lastSeen") => (one: Entry, other: Entry) =>
  (one[name] ?? "") < (other[name] ?? "") ? -1 : 1;

const isUnchanged = (was: Entry, now: Entry) =>
  words.every((name) => isEqual(was[name], now[name]));

function newer(one: string, other: string): string {
  return one.localeCompare(other, "en", { numeric: true }) < 0 ? other : one;
}

/** The rules of both: judged where one says so. */
function rulesOf(one: Baseline, other: Baseline): Pick<Baseline, "rules"> {
  const rules = new Map(recordedRules(one));
  for (const [key, isJudged] of recordedRules(other) ?? []) {
    rules.set(key, isJudged || rules.get(key) === true);
  }
  return rules.size === 0 ? {} : { rules: ruleLines(rules) };
}
