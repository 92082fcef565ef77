import type { NeutralGroup, PatchIntent } from "../../schemas/index.ts";
import { canonicalGroup } from "./storage.ts";

/**
 * The group, reduced as by {@link canonicalGroup}, that is expected after the intents, in order.
 *
 * Members are added once each; removing a user who is not a member changes nothing and does not fail
 * (OBS); clearing empties the group (DOC for v2.0).
 */
export function applyGroupPatch(
  group: NeutralGroup,
  intents: readonly PatchIntent[],
): NeutralGroup {
  let displayName = group.displayName;
  let members = (group.members ?? []).map(({ value }) => ({ value: value ?? null }));
  for (const intent of intents) {
    if (intent.path === "displayName" && intent.kind === "set") displayName = String(intent.value);
    if (intent.path !== "members") continue;
    const given = "values" in intent ? intent.values : [];
    const added = given.map(({ value }) => ({ value: typeof value === "string" ? value : null }));
    if (intent.kind === "add") members = [...members, ...added];
    if (intent.kind === "replaceValues") members = added;
    if (intent.kind === "clear") members = [];
    if (intent.kind === "remove") {
      members = members.filter(({ value }) => value !== intent.match.value);
    }
  }
  return canonicalGroup({ ...(displayName ? { displayName } : {}), members });
}
