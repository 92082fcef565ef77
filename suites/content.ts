import type { Profile } from "../client/index.ts";
import { requirements } from "./catalogue.ts";
import { differencesOf } from "./differences/catalogue.ts";
import { differentials } from "./differences/generated/differentials.ts";
import type { Content } from "./run/units.ts";

/** Everything that a run in a profile may carry out. */
export function contentOf(profile: Profile): Content {
  const differences = differencesOf(profile);
  // Another server need not differ as Slack does.
  return { requirements, differences, differentials: differences.length > 0 ? differentials : [] };
}
