import fc, { type Arbitrary } from "fast-check";
import type { NeutralGroup } from "../schemas/index.ts";
import { GROUP_CALL_MAX } from "./limits.ts";
import { phraseArbitrary } from "./text.ts";

export const membershipSizes = ["none", "one", "many", "limit"] as const;

/** How many of the given ids are members: none, one, some, or as many as the limit allows. */
export type MembershipSize = (typeof membershipSizes)[number];

export interface GroupConstraints {
  /** Ids of users that may be members. Default: none. */
  memberIds?: readonly string[];
  /** The sizes to draw from, as far as there are ids for them. Default: all. */
  sizes?: readonly MembershipSize[];
  /** Most members. Default: the number of ids given, at most the 15,000 of one call (DOC). */
  maxMembers?: number;
  /** The prefix of every displayName. Default: none. */
  namePrefix?: string;
}

function bounds(size: MembershipSize, limit: number): { minLength: number; maxLength: number } {
  switch (size) {
    case "none":
      return { minLength: 0, maxLength: 0 };
    case "one":
      return { minLength: 1, maxLength: 1 };
    case "many":
      return { minLength: Math.min(2, limit), maxLength: limit };
    case "limit":
      return { minLength: limit, maxLength: limit };
  }
}

/** Ids, each at most once, in the order given. */
function memberIdsArbitrary(constraints: GroupConstraints): Arbitrary<string[]> {
  const { memberIds = [], sizes = membershipSizes, maxMembers = GROUP_CALL_MAX } = constraints;
  const limit = Math.min(maxMembers, memberIds.length);
  const possible = membershipSizes.filter(
    (size) => sizes.includes(size) && bounds(size, limit).minLength <= limit,
  );
  const drawn = (limit === 0 ? (["none"] as const) : possible).map((size) =>
    fc.subarray([...memberIds], bounds(size, limit)),
  );
  return fc.oneof({ withCrossShrink: true }, ...drawn);
}

/**
 * A group in neutral form: a displayName, and members by id (DOC: group section; members may be
 * omitted, OBS). Shrinks to `{displayName: "a"}` when the size `none` is allowed.
 */
export function groupArbitrary(constraints: GroupConstraints = {}): Arbitrary<NeutralGroup> {
  const { namePrefix = "" } = constraints;
  return fc
    .tuple(phraseArbitrary(3), memberIdsArbitrary(constraints), fc.boolean())
    .map(([name, members, empty]) => ({
      displayName: `${namePrefix}${name}`,
      ...(members.length > 0 || empty ? { members: members.map((value) => ({ value })) } : {}),
    }));
}
