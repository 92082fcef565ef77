import { expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { firstRun } from "../../testing/runs/first-run.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import type { SinceLastRun } from "../since/since-last-run.ts";
import { summaryPage } from "./page.ts";

const learnt = { facts: [], notSeen: [] };
const failed: CheckResult = {
  ...{ id: "SCIM20-1", title: "<b>a rule</b>", area: "users", version: "2.0", level: "MUST" },
  ...{ source: "s", verdict: "fail", message: "expected 201, saw <i>200</i>" },
  ...{ exchanges: [], durationMs: 1 },
};

function page(more: Parameters<typeof sampleResults>[1], since: SinceLastRun = firstRun): string {
  const results = sampleResults([sampleDifference()], more);
  return summaryPage(results, { differences: [] }, [], { learnt, since });
}

test("each finding has its id, version, title and message, and a link", () => {
  const html = page({ checks: [failed] });
  const [, list = ""] = /<ol class="findings">(.*?)<\/ol>/s.exec(html) ?? [];
  expect(list).toContain('href="coverage/index.html#2.0-SCIM20-1">SCIM20-1</a>');
  expect(list).toContain("SCIM 2.0");
  expect(list).toContain("&lt;b&gt;a rule&lt;/b&gt;");
  expect(list).toContain("saw &lt;i&gt;200&lt;/i&gt;");
  expect(page({})).not.toContain('<h2 id="findings">');
});

test("ten findings are listed, and a link leads to the rest", () => {
  const checks = Array.from({ length: 13 }, (_, index) => ({ ...failed, id: `SCIM20-${index}` }));
  const html = page({ checks });
  expect(html).toContain(">SCIM20-9</a>");
  expect(html).not.toContain(">SCIM20-10</a>");
  expect(html).toContain('<a href="coverage/index.html#findings">3 more: all findings</a>');
});

test("what regressed and what is fixed since which run, each with a link", () => {
  const change = { of: "check", version: "2.0", title: "a rule" } as const;
  const html = page(
    { checks: [failed] },
    {
      previous: { startedAt: "2026-01-01T02:30:00Z", toolVersion: "0.2.0" },
      regressed: [{ ...change, id: "SCIM20-1", before: "pass", now: "fail" }],
      fixed: [
        {
          of: "difference",
          id: "DIFF-URL-01",
          title: "t",
          before: "not seen",
          now: "as documented",
        },
        { of: "difference", id: "DIFF-OBS-X", title: "t", before: "b", now: "the same in both" },
      ],
      changed: [],
    },
  );
  const [, since = ""] = /<h2 id="since">(.*?)<h2>/s.exec(html) ?? [];
  expect(since).toContain("Since the run of 2026-01-01 02:30 UTC: 1 regressed, 2 fixed.");
  expect(since).toMatch(/Regressed: 1<\/h3>.*#2\.0-SCIM20-1">SCIM20-1<.*pass → <b>fail<\/b>/s);
  expect(since).toMatch(/Fixed: 2<\/h3>.*differences\/index\.html#DIFF-URL-01">DIFF-URL-01</s);
  // It is no longer in the report.
  expect(since).not.toContain("#DIFF-OBS-X");
});
