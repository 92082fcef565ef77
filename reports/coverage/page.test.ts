import { expect, test } from "vitest";
import type { CheckResult, CoveredStatement } from "../../schemas/index.ts";
import { sampleResults } from "../../testing/runs/sample-run.ts";
import { coveragePage } from "./page.ts";

const statement: CoveredStatement = {
  id: "SCIM20-7644-3.6-01",
  version: "2.0",
  section: "RFC 7644 §3.6",
  url: "https://www.rfc-editor.org/rfc/rfc7644#section-3.6",
  level: "SHALL",
  demand: "A service provider SHALL return 204 No Content for a successful DELETE.",
  state: "not-tested",
  reason: "not chosen for this run",
};
const page = (...statements: CoveredStatement[]) =>
  coveragePage(sampleResults([], { versions: ["2.0"] }), statements);

test("a statement shows its demand, and its id links to the section", () => {
  const link = `<a href="${statement.url}">${statement.id}</a>`;
  expect(page(statement).split(link)).toHaveLength(3);
  expect(page(statement)).toContain(`<td>${statement.demand}</td>`);
});

test("a rule of Slack's has no section", () => {
  const { url: _, ...fact } = statement;
  expect(page({ ...fact, id: "SLACK-PUT-01" })).toContain('<td class="id">SLACK-PUT-01</td>');
});

test("a deviation links to the section of the standard, to the fact and to its source", () => {
  const { reason: _, ...rule } = statement;
  const check: CheckResult = {
    ...{ id: rule.id, title: "a title", area: "delete", version: "2.0", level: rule.level },
    ...{ source: rule.section, verdict: "deviation", exchanges: [], durationMs: 1 },
    message: "status: expected 404, saw 200 (FACT-DELETE-11, DOC)",
  };
  const results = sampleResults([], { versions: ["2.0"], checks: [check] });
  const html = coveragePage(results, [{ ...rule, state: "tested", verdict: "deviation" }]);
  const [, row = ""] = html.split(`<tr id="2.0-${rule.id}">`);
  expect(row).toContain(`<a href="${rule.url}">${rule.id}</a>`);
  expect(row).toContain(
    'saw 200 (<span class="fact"><a class="id" href="../facts/index.html#FACT-DELETE-11">',
  );
  expect(row).toContain('<a href="https://docs.slack.dev/reference/scim-api"');
});

test("a rule of Slack's links to the fact that it is", () => {
  const { url: _, ...rule } = { ...statement, id: "SLACK-PUT-01" };
  const check: CheckResult = {
    ...{ id: rule.id, title: "a title", area: "put", version: "2.0", level: "DOC" },
    ...{ source: "FACT-PUT-10 (DOC)", verdict: "pass", exchanges: [], durationMs: 1 },
  };
  const results = sampleResults([], { versions: ["2.0"], checks: [check] });
  expect(coveragePage(results, [rule])).toContain('href="../facts/index.html#FACT-PUT-10"');
});

test("no value becomes markup", () => {
  const hostile = page({
    ...statement,
    demand: "<img src=x>",
    url: 'https://x/"><script>',
  });
  expect(hostile).not.toMatch(/<img|<script/);
});
