import { UsageError } from "../reports/exit.ts";
import { shown } from "../reports/output/output-error.ts";
import { nearest } from "../schemas/nearest.ts";
import { areas } from "../suites/requirement.ts";

/**
 * The ids of the requirements that the flags select.
 * @returns undefined when nothing was selected: all run
 * @throws UsageError for an area or id that does not exist
 */
export async function chooseRequirements(
  chosenAreas: readonly string[] | undefined,
  ids: readonly string[] | undefined,
): Promise<string[] | undefined> {
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
