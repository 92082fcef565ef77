import type { Area } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { areas } from "../../suites/requirement.ts";

/** An entry of `list`. Its members, in this order, are the form of `list --format json`. */
export interface ListEntry {
  id: string;
  kind: "requirement" | "difference";
  title: string;
  area: Area;
  /** The versions that state the rule; a difference is about both. */
  versions: readonly Version[];
  /**
   * The level of a requirement; where the versions have different ones, both, in their order. Of a
   * difference, its impact.
   */
  level: string;
}

/** An entry, and the text that a search looks through beside it. */
export interface SearchedEntry {
  entry: ListEntry;
  text: string;
}

/** Every requirement in the order of a run, then every difference, by area. */
export function listEntries(): SearchedEntry[] {
  return [...requirementEntries(), ...differenceEntries()];
}

/** One entry for each id: most requirements have another one in each version. */
function requirementEntries(): SearchedEntry[] {
  const entries = new Map<string, SearchedEntry>();
  for (const { title, area, versions: clauses } of requirements) {
    for (const version of versions) {
      const clause = clauses[version];
      if (clause === undefined) continue;
      const { id, level, demand = "", source } = clause;
      const known = entries.get(id)?.entry;
      entries.set(id, {
        entry: {
          id,
          kind: "requirement",
          title,
          area,
          versions: [...(known?.versions ?? []), version],
          level: known === undefined || known.level === level ? level : `${known.level}, ${level}`,
        },
        text: `${demand} ${source}`,
      });
    }
  }
  return [...entries.values()];
}

function differenceEntries(): SearchedEntry[] {
  const entries = differences.map(
    ({ id, title, area, impact, topic, v1, v2 }): SearchedEntry => ({
      entry: { id, kind: "difference", title, area, versions, level: impact },
      text: `${topic} ${v1} ${v2}`,
    }),
  );
  // Within an area in the permanent order of the catalogue.
  return entries.sort(
    ({ entry: one }, { entry: other }) => areas.indexOf(one.area) - areas.indexOf(other.area),
  );
}
