import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as junit2json, type TestCase } from "junit2json";
import { parse as testResults } from "test-results-parser";
import { describe, expect, test } from "vitest";
import type { CheckResult, Known, Results } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { junitKind, junitOf } from "./junit.ts";

const known: Known = {
  status: "accepted",
  reason: "ticket with the vendor",
  expires: "2027-02-01",
};

function check(id: string, verdict: CheckResult["verdict"], more: Partial<CheckResult> = {}) {
  return {
    ...{ id, version: "2.0", verdict, title: `rule ${id}`, area: "users", level: "MUST" },
    ...{ source: "RFC 7644 §3", exchanges: [], durationMs: 1500, ...more },
  } satisfies CheckResult as CheckResult;
}

/** One check of each verdict. */
const checks: readonly CheckResult[] = [
  check("SCIM20-1", "pass"),
  check("SCIM20-2", "fail", { message: "saw 200", exchanges: ["2.0/7"] }),
  check("SCIM20-3", "warn", { message: "saw 201" }),
  check("SCIM20-4", "deviation", { message: "known of Slack: FACT-USER-03" }),
  check("SCIM20-5", "skip", {
    message: "no bulk",
    reason: { code: "not-offered", text: "no bulk" },
  }),
  check("SCIM20-6", "error", {
    message: "no answer",
    reason: { code: "timeout", text: "no answer" },
  }),
  check("SCIM20-7", "fail", { message: "saw 500", known }),
  check("SCIM20-8", "warn", {
    message: "assumed",
    reason: { code: "not-known", text: "assumed" },
  }),
];

const runOf = (more: Partial<Results> = {}, differences = [sampleDifference()]) =>
  sampleResults(differences, { checks: [...checks], ...more });

/** The cases as a parser of the registry reads them, by their names. */
async function casesOf(results: Results): Promise<Map<string, TestCase>> {
  const suites = await junit2json(junitOf(results));
  if (!suites || !("testsuite" in suites)) throw new Error("no suites");
  const cases = suites.testsuite?.flatMap(({ testcase = [] }) => testcase) ?? [];
  return new Map(cases.map((one) => [one.name ?? "", one]));
}

const nameOf = (number: number) => `SCIM20-${number} [2.0] rule SCIM20-${number}`;

test("each verdict has its state, with the reason", async () => {
  const cases = await casesOf(runOf());
  const of = (number: number) => cases.get(nameOf(number));
  expect(Object.keys(of(1) ?? {}).sort()).toEqual(["classname", "name", "time"]);
  expect(of(2)?.failure).toMatchObject([{ message: "saw 200", type: "fail" }]);
  expect(of(2)?.failure?.[0]?.inner).toBe(
    "saw 200\nRule: SCIM20-2, SCIM 2.0, MUST (RFC 7644 §3)\nExchanges: 2.0/7",
  );
  expect(of(3)).not.toHaveProperty("failure");
  expect(of(3)?.["system-out"]).toEqual(["warn: saw 201"]);
  expect(of(4)?.skipped).toMatchObject([{ message: "deviation: known of Slack: FACT-USER-03" }]);
  expect(of(5)?.skipped).toMatchObject([{ message: "no bulk" }]);
  expect(of(6)?.error).toMatchObject([{ message: "no answer", type: "timeout" }]);
  expect(of(7)?.skipped).toMatchObject([
    { message: "known: ticket with the vendor (until 2027-02-01)" },
  ]);
  expect(of(7)).not.toHaveProperty("failure");
  // What rests on a guess about Slack is ignored.
  expect(Object.keys(of(8) ?? {}).sort()).toEqual(["classname", "name", "time"]);
});

test("a rule that the baseline knows as judged, and that is skipped now, fails", async () => {
  const baseline = {
    ...{ file: "b.json", written: false, known: 0, new: 1, unexplained: 0, notObserved: 0 },
    ...{ expired: [], gone: [], newRules: [] },
    lost: [{ id: "SCIM20-5", version: "2.0", now: "not-offered" }],
  } satisfies Results["baseline"];
  const cases = await casesOf(runOf({ baseline }));
  expect(cases.get(nameOf(5))?.failure).toMatchObject([
    { message: "judged before, skipped now: no bulk", type: "lost" },
  ]);
});

test("under --strict a warning fails, and so does what the baseline does not explain", async () => {
  const unexplained = check("SCIM20-9", "fail", { known: { status: "new", reason: "" } });
  const run = runOf({ strict: true, checks: [...checks, unexplained] });
  const cases = await casesOf(run);
  expect(cases.get(nameOf(3))?.failure).toMatchObject([{ message: "saw 201", type: "warn" }]);
  expect(cases.get(nameOf(8))).not.toHaveProperty("failure");
  expect(cases.get(nameOf(9))).toHaveProperty("failure");
  const lenient = await casesOf({ ...run, strict: false });
  expect(lenient.get(nameOf(9))?.skipped?.[0]?.message).toBe(
    "known, not explained yet: no reason is given",
  );
});

