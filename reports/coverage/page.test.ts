import { expect, test } from "vitest";
import type { CheckResult, CoveredStatement, Results } from "../../schemas/index.ts";
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
const checks: CheckResult[] = [];
const page = (...statements: CoveredStatement[]) =>
  coveragePage(
    { versions: ["2.0"], target: "x", profile: "rfc", checks } as unknown as Results,
    statements,
  );

test("a statement shows its demand, and its id links to the section", () => {
  const link = `<a href="${statement.url}">${statement.id}</a>`;
  expect(page(statement).split(link)).toHaveLength(3);
  expect(page(statement)).toContain(`<td>${statement.demand}</td>`);
});

test("a rule of Slack's has no link", () => {
  const { url: _, ...fact } = statement;
  expect(page({ ...fact, id: "SLACK-PUT-01" })).toContain('<td class="id">SLACK-PUT-01</td>');
});

test("no value becomes markup", () => {
  const hostile = page({
    ...statement,
    demand: "<img src=x>",
    url: 'https://x/"><script>',
  });
  expect(hostile).not.toMatch(/<img|<script/);
});
