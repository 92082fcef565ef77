import { describe, expect, test } from "vitest";
import type { CheckResult, DifferenceResult, ReasonCode, Results } from "../schemas/index.ts";
import { sampleDifference, sampleResults } from "../testing/runs/sample-run.ts";
import { outcomeOf } from "./outcome.ts";
import { summarize } from "./results.ts";

const check = (verdict: CheckResult["verdict"], code?: ReasonCode): CheckResult => ({
  id: "SCIM20-1",
  title: "a rule",
  area: "users",
  version: "2.0",
  level: "MUST",
  source: "x",
  verdict,
  ...(code === undefined ? {} : { reason: { code, text: "because" } }),
  exchanges: [],
  durationMs: 1,
});

interface Run extends Partial<Omit<Results, "checks" | "differences">> {
  checks?: CheckResult[];
  differences?: DifferenceResult[];
  attempted?: number;
  atFinding?: boolean;
}

function outcome({
  checks = [check("pass")],
  differences = [],
  attempted = 1,
  atFinding = false,
  ...more
}: Run) {
  const results = sampleResults(differences, {
    checks,
    summary: summarize(checks),
    created: { users: 1, groups: 0 },
    ...more,
  });
  return outcomeOf(results, attempted, atFinding);
}

const none = { users: 0, groups: 0 };
const blocked = check("skip", "blocked-by");
const stopped = { at: "2026-01-01T00:00:00Z", why: "interrupted" };
const finding = sampleDifference({ kind: "undocumented", status: "otherwise" });
const leftBehind: Results["leftBehind"] = [
  { resource: "User", version: "2.0", id: "U1", why: "x" },
];
const unprobed = sampleDifference({ status: "not-probed" });

describe("the exit code, in the order of the contract", () => {
  test.each<[string, Run, 0 | 1 | 3]>([
    ["no finding", {}, 0],
    ["a broken rule", { checks: [check("fail")] }, 1],
    ["a warning", { checks: [check("warn")] }, 0],
    ["a warning, with --strict", { checks: [check("warn")], strict: true }, 1],
    [
      "a warning that rests on a guess, with --strict",
      { checks: [check("warn", "not-known")], strict: true },
      0,
    ],
    ["a deviation", { checks: [check("deviation")], strict: true }, 0],
    ["a difference that is a finding", { differences: [finding] }, 1],
    ["stopped", { stopped }, 3],
    ["stopped, with findings until then", { stopped, checks: [check("fail")] }, 3],
    ["an error beside what passes", { checks: [check("pass"), check("error", "timeout")] }, 3],
    ["an error beside a finding", { checks: [check("fail"), check("error", "timeout")] }, 1],
    ["something left", { leftBehind }, 1],
    [
      "something left, and an error",
      { leftBehind, checks: [check("pass"), check("error", "timeout")] },
      3,
    ],
    ["something left, and stopped", { leftBehind, stopped }, 3],
    ["only errors", { checks: [check("error", "server-error")] }, 3],
    ["only skips that are blocked", { checks: [check("skip", "blocked-by")] }, 3],
    ["only read-only skips", { checks: [check("skip", "read-only")] }, 3],
    [
      "only what is not offered or does not apply",
      {
        checks: [
          check("skip", "not-offered"),
          check("skip", "not-applicable"),
          check("skip", "optional"),
        ],
      },
      0,
    ],
    [
      "one of them blocked",
      { checks: [check("skip", "not-offered"), check("skip", "blocked-by")] },
      3,
    ],
    [
      "an error among what is not offered",
      { checks: [check("skip", "not-offered"), check("error", "timeout")] },
      3,
    ],
    ["not offered, and something left", { checks: [check("skip", "not-offered")], leftBehind }, 1],
    [
      "differences that were not probed are not judged",
      { checks: [check("skip", "blocked-by")], differences: [unprobed] },
      3,
    ],
    [
      "a difference that was probed is judged",
      { checks: [check("skip", "blocked-by")], differences: [sampleDifference()] },
      0,
    ],
    ["no create of a user ever succeeded", { created: none, checks: [check("pass"), blocked] }, 3],
    ["the same, with findings", { created: none, checks: [check("fail"), blocked] }, 3],
    [
      "the same, where the creates were errors",
      { created: none, checks: [check("pass"), check("error", "server-error")] },
      3,
    ],
    ["creates that must be rejected", { created: none, checks: [check("pass")] }, 0],
    ["no create was tried", { created: none, attempted: 0, checks: [check("pass"), blocked] }, 0],
    ["an empty shard", { checks: [], shard: { index: 3, count: 4 } }, 0],
    ["nothing at all, and no shard", { checks: [] }, 0],
  ])("%s", (_what, run, code) => {
    expect(outcome(run).exitCode).toBe(code);
  });
});

describe("where the results do not say it by themselves, a sentence does", () => {
  test.each<[string, Run, RegExp | undefined]>([
    ["no finding", {}, undefined],
    ["findings", { checks: [check("fail")] }, undefined],
    [
      "stopped, and how far it came",
      { stopped, checks: [check("pass"), check("error", "aborted"), check("skip", "stopped")] },
      /^the run was stopped: interrupted; 2 of 3 checks ran$/,
    ],
    [
      "nothing judged: the reason of most checks",
      {
        checks: [
          check("skip", "blocked-by"),
          check("error", "timeout"),
          check("skip", "blocked-by"),
        ],
      },
      /^nothing was judged; 2 checks: blocked-by: because$/,
    ],
    [
      "no create",
      { created: none, attempted: 7, checks: [check("pass"), blocked] },
      /none of 7 attempts/,
    ],
    ["left behind", { leftBehind }, /1 created resources? (is|are) left/],
    ["errors", { checks: [check("pass"), check("error", "timeout")] }, /^1 check/],
    ["not offered", { checks: [check("skip", "not-offered")] }, /does not offer/],
  ])("%s", (_what, run, why) => {
    const { why: said } = outcome(run);
    if (why) expect(said).toMatch(why);
    else expect(said).toBeUndefined();
  });
});

test("a run that a finding stopped on purpose has findings, whatever it did not judge", () => {
  const checks = [check("fail"), check("skip", "stopped"), check("skip", "stopped")];
  const ended = outcome({ checks, stopped, atFinding: true, created: none });
  expect(ended).toEqual({ exitCode: 1, why: "stopped: interrupted; 1 of 3 checks ran" });
  expect(outcome({ checks, stopped }).exitCode).toBe(3);
});