describe("the case of all differences", () => {
  const differences = async (...all: Parameters<typeof sampleDifference>[0][]) =>
    (await casesOf(runOf({}, all.map(sampleDifference)))).get("differences");

  test("passes where none is a finding", async () => {
    const one = await differences({}, { id: "OTHER", status: "not-probed" });
    expect(Object.keys(one ?? {}).sort()).toEqual(["classname", "name", "time"]);
  });

  test("fails where one is, and names it", async () => {
    const one = await differences({ status: "otherwise" }, { id: "FINE" }, { id: "OLD", known });
    expect(one).toMatchObject({ classname: "differences" });
    expect(one?.failure?.[0]?.message).toBe(
      "1 difference is a finding:\nDIFF-URL-01 The base URL: not as documented: in 1.1: does one thing; in 2.0: does another",
    );
  });

  test("is skipped where the baseline knows all findings, with their reasons", async () => {
    const accepted = sampleDifference({ status: "otherwise", known });
    expect(junitOf(runOf({}, [accepted]))).toContain(
      ">1 difference is known from the baseline\nDIFF-URL-01 The base URL: known: ticket with the vendor (until 2027-02-01)</skipped>",
    );
    const one = await differences(accepted);
    expect(one).not.toHaveProperty("failure");
    expect(one?.skipped?.[0]?.message).toBe("1 difference is known from the baseline");
  });

  test("is skipped where none was probed; absent where there are none", async () => {
    expect((await differences({ status: "not-probed" }))?.skipped).toHaveLength(1);
    expect(await differences()).toBeUndefined();
  });
});

test("two parsers of the registry count the same, and times are in seconds", async () => {
  const run = runOf(
    { checks: [...checks, check("SCIM11-1", "fail", { version: "1.1", area: "patch" })] },
    [sampleDifference({ status: "otherwise" })],
  );
  const text = junitOf(run);
  const counts = { tests: 10, failures: 3, errors: 1, skipped: 3 };
  const suites = await junit2json(text);
  if (!suites || !("testsuite" in suites)) throw new Error("no suites");
  expect(suites).toMatchObject({ ...counts, time: 1 });
  const users = { tests: 8, failures: 1, errors: 1, skipped: 3, time: 12 };
  expect(suites.testsuite).toMatchObject([
    { name: "SCIM 2.0 users", ...users, timestamp: "2026-01-02T03:04:05" },
    { name: "SCIM 1.1 patch", tests: 1, failures: 1, errors: 0, skipped: 0, time: 1.5 },
    { name: "differences", tests: 1, failures: 1, errors: 0, skipped: 0 },
  ]);
  const { testcase = [] } = suites.testsuite?.[0] ?? {};
  expect(testcase[0]).toMatchObject({ classname: "scim-2.0.users", time: 1.5 });

  const folder = mkdtempSync(join(tmpdir(), "scim-junit-"));
  writeFileSync(join(folder, "junit.xml"), text);
  const result = testResults({ type: "junit", files: [join(folder, "junit.xml")] });
  rmSync(folder, { recursive: true });
  expect(result).toMatchObject({ failed: 3, errors: 1, skipped: 3, passed: 3 });
  expect(result.suites.map(({ name }) => name)).toEqual([
    "SCIM 2.0 users",
    "SCIM 1.1 patch",
    "differences",
  ]);
});

test("hostile text stays text: escaped, and without the characters that XML forbids", async () => {
  const markup = "</failure>]]><a b=\"c\" d='e'>&amp;";
  const bad = `${markup}\u0000\u001b[2J\ud800x\udc00\ufffe\uffff\u{1f600}\r\n\ttab`;
  const failing = check("SCIM20-2", "fail", { message: bad, title: bad });
  const run = runOf({ target: bad, checks: [failing] });
  const text = junitOf(run);
  for (const character of text) expect(character).not.toMatch(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u);
  expect(Buffer.from(text).toString()).toBe(text);
  const seen = `${markup}\ufffd\ufffd[2J\ufffdx\ufffd\ufffd\ufffd\u{1f600} tab`;
  const [read, ...others] = [...(await casesOf(run)).values()].map(({ name, failure }) => ({
    name: name?.replace(/\s+/g, " "),
    said: failure?.map(({ message }) => message?.replace(/\s+/g, " ")),
  }));
  expect(read).toEqual({ name: `SCIM20-2 [2.0] ${seen}`, said: [seen] });
  expect(others).toEqual([{ name: "differences" }]);
});

test("both versions of a rule have their own case, whose name is the same in every run", async () => {
  const both = [check("SLACK-1", "pass", { version: "1.1" }), check("SLACK-1", "fail")];
  const first = await casesOf(runOf({ checks: both }));
  const later = runOf({ checks: [...both].reverse(), seed: 2, startedAt: "2027-01-02T03:04:05Z" });
  expect([...first.keys()].sort()).toEqual([...(await casesOf(later)).keys()].sort());
  expect(first.size).toBe(3);
});

test("only a JUnit file of this tool is one of its kind", () => {
  const text = junitOf(runOf());
  expect(junitKind.holds(text)).toBe(true);
  expect(junitKind.holds(junitOf(sampleResults([])))).toBe(true);
  for (const other of [
    text.replace("slack-scim-conformance", "vitest"),
    text.slice(0, -20),
    `${text}\nmore`,
    "{}",
    "<testsuites/>",
  ]) {
    expect(junitKind.holds(other), other.slice(0, 80)).toBe(false);
  }
});
