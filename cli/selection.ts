import { UsageError } from "../reports/exit.ts";
import { shown } from "../reports/output/output-error.ts";
import type { Results } from "../schemas/index.ts";
import { nearest } from "../schemas/nearest.ts";
import { canaryIds } from "../suites/canary.ts";
import { areas } from "../suites/requirement.ts";
import type { RunFlags } from "./run-flags.ts";

/**
 * The ids of the requirements that the flags select.
 * @returns undefined when nothing was selected: all run
 * @throws UsageError for an area or id that does not exist
 */
export async function chooseRequirements({
  canary,
  area: chosenAreas,
  requirement: ids,
}: Pick<RunFlags, "canary" | "area" | "requirement">): Promise<readonly string[] | undefined> {
  if (canary) return canaryIds;
  if (!chosenAreas && !ids) return undefined;
  const { requirements } = await import("../suites/catalogue.ts");
  const known = requirements.flatMap(({ area, versions }) =>
    Object.values(versions).map((clause) => ({ area, id: clause.id })),
  );
  const wrongArea = chosenAreas?.find((area) => !areas.some((name) => name === area));
  if (wrongArea !== undefined) {
    throw new UsageError(`--area ${wrongArea}: no such area; the areas are ${areas.join(", ")}`);
  }
  const wrongId = ids?.find((id) => !known.some((requirement) => requirement.id === id));
  if (wrongId !== undefined) {
    if (/^(DIFF|SAME)-/i.test(wrongId)) {
      throw new UsageError(
        `--requirement ${shown(wrongId)}: is a difference: a run without --area and --requirement probes all of them`,
      );
    }
    const like = nearest(wrongId, [...new Set(known.map(({ id }) => id))]).join(", ");
    throw new UsageError(
      `--requirement ${shown(wrongId)}: no such requirement; nearest: ${like} (list has all)`,
    );
  }
  return known
    .filter(({ area, id }) => (chosenAreas?.includes(area) ?? true) && (ids?.includes(id) ?? true))
    .map(({ id }) => id);
}

/** What results.json says of the selection; null: everything. */
export function selectionOf({ canary, area, requirement }: RunFlags): Results["selection"] {
  if (canary) return { areas: [], requirements: [...canaryIds] };
  if (!area && !requirement) return null;
  return { areas: area ?? [], requirements: requirement ?? [] };
}
