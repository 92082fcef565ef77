import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { baselineText } from "../../commands/baseline/write.ts";
import type { Baseline, CheckResult } from "../../schemas/index.ts";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { baselineOfRun } from "./of-run.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-baseline-of-run-"));
  path = join(folder, "known.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const [id, other] = ["SCIM20-7644-3.3-04", "SCIM20-7644-3.4.2.2-03"];
const failing: CheckResult = {
  ...{ id, version: "2.0", title: "t", area: "users", level: "MUST", source: "s" },
  ...{ verdict: "fail", observation: { status: 500 }, exchanges: [], durationMs: 1 },
};
const results = sampleResults([], { toolVersion: "0.2.0", checks: [failing] });
const entry = {
  id: other,
  version: "2.0",
  verdict: "fail",
  saw: "{}",
  status: "accepted",
} as const;
const baseline: Baseline = {
  ...{ baseline: 1, target: "sample", profile: "slack", suite: "0.2.0", known: [entry] },
};
const judging = { neutral: (text: string) => text, ruleOf: () => undefined };
const of = { target: "sample", profile: "slack", suite: "0.2.0" } as const;
const update = () => baselineOfRun({ baseline: path, baselineUpdate: true }, of, {});

test("what a person writes into the file while a run goes on stays", async () => {
  writeFileSync(path, baselineText(baseline));
  const run = await update();
  const explained = { ...entry, reason: "a ticket", owner: "identity" };
  writeFileSync(path, baselineText({ ...baseline, known: [explained] }));
  const { written } = run?.judge(results, judging, true) ?? {};
  const { known }: Baseline = JSON.parse(written?.text ?? "{}");
  expect(known).toMatchObject([
    { id, status: "new" },
    { id: other, reason: "a ticket", owner: "identity" },
  ]);
});

test("a file that is being edited is not overwritten, and the run says so", async () => {
  writeFileSync(path, baselineText(baseline));
  const run = await update();
  writeFileSync(path, '{ "baseline": 1,');
  const judged = run?.judge(results, judging, true);
  expect(judged?.written?.text).toBeUndefined();
  expect(judged?.written?.notice).toMatch(/changed during the run, so not written: .*:1:17: not/);
  expect(judged?.results.baseline).toMatchObject({ new: 1, notObserved: 1 });
  expect(readFileSync(path, "utf8")).toBe('{ "baseline": 1,');
});

test("a file that another run wrote meanwhile is compared with, not replaced", async () => {
  const run = await baselineOfRun({ baseline: path }, of, {});
  writeFileSync(path, baselineText(baseline));
  const judged = run?.judge(results, judging, true);
  expect(judged?.written).toBeUndefined();
  expect(judged?.results.baseline).toMatchObject({ written: false, new: 1 });
});
