import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { applyUserPatch } from "./apply.ts";

/** The version, or both, whose documentation has to define the effect of an intent. */
export type Documented = Version | "both";

/** Whether the documentation defines the effect of the intents on a user in this state. */
export function isDocumented(
  user: NeutralUser,
  intents: readonly PatchIntent[],
  where: Documented,
): boolean {
  const version = where === "both" ? undefined : where;
  return applyUserPatch(user, intents, version).inferred.length === 0;
}
