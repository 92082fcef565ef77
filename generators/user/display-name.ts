import type { Arbitrary } from "fast-check";
import { DISPLAY_NAME_MAX } from "../limits.ts";
import { phraseArbitrary } from "../text.ts";

/**
 * A displayName that Slack keeps: letters and single spaces, at most 80 characters (DOC: attribute
 * table for the length; the examples keep spaces although the table turns "specials" into `_`).
 * It never starts with `@` (`invalid_starts_with_at`). Shrinks to `a`.
 */
export function displayNameArbitrary(): Arbitrary<string> {
  return phraseArbitrary(4).map((name) => name.slice(0, DISPLAY_NAME_MAX).trimEnd());
}
