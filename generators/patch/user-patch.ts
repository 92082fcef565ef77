import type { Arbitrary } from "fast-check";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { intentsArbitrary } from "./change.ts";
import { type Documented, isDocumented } from "./documented.ts";
import { type UserChangeConstraints, userChanges } from "./user-changes.ts";

export interface UserPatchConstraints extends UserChangeConstraints {
  /** Most intents of one request. Default: 3. */
  maxIntents?: number;
  /** The kinds to draw from. Default: all. */
  kinds?: readonly PatchIntent["kind"][];
  /** The top-level attributes to draw from. Default: all that PATCH can change. */
  attributes?: readonly string[];
  /** Only intents whose effect this version, or both, document. Default: all, guesses too. */
  documentedIn?: Documented;
}

/**
 * Intents of one PATCH request that apply to a user in this state, such as the removal of an
 * existing secondary address; no two change the same attribute, so their order does not
 * matter. Shrinks to one intent, `set title "a"` first.
 */
export function userPatchArbitrary(
  user: NeutralUser,
  constraints: UserPatchConstraints = {},
): Arbitrary<PatchIntent[]> {
  const { maxIntents = 3, kinds, attributes, documentedIn } = constraints;
  const changes = userChanges(constraints).filter(
    ({ kind, root }) => (kinds?.includes(kind) ?? true) && (attributes?.includes(root) ?? true),
  );
  const drawn = intentsArbitrary(changes, user, maxIntents);
  return documentedIn
    ? drawn.filter((intents) => isDocumented(user, intents, documentedIn))
    : drawn;
}
