import fc, { type Arbitrary } from "fast-check";
import type { PatchForm } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";

export interface PatchFormConstraints {
  version: Version;
  /** Also forms that are accepted, or sent by clients, with undocumented effects. Default: no. */
  uncertain?: boolean;
}

type Choices = { readonly [Choice in keyof PatchForm]: readonly NonNullable<PatchForm[Choice]>[] };

/** The alternatives to the ordinary form, which an absent member means. */
const choices: Record<Version, { documented: Choices; uncertain: Choices }> = {
  "1.1": {
    documented: { cleared: ["space"], roles: ["strings"] },
    // The colon is that of SCIM 1.1 §3.8; Slack documents the dot (FACT-PATCH-85).
    uncertain: { separator: [":"] },
  },
  "2.0": {
    documented: {
      roles: ["strings"],
      single: ["object"],
      ids: ["bare"],
      part: ["object"],
      secondary: ["primary"],
      change: ["entry"],
    },
    uncertain: {
      block: ["replace"],
      member: ["value"],
      path: ["omitted"],
      separator: [".", ":"],
    },
  },
};

/**
 * A choice among the forms in which a version writes the same intents (FACT-PATCH-78, FACT-PATCH-89),
 * for a dialect to encode them by. Shrinks to `{}`, the ordinary form. `secondary` and `change`
 * mean the secondary address: they go with intents that mean it too, as those of
 * `userPatchArbitrary` do.
 */
export function patchFormArbitrary(constraints: PatchFormConstraints): Arbitrary<PatchForm> {
  const { documented, uncertain } = choices[constraints.version];
  const possible = constraints.uncertain ? { ...documented, ...uncertain } : documented;
  const drawn = Object.fromEntries(
    Object.entries(possible).map(([choice, forms]) => [choice, fc.constantFrom(...forms)]),
  );
  return fc.record(drawn, { requiredKeys: [], noNullPrototype: true });
}
