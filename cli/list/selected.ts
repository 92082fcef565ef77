import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { nearest } from "../../schemas/nearest.ts";
import { versions } from "../../schemas/version.ts";
import { areas } from "../../suites/requirement.ts";
import type { ListEntry, SearchedEntry } from "./entries.ts";

/** What the flags of `list` select. Absent: everything. */
export interface Selection {
  kind?: string;
  area?: readonly string[];
  version?: readonly string[];
  level?: readonly string[];
  /** Each of these has to occur in the id, the title, the demand or the texts of the versions. */
  words?: readonly string[];
}

/**
 * The selected entries, in their order. Letter case does not matter.
 * @throws UsageError for a kind, area, version or level that does not exist, with those that do
 */
export function selected(all: readonly SearchedEntry[], selection: Selection): ListEntry[] {
  const levels = [...new Set(all.flatMap(({ entry }) => levelsOf(entry)))];
  const kind = known("--kind", ["requirement", "difference"], one(selection.kind));
  const area = known("--area", areas, selection.area);
  const version = known("--version", versions, selection.version);
  const level = known("--level", levels, selection.level);
  const words = (selection.words ?? []).map((word) => word.toLowerCase());
  return all
    .filter(
      ({ entry, text }) =>
        (kind?.includes(entry.kind) ?? true) &&
        (area?.includes(entry.area) ?? true) &&
        (version?.some((wanted) => entry.versions.some((its) => its === wanted)) ?? true) &&
        (level?.some((wanted) => levelsOf(entry).includes(wanted)) ?? true) &&
        words.every((word) => `${entry.id} ${entry.title} ${text}`.toLowerCase().includes(word)),
    )
    .map(({ entry }) => entry);
}

const one = (value: string | undefined) => (value === undefined ? undefined : [value]);

const levelsOf = ({ level }: ListEntry) => level.split(", ");

/** The given values as they are written here. */
function known(
  flag: string,
  existing: readonly string[],
  given: readonly string[] | undefined,
): string[] | undefined {
  return given?.map((value) => {
    const found = existing.find((name) => name.toLowerCase() === value.toLowerCase());
    if (found !== undefined) return found;
    const [near = ""] = nearest(value, existing, 1);
    throw new UsageError(
      `${flag} ${shown(value)}: no such ${flag.slice(2)}; nearest: ${near}; there are ${existing.join(", ")}`,
    );
  });
}
