import { expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import {
  sampleCatalogue,
  sampleDifference,
  sampleEntry,
  sampleResults,
} from "../../testing/runs/sample-run.ts";
import type { ChangedResult, SinceLastRun } from "../since/since-last-run.ts";
import { jobSummary } from "./job-summary.ts";

const first: SinceLastRun = { previous: undefined, regressed: [], fixed: [], changed: [] };

const check = (id: string, more: Partial<CheckResult> = {}): CheckResult => ({
  ...{ id, version: "2.0", verdict: "fail", title: `rule ${id}`, area: "users", level: "MUST" },
  ...{ source: "s", exchanges: [], durationMs: 1, message: "saw 200", ...more },
});

test("verdict, counts, findings, what regressed, what is known and what changes, in this order", () => {
  const known = { status: "accepted", reason: "a ticket", owner: "ann" } as const;
  const run = sampleResults([sampleDifference()], {
    checks: [
      check("SCIM20-1"),
      check("SCIM20-2", { known }),
      check("SCIM20-3", { verdict: "pass" }),
    ],
  });
  const regressed: ChangedResult = {
    ...{ of: "check", id: "SCIM20-1", version: "2.0", title: "rule one" },
    ...{ before: "pass", now: "fail" },
  };
  const since: SinceLastRun = {
    ...first,
    previous: { startedAt: "2026-01-01T00:00:00Z", toolVersion: "0.2.0" },
    regressed: [regressed],
  };
  const text = jobSummary(run, sampleCatalogue, since);
  expect(text.match(/^(?:#+|\*\*).*$/gm)?.map((line) => line.slice(0, 36))).toEqual([
    "# SCIM conformance: sample",
    expect.stringMatching(/^\*\*Not yet: /),
    "## Findings (1)",
    "## Since the last run",
    "**Regressed (1)**",
    "## Known from the baseline (1)",
    "## The most important changes in 2.0",
  ]);
  expect(text).toContain("| SCIM 2.0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 |");
  expect(text).toContain("| SCIM20-1 | 2.0 | rule SCIM20-1 | saw 200 |");
  expect(text).toContain("- SCIM20-1 \\[2.0\\] rule one: pass → fail");
  expect(text).toContain("| SCIM20-2 | 2.0 | rule SCIM20-2 | known: a ticket (owner ann) |");
  expect(text).toContain("| DIFF-URL-01 | breaking | the base URL names the version |");
});

test("each list has ten entries at most, and says how many more there are", () => {
  const entries = Array.from({ length: 30 }, (_, index) => ({
    ...{ ...sampleEntry, id: `DIFF-${index}`, topic: `topic ${index}` },
  }));
  const run = sampleResults(
    entries.map(({ id, topic }) => sampleDifference({ id, topic })),
    { checks: Array.from({ length: 25 }, (_, index) => check(`SCIM20-${index}`)) },
  );
  const text = jobSummary(run, { differences: entries }, first);
  expect(text.match(/^\| SCIM20-\d+ \|/gm)).toHaveLength(10);
  expect(text).toContain("…and 15 more: see the report.");
  expect(text.match(/^\| DIFF-\d+ \|/gm)).toHaveLength(10);
});

test("text of a server is escaped, and cut so that the summary stays below 1 MiB", () => {
  const hostile = `<img src=x onerror=alert(1)> [a](javascript:alert(1)) | @everyone \n# big\n::error::x ${"y".repeat(2e6)}`;
  const run = sampleResults([], {
    target: hostile,
    stopped: { at: "2026-01-02T03:04:05Z", why: hostile },
    checks: Array.from({ length: 900 }, (_, index) =>
      check(`SCIM20-${index}`, { title: hostile, message: hostile }),
    ),
  });
  const text = jobSummary(run, { differences: [] }, first);
  expect(Buffer.byteLength(text)).toBeLessThan(100_000);
  // Outside of code, which has no markup.
  const plain = text.replace(/(`+)[^`].*?\1/g, "");
  expect(plain).not.toMatch(/<img|[^\\]\]\(|@everyone|^# big|^\s*::/m);
  expect(text).not.toMatch(/^# big|^\s*::/m);
});

test("a run of one version, or of another server, lists no changes", () => {
  const text = jobSummary(
    sampleResults([sampleDifference()], { profile: "rfc" }),
    sampleCatalogue,
    first,
  );
  expect(text).not.toContain("most important changes");
});
