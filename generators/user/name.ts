import fc, { type Arbitrary } from "fast-check";
import type { NeutralName } from "../../schemas/index.ts";
import { phraseArbitrary } from "../text.ts";

/**
 * The three parts of a name that Slack supports, each of which may be absent, at least one of
 * givenName and familyName present (DOC: attribute table; both blank is `invalid_name_required`).
 * Shrinks to `{givenName: "a"}`.
 */
export function nameArbitrary(): Arbitrary<NonNullable<NeutralName>> {
  const parts = {
    givenName: phraseArbitrary(2),
    familyName: phraseArbitrary(2),
    honorificPrefix: honorificPrefixArbitrary(),
  };
  const options = { noNullPrototype: true } as const;
  return fc.oneof(
    { withCrossShrink: true },
    fc.record(parts, { ...options, requiredKeys: ["givenName"] }),
    fc.record(parts, { ...options, requiredKeys: ["familyName"] }),
  );
}

/** A title before a name, such as `Dr.`. */
export function honorificPrefixArbitrary(): Arbitrary<string> {
  return fc.constantFrom("Dr.", "Ms.", "Mr.", "Mx.", "Prof.");
}
