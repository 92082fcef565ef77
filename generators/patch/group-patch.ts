import type { Arbitrary } from "fast-check";
import type { NeutralGroup, PatchIntent } from "../../schemas/index.ts";
import { intentsArbitrary } from "./change.ts";
import { type GroupChangeConstraints, groupChanges } from "./group-changes.ts";

export interface GroupPatchConstraints extends GroupChangeConstraints {
  /** Most intents of one request. Default: 2. */
  maxIntents?: number;
  /** The kinds to draw from. Default: all. */
  kinds?: readonly PatchIntent["kind"][];
}

/**
 * Intents of one PATCH request that apply to a group in this state. Shrinks to one
 * intent, `set displayName "a"` first.
 */
export function groupPatchArbitrary(
  group: NeutralGroup,
  constraints: GroupPatchConstraints = {},
): Arbitrary<PatchIntent[]> {
  const { maxIntents = 2, kinds } = constraints;
  const changes = groupChanges(constraints).filter(({ kind }) => kinds?.includes(kind) ?? true);
  return intentsArbitrary(changes, group, maxIntents);
}
