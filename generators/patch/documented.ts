import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { applyUserPatch } from "./apply.ts";

/** The version, or both, whose documentation has to tell what an intent leads to. */
export type Documented = Version | "both";

/** Whether the documentation tells what the intents lead to for a user in this state. */
export function isDocumented(
  user: NeutralUser,
  intents: readonly PatchIntent[],
  where: Documented,
): boolean {
  const version = where === "both" ? undefined : where;
  return applyUserPatch(user, intents, version).inferred.length === 0;
}
