import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import type { CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { historyFile, rememberedRuns } from "../history-file.ts";
import { type SinceLastRun, sinceInShort, sinceLastRun } from "./since-last-run.ts";
import { previousRecord, rememberVerdicts } from "./verdict-record.ts";

const gate = new Redaction({ secrets: [] });
const redact = (text: string) => gate.written(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-since-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(id: string, verdict: CheckResult["verdict"], more: Partial<CheckResult> = {}) {
  const version = id.startsWith("SCIM11") ? "1.1" : "2.0";
  return {
    ...{ id, version, verdict, title: `rule ${id}`, area: "users", level: "MUST", source: "s" },
    ...{ exchanges: [], durationMs: 1, ...more },
  } satisfies CheckResult as CheckResult;
}

/** A run on a day of January. */
function runOf(
  day: number,
  checks: CheckResult[],
  differences: DifferenceResult[] = [],
  more: Partial<Results> = {},
): Results {
  const startedAt = new Date(Date.UTC(2026, 0, day, 2, 30)).toISOString();
  return sampleResults(differences, { target: "sandbox", startedAt, checks, ...more });
}

/** Runs one after the other into the folder. @returns what changed in the last */
function runInOrder(...runs: Results[]): SinceLastRun {
  let since: SinceLastRun | undefined;
  for (const run of runs) {
    since = sinceLastRun(run, previousRecord(folder, run));
    rememberVerdicts(folder, run, redact);
  }
  if (since === undefined) throw new Error("no run");
  return since;
}

const ids = ({ regressed, fixed, changed }: SinceLastRun) => ({
  regressed: regressed.map(({ id }) => id),
  fixed: fixed.map(({ id }) => id),
  changed: changed.map(({ id }) => id),
});

test("a first run has nothing to be compared with", () => {
  const since = runInOrder(runOf(1, [check("SCIM20-1", "fail")]));
  expect(since).toEqual({ previous: undefined, regressed: [], fixed: [], changed: [] });
  expect(sinceInShort(since)).toBe("No earlier run of this target in this folder.");
});

test("checks that became findings, that no longer are, and that changed otherwise", () => {
  const since = runInOrder(
    runOf(1, [check("SCIM20-1", "pass"), check("SCIM20-2", "fail"), check("SCIM20-3", "pass")]),
    runOf(2, [check("SCIM20-1", "fail"), check("SCIM20-2", "pass"), check("SCIM20-3", "warn")]),
  );
  expect(since.regressed).toEqual([
    {
      ...{ of: "check", id: "SCIM20-1", version: "2.0", title: "rule SCIM20-1" },
      ...{ before: "pass", now: "fail" },
    },
  ]);
  expect(ids(since)).toMatchObject({ fixed: ["SCIM20-2"], changed: ["SCIM20-3"] });
  expect(sinceInShort(since)).toBe(
    "Since the run of 2026-01-01 02:30 UTC: 1 regressed, 1 fixed, 1 changed otherwise.",
  );
});

test("a warning is a finding under --strict, and what is not known of Slack never is", () => {
  const notKnown = { reason: { code: "not-known", text: "t" } } as const;
  const strict = { strict: true };
  const since = runInOrder(
    runOf(1, [check("SCIM20-1", "pass"), check("SCIM20-2", "pass")], [], strict),
    runOf(2, [check("SCIM20-1", "warn"), check("SCIM20-2", "warn", notKnown)], [], strict),
  );
  expect(ids(since)).toEqual({ regressed: ["SCIM20-1"], fixed: [], changed: ["SCIM20-2"] });
  expect(since.changed[0]?.now).toBe("not known of Slack");
});

test("a check that did not run in both is neither regressed nor fixed", () => {
  const reason = (code: "not-selected" | "blocked-by") => ({ reason: { code, text: "t" } });
  const since = runInOrder(
    runOf(1, [
      check("SCIM20-1", "skip", reason("not-selected")),
      check("SCIM20-2", "fail"),
      check("SCIM20-4", "skip", reason("blocked-by")),
    ]),
    runOf(2, [
      check("SCIM20-1", "fail"),
      check("SCIM20-2", "skip", reason("not-selected")),
      check("SCIM20-3", "fail"),
      check("SCIM20-4", "fail"),
    ]),
  );
  expect(ids(since)).toEqual({ regressed: [], fixed: [], changed: ["SCIM20-4"] });
});

test("differences regress and are fixed; an observed one that is not seen only changed", () => {
  const seen = (status: DifferenceResult["status"]) => [
    sampleDifference({ id: "DIFF-URL-01", status }),
    sampleDifference({ id: "DIFF-URL-02", kind: "observed", status }),
    sampleDifference({ id: "DIFF-URL-03", kind: "assumed", status }),
  ];
  const as = ids(runInOrder(runOf(1, [], seen("as-documented")), runOf(2, [], seen("not-seen"))));
  expect(as).toEqual({ regressed: ["DIFF-URL-01"], fixed: [], changed: ["DIFF-URL-02"] });
  expect(ids(runInOrder(runOf(3, [], seen("as-documented"))))).toMatchObject({
    fixed: ["DIFF-URL-01"],
  });
  expect(ids(runInOrder(runOf(4, [], seen("not-probed"))))).toEqual({
    ...{ regressed: [], fixed: [], changed: [] },
  });
});

test("a difference that the catalogue does not have comes and goes with its checks", () => {
  const checks = [check("SCIM11-1", "pass"), check("SCIM20-1", "pass")];
  const requirements = ["SCIM11-1", "SCIM20-1"];
  const unknown = sampleDifference({
    ...{ id: "DIFF-OBS-SCIM11-1+SCIM20-1", kind: "undocumented", status: "otherwise" },
    requirements,
  });
  expect(ids(runInOrder(runOf(1, checks), runOf(2, checks, [unknown]))).regressed).toEqual([
    unknown.id,
  ]);
  expect(runInOrder(runOf(3, checks)).fixed).toEqual([
    expect.objectContaining({ id: unknown.id, title: "rule SCIM11-1" }),
  ]);
  // Where its checks did not run, its absence says nothing.
  expect(ids(runInOrder(runOf(4, checks, [unknown]), runOf(5, []))).fixed).toEqual([]);
});

describe("the run to compare with", () => {
  const good = [check("SCIM20-1", "pass")];
  const bad = [check("SCIM20-1", "fail")];

  test("is the last one, and never the run itself or a later one", () => {
    runInOrder(runOf(1, good), runOf(2, bad));
    expect(previousRecord(folder, runOf(2, bad))?.startedAt).toContain("2026-01-01");
    expect(previousRecord(folder, runOf(1, good))).toBeUndefined();
  });

  test("is a whole one: runs of one area and stopped ones are passed over", () => {
    const selection = { areas: ["users"], requirements: ["SCIM20-1"] };
    const stopped = { at: "2026-01-03T00:00:00Z", why: "interrupted" };
    runInOrder(runOf(1, good), runOf(2, bad, [], { selection }), runOf(3, bad, [], { stopped }));
    expect(previousRecord(folder, runOf(4, bad))?.startedAt).toContain("2026-01-01");
    expect(previousRecord(folder, runOf(4, bad, [], { selection }))?.startedAt).toContain(
      "2026-01-02",
    );
  });

  test("has every version of this run, and the same target and profile", () => {
    runInOrder(runOf(1, good, [], { versions: ["2.0"] }));
    expect(previousRecord(folder, runOf(2, bad))).toBeUndefined();
    expect(previousRecord(folder, runOf(2, bad, [], { versions: ["2.0"] }))).toBeDefined();
    const other = { versions: ["2.0"], target: "another" } satisfies Partial<Results>;
    expect(previousRecord(folder, runOf(2, bad, [], other))).toBeUndefined();
  });
});

test("the records are bounded, and a line that a crash cut off does not stop a run", () => {
  const run = (day: number) => runOf(day, [check("SCIM20-1", "pass")]);
  for (let day = 1; day <= rememberedRuns + 3; day += 1) runInOrder(run(day));
  const file = historyFile(folder, run(1), "verdicts");
  const lines = () => readFileSync(file, "utf8").trim().split("\n");
  expect(lines()).toHaveLength(rememberedRuns);
  appendFileSync(file, '{"startedAt":"2026-');
  expect(runInOrder(run(20)).previous?.startedAt).toContain("2026-01-13");
  expect(lines()).toHaveLength(rememberedRuns);
});
