import { badToken } from "../../authentication/bad-token.ts";
import { userDeletionStatus } from "../../delete/user-deletion-status.ts";
import { equal, type Json } from "../../expectation.ts";
import { groupPatchStatus } from "../../patch/group-patch-status.ts";

/** A pair of values that the two versions are known to show, documented elsewhere or irrelevant. */
export interface Explanation {
  /** The facts that may differ so, by requirement: its ids in both versions, joined by `+`. */
  facts: Readonly<Record<string, readonly string[]>>;
  /** Normalised; absent: any value of version 1.1. */
  v1?: Json;
  v2: Json | RegExp;
  /**
   * Id of the known difference that it rests on; absent where it is not a difference, as `because`
   * explains.
   */
  difference?: string;
  because: string;
}

export const explanations: readonly Explanation[] = [
  {
    facts: {
      "SCIM11-API-3.3.2-04+SCIM20-7644-3.5.2-17": ["status"],
      "SCIM11-API-3.3.2-08+SCIM20-7644-3.5.2.3-05": ["status"],
      "SCIM11-API-3.3.2-18+SLACK-PATCH-71": ["status"],
      "SCIM11-API-3.3.2-19+SCIM20-7644-3.5.2.2-07": ["status"],
      "SCIM11-API-3.3.2-20+SLACK-PATCH-73": ["status"],
      "SLACK-PATCH-70": ["status"],
      "SLACK-PATCH-72": ["status"],
    },
    v1: groupPatchStatus["1.1"],
    v2: groupPatchStatus["2.0"],
    difference: "DIFF-STAT-02",
    because: "each version has its own response to a PATCH of a group",
  },
  {
    facts: { "SCIM11-API-3.3.2-03+SCIM20-7644-3.5.2-16": ["group"] },
    v1: `${groupPatchStatus["1.1"]} nothing`,
    v2: `${groupPatchStatus["2.0"]} object`,
    difference: "DIFF-STAT-02",
    because: "each version has its own response to a PATCH of a group",
  },
  {
    facts: { "SLACK-AUTH-02": ["code"] },
    v1: badToken.code,
    v2: badToken.in2023,
    difference: "DIFF-AUTH-01",
    because: "in 2023, 2.0 had another error code for a bad token",
  },
  {
    facts: { "SLACK-ERROR-18": ["code"] },
    v1: "long_username",
    v2: "username_too_long",
    difference: "DIFF-ERR-11",
    because: "an update with a long userName has another error code in 1.1",
  },
  {
    facts: { "SCIM11-API-3-07+SCIM20-7644-3.2-05": ["incomplete"] },
    v1: "accepted",
    v2: 400,
    difference: "DIFF-SCHEMAS-01",
    because: "1.1 may accept a POST without schemas (FACT-FORMAT-31), which 2.0 rejects",
  },
  {
    facts: { "SCIM11-API-3.6-02+SCIM20-7644-3.8-03": ["type"] },
    v1: "application/json",
    v2: "application/scim+json",
    difference: "DIFF-MEDIA-01",
    because: "2.0 has its own media type (RFC 7644 §8.1)",
  },
  {
    facts: {
      "SCIM11-API-3.2.2.1-11+SCIM20-7644-3.4.2.2-15": ["and", "never", "or"],
      "SCIM11-API-3.2.2.1-12+SCIM20-7644-3.4.2.2-17": ["grouped", "nested"],
      "SCIM11-API-3.2.2.1-14+SCIM20-7644-3.4.2.2-09": ["elsewhere", "end", "middle"],
      "SCIM11-API-3.2.2.1-15+SCIM20-7644-3.4.2.2-10": ["middle", "start", "whole"],
      "SCIM11-API-3.2.2.1-16+SCIM20-7644-3.4.2.2-12": ["name"],
      "SCIM11-API-3.2.2.1-17+SCIM20-7644-3.4.2.2-13": ["ge", "gt"],
      "SCIM11-API-3.2.2.1-19+SCIM20-7644-3.4.2.2-19": ["andFirst", "both", "orFirst"],
      "SCIM11-API-3.2.2.1-21+SCIM20-7644-3.4.2.2-21": ["found"],
      "SCIM11-API-3.2.2.1-23+SCIM20-7644-3.4.2.2-24": ["co", "sw"],
    },
    v2: "HTTP 400",
    difference: "DIFF-FILT-01",
    because: "the reference offers filters for 1.1 only, and only eq was seen to work in 2.0",
  },
  {
    facts: { "SCIM11-API-3.3.2-19+SCIM20-7644-3.5.2.2-07": ["refused", "status"] },
    v2: /^(400|HTTP 400 .*)$/,
    difference: "DIFF-PATCH-08",
    because: "2.0 may reject a value path that selects nothing",
  },
  {
    facts: {
      "SCIM11-API-3.4-03+SCIM20-7644-3.6-02": ["userDelete"],
      "SLACK-DELETE-05": ["second", "third"],
    },
    v1: userDeletionStatus["1.1"],
    v2: userDeletionStatus["2.0"],
    difference: "DIFF-STAT-01",
    because: "each version has its own response to a DELETE of a user",
  },
  {
    facts: {
      "SCIM11-API-3.7-03+SCIM20-7644-3.9-01": ["alsoReturned"],
      "SCIM11-API-3.7-04+SCIM20-7644-3.9-04": ["alsoReturned"],
    },
    v2: /,(?:\{urn\},){3}groups$/,
    difference: "DIFF-RT-03",
    because: "users of 2.0 may have the directory extension, which 1.1 does not have",
  },
  {
    facts: {
      "SLACK-ERROR-21": ["code"],
      "SLACK-ERROR-22": ["code"],
      "SLACK-ERROR-23": ["code"],
      "SLACK-ERROR-24": ["code"],
      "SLACK-ERROR-25": ["code"],
    },
    v1: "invalid_attribute_format",
    v2: /_invalid$/,
    because:
      "2.0 accepts a single value where 1.1 accepts only a list (FACT-PATCH-59), so what is malformed differs",
  },
];

/**
 * The known reason why the versions differ in a fact of a requirement.
 * @param requirement its ids in both versions, joined by `+`
 * @param v1 what each version showed, normalised
 */
export function explanationOf(
  requirement: string,
  fact: string,
  v1: Json | undefined,
  v2: Json | undefined,
): Explanation | undefined {
  return explanations.find(
    (known) =>
      known.facts[requirement]?.includes(fact) &&
      (known.v1 === undefined || equal(v1, known.v1)) &&
      (known.v2 instanceof RegExp ? known.v2.test(String(v2)) : equal(v2, known.v2)),
  );
}
