import type { ReasonCode } from "../../schemas/index.ts";
import type { TroubleCode } from "./trouble.ts";

/** Why a check gave no verdict: the codes of results.json. */
export type SkipCode = Exclude<ReasonCode, TroubleCode | "internal" | "not-known">;

/**
 * Ends a check without a verdict: what it tests is not supported, does not apply or is not allowed, or
 * something that it needs has failed.
 */
export class Skip extends Error {
  override readonly name = "Skip";
  readonly code: SkipCode;
  /** Id of the check whose failure blocks this one, where that is known. */
  readonly blockedBy: string | undefined;
  /** The feature that the provider does not offer, by its name in the provider configuration. */
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

/**
 * A check lacks something that it needs, such as a user that could not be created; that breaks
 * another requirement.
 */
export function blocked(what: string): Skip {
  return new Skip("blocked-by", what);
}
