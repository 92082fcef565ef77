import { expect, test } from "vitest";
import type { CheckResult, Results } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import type { SinceLastRun } from "../since/since-last-run.ts";
import { annotationsOf, withoutCommands } from "./annotations.ts";

const first: SinceLastRun = { previous: undefined, regressed: [], fixed: [], changed: [] };

const failing = (id: string, more: Partial<CheckResult> = {}): CheckResult => ({
  ...{ id, version: "2.0", verdict: "fail", title: `rule ${id}`, area: "users", level: "MUST" },
  ...{ source: "s", exchanges: [], durationMs: 1, message: "saw 200", ...more },
});
const runOf = (...checks: CheckResult[]): Results => sampleResults([], { checks });

test("each finding is annotated with its rule and what was observed", () => {
  const run = sampleResults([sampleDifference({ status: "otherwise" })], {
    checks: [failing("SCIM20-1")],
  });
  expect(annotationsOf(run, first)).toEqual([
    "::error title=SCIM20-1 [2.0] rule SCIM20-1::saw 200",
    "::error title=DIFF-URL-01 The base URL::not as documented: in 1.1: does one thing; in 2.0: does another",
  ]);
});

test("what the baseline knows, and what is no finding, is not annotated", () => {
  const known = { status: "accepted", reason: "ticket" } as const;
  expect(
    annotationsOf(runOf(failing("A", { known }), failing("B", { verdict: "warn" })), first),
  ).toEqual([]);
});

test("at most ten, those that regressed first", () => {
  const checks = Array.from({ length: 14 }, (_, index) => failing(`SCIM20-${index}`));
  const result = { of: "check", id: "SCIM20-12", version: "2.0", title: "" } as const;
  const regressed = [{ ...result, before: "pass", now: "fail" }];
  const lines = annotationsOf(runOf(...checks), { ...first, regressed });
  expect(lines).toHaveLength(10);
  expect(lines[0]).toContain("SCIM20-12");
});

test("text of a server cannot end the annotation, nor become a property or another command", () => {
  const hostile = "100%,file=a\r\n::add-mask::x\u0085::warning::y ##[error]";
  const [line = ""] = annotationsOf(
    runOf(failing("SCIM20-1", { title: hostile, message: hostile })),
    first,
  );
  expect(line).not.toMatch(/[\r\n\u0085]/);
  const [, properties = "", message = ""] = /^::error title=([^:]*)::(.*)$/.exec(line) ?? [];
  expect(properties).toMatch(/^SCIM20-1 \[2\.0\] 100%25%2Cfile=a/);
  expect(properties).not.toMatch(/[:,]/);
  expect(message).toMatch(/^100%25,file=a/);
});

test("a long message is cut", () => {
  const [line = ""] = annotationsOf(runOf(failing("A", { message: "x".repeat(1e6) })), first);
  expect(line.length).toBeLessThan(1500);
});

test.each([
  ["::error::x", ": :error::x"],
  ["fine\n  ::error::x", "fine\n  : :error::x"],
  ["fine\r::stop-commands::x", "fine\r: :stop-commands::x"],
  ["\n\n\t\u0085::x", "\n\n\t\u0085: :x"],
  [":::x", ": ::x"],
  ["said ##[error]x", "said # #[error]x"],
  ["a::b ::c", "a::b ::c"],
  ["[::1]:80 is fine", "[::1]:80 is fine"],
])("%j is no command", (text, expected) => {
  expect(withoutCommands(text)).toBe(expected);
});
