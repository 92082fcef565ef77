import type { Observation } from "./expectation.ts";
import type { Safety } from "./requirement.ts";
import type { CheckContext } from "./run/check-context.ts";

/**
 * How one entry of the catalogue of differences is observed, in one version at a time. What each
 * version is expected to show stands in the catalogue (reports/differences).
 */
export interface Probe {
  /** Id of the entry in the catalogue. */
  id: string;
  safety: Safety;
  /** @param other the other version of the organisation; undefined when it is not tested */
  observe(t: CheckContext, other: CheckContext | undefined): Promise<Observation>;
}
