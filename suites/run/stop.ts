/** Why a check gave no verdict, as results.json says it. */
export type SkipCode =
  | "not-offered"
  | "not-applicable"
  | "optional"
  | "read-only"
  | "budget"
  | "blocked-by"
  | "not-selected"
  | "other-traffic"
  | "stopped";

/**
 * Ends a check without a verdict: what it tests is not offered, does not apply, may not be done, or
 * something that it needs failed before.
 */
export class Skip extends Error {
  override readonly name = "Skip";
  readonly code: SkipCode;
  /** Id of the check whose failure blocks this one, where that is known. */
  readonly blockedBy: string | undefined;
  /** What the provider does not offer, by its name in the provider configuration. */
  readonly feature: string | undefined;

  constructor(code: SkipCode, text: string, blockedBy?: string, feature?: string) {
    super(text);
    this.code = code;
    this.blockedBy = blockedBy;
    this.feature = feature;
  }
}

/** @param feature by its name in the provider configuration, such as `sort` */
export function notSupported(feature: string): Skip {
  return new Skip("not-offered", `the provider does not support ${feature}`, undefined, feature);
}

/** What a check needs could not be made; the requirement that this breaks has a check of its own. */
export function blocked(what: string): Skip {
  return new Skip("blocked-by", what);
}
