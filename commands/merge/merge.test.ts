import { describe, expect, test } from "vitest";
import type { CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";
import { violations } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { mergedResults } from "./merged-results.ts";
import { oneRun } from "./one-run.ts";
import type { ShardFolder } from "./shard-folder.ts";

const check = (id: string, version: CheckResult["version"]): CheckResult => ({
  ...{ id, version, title: `rule ${id}`, area: "users", level: "MUST", source: "s" },
  ...{ verdict: "pass", exchanges: [], durationMs: 1 },
});

/** Four rules, of which one has an id in each version, and two known differences. */
const [a, b, c, d] = ["SLACK-A-1", "SLACK-B-1", "SLACK-C-1", "SLACK-D-1"];
const rules = [a, b, c, d];
const clause = (id: string) => ({ id, level: "MUST" as const, source: "s" });
const catalogue = {
  requirements: rules.map((id) => ({
    ...{ title: `rule ${id}`, area: "users" as const, safety: "read" as const, expect: {} },
    versions: { "1.1": clause(id), "2.0": clause(id) },
  })),
  differences: [],
};

function shard(
  index: number,
  ids: readonly string[],
  more: Partial<Results> = {},
  differences: DifferenceResult[] = [],
  text = "the catalogue",
): ShardFolder {
  const checks = ids.flatMap((id) => [check(id, "1.1"), check(id, "2.0")]);
  const results = sampleResults(differences, {
    startedAt: `2026-01-0${index}T00:00:00.000Z`,
    durationMs: 1000 * index,
    requests: { total: index, byVersion: { "2.0": index } },
    created: { users: index, groups: 1 },
    checks,
    ...more,
  });
  return {
    directory: `s${index}`,
    results: { ...results, shard: { index, count: 2 } },
    catalogue,
    catalogueText: text,
  };
}

const sha256 = "0".repeat(64);

const observed = (rule: string): DifferenceResult => ({
  ...sampleDifference({ id: `DIFF-OBS-${rule}` }),
  kind: "undocumented",
  requirements: [rule],
});
const generated = (number: string): DifferenceResult => ({
  ...sampleDifference({ id: `DIFF-GEN-${number}` }),
  kind: "undocumented",
});
const known = (id: string) => sampleDifference({ id });

test("results are in the order of a whole run, whatever the order of the folders", () => {
  const one = shard(1, [b, c], {}, [known("DIFF-2"), generated("02"), observed(c)]);
  const two = shard(2, [a, d], {}, [known("DIFF-1"), generated("01"), observed(a)]);
  for (const folders of [
    [one, two],
    [two, one],
  ]) {
    const { shards, missing } = oneRun(folders, false);
    const merged = mergedResults({
      shards,
      missing,
      differences: ["DIFF-1", "DIFF-2"],
      sha256,
    });
    expect(violations("suite/results", merged)).toEqual([]);
    expect(merged.checks.map(({ id, version }) => `${id} ${version}`)).toEqual(
      rules.flatMap((id) => [`${id} 1.1`, `${id} 2.0`]),
    );
    expect(merged.differences.map(({ id }) => id)).toEqual([
      ...[
        "DIFF-1",
        "DIFF-2",
        "DIFF-GEN-01",
        "DIFF-GEN-02",
        "DIFF-OBS-SLACK-A-1",
        "DIFF-OBS-SLACK-C-1",
      ],
    ]);
    expect(merged).toMatchObject({
      shard: null,
      stopped: null,
      startedAt: "2026-01-01T00:00:00.000Z",
      durationMs: 3000,
      requests: { total: 3, byVersion: { "2.0": 3 }, sha256 },
      created: { users: 3, groups: 2 },
      summary: { pass: 8, fail: 0 },
    });
    expect(merged).not.toHaveProperty("partial");
  }
});

test("a stopped shard stops the whole, and says which it was", () => {
  const stopped = { at: "2026-01-02T00:00:00.000Z", why: "interrupted by SIGINT" };
  const { shards, missing } = oneRun([shard(1, [a, b]), shard(2, [c, d], { stopped })], false);
  expect(mergedResults({ shards, missing, differences: [], sha256 }).stopped).toEqual({
    at: stopped.at,
    why: "shard 2/2: interrupted by SIGINT",
  });
});

describe("refused, with the folder or the shard named", () => {
  const first = shard(1, [a, b]);
  const changed: [what: string, second: ShardFolder, says: RegExp][] = [
    ["another seed", shard(2, [c, d], { seed: 99 }), /s2: another seed than s1: 99, not/],
    ["another suite", shard(2, [c, d], { toolVersion: "9.9.9" }), /s2: another suite version/],
    ["another profile", shard(2, [c, d], { profile: "rfc" }), /s2: another profile/],
    ["other cases", shard(2, [c, d], { cases: 77 }), /s2: another number of cases/],
    ["another target", shard(2, [c, d], { target: "elsewhere" }), /s2: another target/],
    ["a live target", shard(2, [c, d], { embedded: true }), /s2: another kind of target/],
    ["one version", shard(2, [c, d], { versions: ["2.0"] }), /s2: another versions/],
    ["other strictness", shard(2, [c, d], { strict: true }), /s2: another --strict/],
    [
      "a selection",
      shard(2, [c, d], { selection: { areas: ["users"], requirements: [] } }),
      /s2: another selection/,
    ],
    ["another catalogue", shard(2, [c, d], {}, [], "other"), /s2: its catalogue\.json/],
    ["the same shard", { ...shard(1, [c, d]), directory: "again" }, /s1 and again are both/],
    ["a rule twice", shard(2, [b, c, d]), /s1 and s2 both have SLACK-B-1 \[1\.1\]/],
    ["a rule too few", shard(2, [c]), /no shard has a result of SLACK-D-1 \[1\.1\]/],
  ];
  test.each(changed)("%s", (_, second, says) => {
    expect(() => oneRun([first, second], false)).toThrow(says);
    if (/too few/.test(_)) return;
    expect(() => oneRun([first, second], true)).toThrow(says);
  });

  test("a missing shard, unless the result is marked as partial", () => {
    expect(() => oneRun([first], false)).toThrow(/shard 2\/2 is missing/);
    const { shards, missing } = oneRun([first], true);
    const merged = mergedResults({ shards, missing, differences: [], sha256 });
    expect(merged.partial).toEqual({ count: 2, missing: [2] });
    expect(violations("suite/results", merged)).toEqual([]);
  });
});
