import type { Version } from "../../schemas/version.ts";
import { shardOfRule } from "./rule-hash.ts";

/** One of several runs that together are one: `index` of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** A requirement, as far as its ids are concerned. */
interface Rule {
  readonly versions: Readonly<Partial<Record<Version, { readonly id: string }>>>;
}

/** A difference, or a property of both versions. */
interface Identified {
  readonly id: string;
}

/** What a run may carry out. */
interface Whole<R, D, G> {
  requirements: readonly R[];
  differences: readonly D[];
  differentials: readonly G[];
}

/**
 * The part of a run that one shard carries out. Each rule, difference and property of both versions
 * is in exactly one shard, which depends on its id alone: not on the selection or the profile.
 * @param shard undefined: the whole
 */
export function partOf<R extends Rule, D extends Identified, G extends Identified>(
  whole: Whole<R, D, G>,
  shard: Shard | undefined,
): Whole<R, D, G> {
  if (!shard) return whole;
  const { requirements, differences, differentials } = whole;
  return {
    requirements: requirementsOf(requirements, shard),
    differences: withIds(differences, shard),
    differentials: withIds(differentials, shard),
  };
}

/** The differences, or properties of both versions, of one shard. @param shard undefined: all */
export function withIds<T extends Identified>(
  all: readonly T[],
  shard: Shard | undefined,
): readonly T[] {
  return shard ? all.filter(({ id }) => shardOfRule(id, shard.count) === shard.index) : all;
}

/**
 * The requirements of one shard. A requirement stays whole, with its ids of both versions, and so do
 * requirements that have an id in common.
 * @param shard undefined: all
 */
export function requirementsOf<R extends Rule>(
  all: readonly R[],
  shard: Shard | undefined,
): readonly R[] {
  if (!shard) return all;
  const first = firstIds(all);
  return all.filter((requirement) => {
    const [id = ""] = idsOf(requirement);
    return shardOfRule(first.get(id) ?? id, shard.count) === shard.index;
  });
}

/** For each id, the first in order of those that stay together with it. */
function firstIds(all: readonly Rule[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Set<string>>();
  for (const requirement of all) {
    const ids = idsOf(requirement);
    const together = new Set(ids.flatMap((id) => [id, ...(groups.get(id) ?? [])]));
    for (const id of together) groups.set(id, together);
  }
  return new Map([...groups].map(([id, together]) => [id, [...together].sort()[0] ?? id]));
}

const idsOf = ({ versions }: Rule): string[] =>
  Object.values(versions).flatMap((clause) => clause?.id ?? []);

/**
 * The share of a number that a shard has; the shares of all shards add up to the number.
 * @param total a whole number
 * @param shard undefined: all of it
 */
export function shareOf(total: number, shard: Shard | undefined): number {
  if (!shard) return total;
  return Math.floor((total + shard.count - shard.index) / shard.count);
}
