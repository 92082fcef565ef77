import { equal, type Json } from "../expectation.ts";

/** A pair of values that the two versions are known to show, said elsewhere or of no account. */
interface Explanation {
  /** The areas whose checks may see it. */
  areas: readonly string[];
  /** Ids of the requirements; absent: any of these areas. */
  requirements?: readonly string[];
  /** Absent: whatever version 1.1 shows. */
  v1?: Json;
  v2: Json | RegExp;
  /** An entry of the catalogue of differences, or why it is no difference. */
  because: string;
}

const explanations: readonly Explanation[] = [
  { areas: ["groups", "patch"], v1: 204, v2: 200, because: "DIFF-STAT-02: PATCH of a group" },
  {
    areas: ["groups", "patch"],
    v1: "204 nothing",
    v2: "200 object",
    because: "DIFF-STAT-02: PATCH of a group",
  },
  {
    areas: ["authentication"],
    v1: "invalid_authentication",
    v2: "unsupported_version",
    because: "DIFF-AUTH-01: a token that 2.0 does not take",
  },
  {
    areas: ["representation"],
    v1: "application/json",
    v2: "application/scim+json",
    because: "RFC 7644 §8.1: 2.0 has a media type of its own",
  },
  {
    areas: ["filters"],
    v2: /^(HTTP 400|not filterable)$/,
    because: "DIFF-FILT-01: the reference offers filters for 1.1 only, and no more than eq is sure",
  },
  {
    areas: ["patch"],
    requirements: ["SCIM11-API-3.3.2-19+SCIM20-7644-3.5.2.2-07"],
    v2: /^(400|HTTP 400 .*)$/,
    because: "DIFF-PATCH-08: a value path that selects nothing",
  },
  { areas: ["delete", "users"], v1: 200, v2: 204, because: "DIFF-STAT-01: DELETE of a user" },
  {
    areas: ["errors"],
    requirements: [
      "SLACK-ERROR-21",
      "SLACK-ERROR-22",
      "SLACK-ERROR-23",
      "SLACK-ERROR-24",
      "SLACK-ERROR-25",
    ],
    v1: "invalid_attribute_format",
    v2: /_invalid$/,
    because:
      "2.0 takes one value where 1.1 takes a list only (facts §7.3), so what is malformed differs",
  },
];

/** Whether it is known that the versions differ in this: values as normalised. */
export function isExplained(
  { requirement, area }: { requirement: string; area: string },
  v1: Json | undefined,
  v2: Json | undefined,
): boolean {
  return explanations.some(
    (known) =>
      known.areas.includes(area) &&
      (known.requirements?.includes(requirement) ?? true) &&
      (known.v1 === undefined || equal(v1, known.v1)) &&
      (known.v2 instanceof RegExp ? known.v2.test(String(v2)) : equal(v2, known.v2)),
  );
}
