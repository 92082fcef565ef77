import { describe, expect, test } from "vitest";
import { contentOf } from "../content.ts";
import { seedOfRule, shardOfRule } from "./rule-hash.ts";
import { partOf, requirementsOf, shareOf } from "./shard.ts";

const counts = [1, 2, 3, 4, 5, 6, 7];
const all = (count: number) => Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));

describe.each(["slack", "rfc"] as const)("profile %s", (profile) => {
  const whole = contentOf(profile);

  test.each(counts)(
    "%d shards together are the whole, each part once and in its order",
    (count) => {
      const parts = all(count).map((shard) => partOf(whole, shard));
      for (const kind of ["requirements", "differences", "differentials"] as const) {
        const order: readonly unknown[] = whole[kind];
        const together = parts.flatMap((part): readonly unknown[] => part[kind]);
        expect(together).toHaveLength(whole[kind].length);
        expect(new Set(together)).toEqual(new Set<unknown>(whole[kind]));
        for (const part of parts) {
          const places = part[kind].map((one) => order.indexOf(one));
          expect(places).toEqual([...places].sort((one, other) => one - other));
        }
      }
    },
  );

  test.each(counts)("of %d shards, one has all versions and rules of an id", (count) => {
    const places = new Map<string, number>();
    for (const shard of all(count)) {
      for (const { versions } of partOf(whole, shard).requirements) {
        for (const { id } of Object.values(versions)) {
          expect(places.get(id) ?? shard.index, id).toBe(shard.index);
          places.set(id, shard.index);
        }
      }
    }
    expect(places.size).toBeGreaterThan(500);
  });
});

test("seven shards have about as much each", () => {
  const whole = contentOf("slack");
  for (const shard of all(7)) {
    const part = partOf(whole, shard);
    expect(part.requirements.length).toBeGreaterThan(whole.requirements.length / 14);
    expect(part.differences.length).toBeGreaterThan(whole.differences.length / 14);
  }
});

test("rules that have an id in common stay together, also where a third rule connects them", () => {
  const rule = (...ids: string[]) => ({
    versions: Object.fromEntries(
      ids.map((id, at) => [
        ["1.1", "2.0"][at],
        { id, level: "MUST" as const, source: "a standard" },
      ]),
    ),
  });
  for (let first = 0; first < 50; first += 1) {
    const [a, b, c] = [`A-${first}`, `B-${first}`, `C-${first}`];
    const rules = [rule(a), rule(b, c), rule(c), rule(a, b)];
    const sizes = all(4).map((shard) => requirementsOf(rules, shard).length);
    expect(sizes.sort()).toEqual([0, 0, 0, 4]);
  }
});

test("a rule is in the same shard, and has the same seed, in every version of the suite", () => {
  // Shards of one run may be made by several machines, and a seed is quoted in tickets.
  expect(
    ["SLACK-PROPERTY-01", "DIFF-GEN-01", "DIFF-DEL-02"].map((id) => shardOfRule(id, 7)),
  ).toEqual([7, 7, 4]);
  expect(seedOfRule(5, "SLACK-PROPERTY-01")).toBe(866_177_539);
});

test("seeds differ from rule to rule and from run to run, and fast-check takes them", () => {
  const ids = Array.from({ length: 500 }, (_, at) => `RULE-${at}`);
  const seeds = [1, 2].flatMap((seed) => ids.map((id) => seedOfRule(seed, id)));
  expect(new Set(seeds).size).toBe(1000);
  for (const seed of seeds) {
    expect(Number.isInteger(seed)).toBe(true);
    expect(seed).toBeGreaterThanOrEqual(0);
    expect(seed).toBeLessThan(2 ** 31);
  }
});

test.each([
  [40, 3, [14, 13, 13]],
  [10, 4, [3, 3, 2, 2]],
  [2, 3, [1, 1, 0]],
  [7, 1, [7]],
])("the shares of %d in %d shards add up", (total, count, shares) => {
  expect(all(count).map((shard) => shareOf(total, shard))).toEqual(shares);
});
