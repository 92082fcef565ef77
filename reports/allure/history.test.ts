import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Redaction } from "../../client/index.ts";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Results } from "../../schemas/index.ts";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { historyFile, rememberedRuns } from "../history-file.ts";
import { countRuns, forgetRun, rememberRun } from "./history.ts";

const gate = new Redaction({ secrets: [] });
const redact = (text: string) => gate.written(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scim-history-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A run that started on a day of January. */
function runOf(day: number, changes: Partial<Results> = {}): Results {
  return sampleResults([], {
    target: "sandbox",
    startedAt: new Date(Date.UTC(2026, 0, day)).toISOString(),
    ...changes,
  });
}

function remember(run: Results): string {
  const file = historyFile(folder, run, "allure");
  const labels = [
    { name: allureLabel.verdict, value: "fail" },
    { name: "host", value: "laptop-of-a-user" },
  ];
  const result = {
    id: "1",
    name: "a rule",
    status: "failed" as const,
    url: "",
    labels,
    error: { message: "said the server", trace: "at /home/a-user" },
  };
  const point = { name: "report", timestamp: 0, knownTestCaseIds: [], metrics: {}, url: "" };
  rememberRun(file, { ...point, uuid: run.startedAt, testResults: { one: result } }, run, redact);
  return file;
}

function daysIn(file: string): number[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => new Date(JSON.parse(line).timestamp).getUTCDate());
}

test("a history has the latest runs, as many as the report shows", () => {
  for (let day = 1; day <= rememberedRuns + 3; day += 1) remember(runOf(day));
  const file = historyFile(folder, runOf(1), "allure");
  expect(countRuns(file)).toBe(rememberedRuns);
  expect(daysIn(file)).toEqual(Array.from({ length: rememberedRuns }, (_, index) => index + 4));
});

test("a run whose report is written again is not compared with itself", () => {
  const file = remember(runOf(1));
  remember(runOf(2));
  forgetRun(file, runOf(2), redact);
  expect(daysIn(file)).toEqual([1]);
  forgetRun(file, runOf(1), redact);
  expect(countRuns(file)).toBe(0);
});

test("a line that a crash cut off is left out", () => {
  const file = remember(runOf(1));
  writeFileSync(file, `${readFileSync(file, "utf8")}{"uuid":"cut o`);
  forgetRun(file, runOf(2), redact);
  expect(daysIn(file)).toEqual([1]);
});

test("other targets and other profiles have histories of their own", () => {
  const files = [
    runOf(1),
    runOf(1, { target: "production" }),
    runOf(1, { target: "Sandbox" }),
    runOf(1, { target: "../sandbox" }),
    runOf(1, { profile: "rfc" }),
  ].map((run) => historyFile(folder, run, "allure"));
  expect(new Set(files).size).toBe(files.length);
  for (const file of files) expect(file.startsWith(join(folder, "history", "/"))).toBe(true);
});

test("a history keeps verdicts, not what servers said or where the suite ran", () => {
  const text = readFileSync(remember(runOf(1)), "utf8");
  expect(text).toContain('"verdict","value":"fail"');
  expect(text).not.toMatch(/a-user|said the server/);
});
