import type { ChangedResult, SinceLastRun } from "../since/since-last-run.ts";
import type { DifferenceView } from "./view.ts";

/** A difference that regressed or is fixed. */
export interface SinceDifference extends ChangedResult {
  /** Whether this run has a row for it. */
  isListed: boolean;
}

/** The differences that regressed or are fixed; without those of which there are none. */
export function differencesSince(
  since: SinceLastRun,
  views: readonly DifferenceView[],
): (readonly ["regressed" | "fixed", SinceDifference[]])[] {
  const ids = new Set(views.map(({ id }) => id));
  return (["regressed", "fixed"] as const)
    .map((word) => {
      const changes = since[word].filter(({ of }) => of === "difference");
      return [word, changes.map((one) => ({ ...one, isListed: ids.has(one.id) }))] as const;
    })
    .filter(([, changes]) => changes.length > 0);
}
