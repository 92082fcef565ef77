import { createHash } from "node:crypto";

/**
 * A number from 0 to 2^31 - 1 that a text decides, and nothing else: the same on every machine and in
 * every version of the suite.
 */
function hashOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) >>> 1;
}

/**
 * The seed of the values that a rule generates. It depends on no other rule, so that a run of the
 * rule alone and a run of its shard generate what the whole run generates.
 * @param seed of the run
 * @param id of the rule
 */
export function seedOfRule(seed: number, id: string): number {
  return hashOf(`seed ${seed} ${id}`);
}

/** The shard, from 1 to `count`, that a rule belongs to. @param id of the rule */
export function shardOfRule(id: string, count: number): number {
  return (hashOf(`shard ${id}`) % count) + 1;
}
