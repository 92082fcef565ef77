import type { BaselineNote, Known, Results } from "../../schemas/index.ts";
import { addressOf, counted } from "../findings.ts";

/** How many entries of each kind the summary lists; the rest is folded. */
const shownEntries = 6;

/** An entry of the baseline as the summary shows it. */
interface ShownEntry extends Omit<BaselineNote, "now"> {
  title: string;
  /** What the run says now; absent for what is known. */
  now?: string;
  /** Absent where the report does not show it. */
  address?: string;
  /** Only an address of the web becomes a link. */
  isLink: boolean;
}

/** What the summary says of the baseline: each group of entries that is not empty. */
interface BaselineSection {
  short: string;
  groups: {
    kind: "known" | "unexplained" | "expired" | "lost" | "gone" | "new";
    title: string;
    total: number;
    shown: ShownEntry[];
    more: ShownEntry[];
  }[];
}

/** @returns undefined for a run without a baseline */
export function baselineSection(results: Results): BaselineSection | undefined {
  const { baseline, checks, differences } = results;
  if (!baseline) return undefined;
  const all = [...checks, ...differences];
  const known = all.flatMap((one): (Known & BaselineNote)[] =>
    one.known
      ? [
          {
            ...one.known,
            id: one.id,
            now: "",
            ...("version" in one ? { version: one.version } : {}),
          },
        ]
      : [],
  );
  const entryOf = (note: BaselineNote): ShownEntry => entry(results, note);
  const group = (
    kind: BaselineSection["groups"][number]["kind"],
    title: string,
    notes: readonly BaselineNote[],
  ) => ({
    kind,
    title,
    total: notes.length,
    shown: notes.slice(0, shownEntries).map(entryOf),
    more: notes.slice(shownEntries).map(entryOf),
  });
  const groups = [
    group("expired", "Expired, and seen: findings again", baseline.expired),
    group("lost", "No longer tested: findings", baseline.lost),
    group(
      "unexplained",
      "Not explained yet",
      known.filter(({ status }) => status === "new"),
    ),
    group(
      "known",
      "Known and accepted",
      known.filter(({ status }) => status === "accepted"),
    ),
    group("gone", "Tested, and not seen again", baseline.gone),
    group("new", "New rules of the suite", baseline.newRules),
  ];
  return { short: inShort(results), groups: groups.filter(({ total }) => total > 0) };
}

function inShort({ baseline }: Results): string {
  if (!baseline) return "";
  const { file, written, known, new: found, notObserved } = baseline;
  if (written) {
    return `This run wrote ${file}: ${counted(known, "finding is", "findings are")} known from now on.`;
  }
  const findings = counted(found, "new finding", "new findings");
  const rest =
    notObserved > 0
      ? ` ${counted(notObserved, "entry is", "entries are")} about what this run did not test.`
      : "";
  return `Compared with ${file}: ${findings}, ${known} known.${rest}`;
}

function entry({ checks, differences }: Results, { now, ...note }: BaselineNote): ShownEntry {
  const { id, version, ticket = "" } = note;
  const difference = version === undefined && differences.find((one) => one.id === id);
  // An entry on a skip may be of both versions.
  const check = checks.find((one) => one.id === id && (version ?? one.version) === one.version);
  const found = difference || check;
  const address =
    difference || !check
      ? addressOf({ of: "difference", id })
      : addressOf({ of: "check", id, version: check.version });
  return {
    ...note,
    ...(now === "" ? {} : { now }),
    title: found?.title ?? "not in this run",
    ...(found ? { address } : {}),
    isLink: /^https?:\/\//.test(ticket) && URL.canParse(ticket),
  };
}
