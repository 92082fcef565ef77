import type { SinceLastRun } from "../../reports/since/since-last-run.ts";

/** What a first run can say of changes. */
export const firstRun: SinceLastRun = {
  previous: undefined,
  regressed: [],
  fixed: [],
  changed: [],
};
