import type { Baseline } from "../../schemas/index.ts";
import type { DifferenceEntry, KnownEntry, SkipEntry } from "./entries.ts";

/**
 * The text of a baseline: equal baselines give equal bytes. Sorted by id, one member a line, so that
 * git merges what two branches add at different ids.
 */
export function baselineText(baseline: Baseline): string {
  const { target, profile, suite, known, differences = [], skips = [], rules } = baseline;
  const content: Baseline = {
    baseline: 1,
    target,
    profile,
    suite,
    known: known
      .map(knownInOrder)
      .sort(byKey(({ version, verdict, saw }) => [version, verdict, saw])),
    differences: differences
      .map(differenceInOrder)
      .sort(byKey(({ status, v1, v2 }) => [status, v1, v2])),
    skips: skips.map(skipInOrder).sort(byKey(({ version = "", because }) => [version, because])),
    ...(rules ? { rules: [...rules].sort() } : {}),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

// JSON.stringify leaves out what is undefined.

function knownInOrder(entry: KnownEntry): KnownEntry {
  const { id, version, verdict, saw, status, ...more } = entry;
  return { id, version, verdict, saw, status, ...inOrder(more) };
}

function differenceInOrder(entry: DifferenceEntry): DifferenceEntry {
  const { id, status, v1, v2, acceptance, ...more } = entry;
  return { id, status, v1, v2, ...(acceptance ? { acceptance } : {}), ...inOrder(more) };
}

function skipInOrder(entry: SkipEntry): SkipEntry {
  const { id, version, because, acceptance, ...more } = entry;
  return {
    id,
    ...(version ? { version } : {}),
    because,
    ...(acceptance ? { acceptance } : {}),
    ...inOrder(more),
  };
}

/** What people and runs say of an entry. */
const order = ["reason", "owner", "ticket", "expires", "firstSeen", "lastSeen"] as const;
type About = Partial<Record<(typeof order)[number], string>>;

function inOrder(about: About): About {
  return Object.fromEntries(
    order.flatMap((name) => (about[name] === undefined ? [] : [[name, about[name]]])),
  );
}

function byKey<T extends { id: string }>(rest: (entry: T) => readonly string[]) {
  const key = (entry: T) => [entry.id, ...rest(entry)].join("\n");
  return (one: T, other: T) => (key(one) < key(other) ? -1 : 1);
}
