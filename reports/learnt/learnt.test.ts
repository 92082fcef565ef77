import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CheckResult, Results } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { learntFrom } from "./learnt.ts";
import { learntMarkdown } from "./markdown.ts";

const traces = {
  isMock: false,
  hosts: ["scim.acme.example:8443"],
  names: ["scimct-ab12-1"],
  ids: ["0a1b2c"],
};

const check = (more: Partial<CheckResult>): CheckResult => ({
  ...{ id: "SCIM20-1", title: "a rule", area: "users", version: "2.0", level: "MUST", source: "x" },
  ...{ verdict: "warn", observation: { location: "absent" }, exchanges: [], durationMs: 1 },
  assumption: { fact: "FACT-FORMAT-19", agrees: true },
  ...more,
});
const other = check({
  id: "SCIM20-2",
  verdict: "pass",
  observation: { challenge: true },
  assumption: { fact: "FACT-AUTH-17", agrees: false },
});
const results = (checks: CheckResult[], more: Partial<Results> = {}) =>
  sampleResults([], { checks, target: "acme.example", ...more });
const learnt = (checks: CheckResult[], more: Partial<Results> = {}) =>
  learntFrom(results(checks, more), traces).facts;

test("what contradicts an assumption comes before what agrees", () => {
  const [first, second] = learnt([check({}), other]);
  expect(first).toMatchObject({ id: "FACT-AUTH-17", agrees: false });
  expect(first?.answers).toEqual([
    {
      ...{ by: "SCIM20-2", title: "a rule", version: "2.0", agrees: false },
      observed: '{"challenge":true}',
    },
  ]);
  expect(second).toMatchObject({ id: "FACT-FORMAT-19", agrees: true });
});

test("one answer that contradicts is enough, whatever the others say", () => {
  const two = [check({}), check({ assumption: { fact: "FACT-FORMAT-19", agrees: false } })];
  expect(learnt(two)).toMatchObject([{ agrees: false, answers: [{}, {}] }]);
});

test("a probe answers for each version that it observed", () => {
  const difference = sampleDifference({
    kind: "assumed",
    assumed: {
      facts: ["FACT-LIST-17", "FACT-LIST-18"],
      versions: { "1.1": { observation: { countZero: "refused" }, agrees: false } },
    },
  });
  const { facts } = learntFrom(sampleResults([difference]), traces);
  expect(facts.map(({ id }) => id)).toEqual(["FACT-LIST-17", "FACT-LIST-18"]);
  expect(facts[0]?.answers).toMatchObject([{ by: "DIFF-URL-01", version: "1.1", agrees: false }]);
});

test("a difference that clients observed and this run did not is learnt too", () => {
  const gone = sampleDifference({ kind: "observed", status: "not-seen", v1: "seen: {}" });
  const { notSeen } = learntFrom(sampleResults([gone, sampleDifference()]), traces);
  expect(notSeen).toMatchObject([{ id: "DIFF-URL-01", v1: "seen: {}" }]);
});

test("the mock teaches nothing about Slack, nor does another profile, nor a fact that is known", () => {
  expect(learnt([other], { embedded: true })).toEqual([]);
  expect(learnt([other], { profile: "rfc" })).toEqual([]);
  expect(learntFrom(results([other]), { ...traces, isMock: true }).facts).toEqual([]);
  expect(learnt([check({ assumption: { fact: "FACT-DELETE-01", agrees: false } })])).toEqual([]);
});

const personal = check({
  observation: {
    location: "https://scim.acme.example:8443/scim/v2/Users/U0ABCDEF12",
    host: "scim.acme.example",
    name: "SCIMCT-AB12-1",
    mail: "ada.lovelace@acme.example",
    id: "0a1b2c",
    markup: "<b>|x|</b>\n# heading",
  },
});

test("hosts, names, ids and addresses of the organisation are not in what is sent in", () => {
  const text = learntMarkdown(results([personal]), learntFrom(results([personal]), traces), traces);
  expect(text).not.toMatch(/acme|8443|ada|lovelace|0a1b2c|ab12|U0ABCDEF12/i);
  expect(text).toContain("https://HOST/scim/v2/Users/ID");
  // A cell of a table, whatever a server sent.
  expect(text).not.toMatch(/^# heading|^<b>/m);
});

test("each fact has the fields of the form, with the date and the kind of target", () => {
  const run = results([check({}), other]);
  const text = learntMarkdown(run, learntFrom(run, traces), traces);
  const form = readFileSync(".github/ISSUE_TEMPLATE/3-fact-about-slack.yml", "utf8");
  const labels = [...form.matchAll(/label: (.+)/g)].map(([, label = ""]) => label);
  expect(labels).toHaveLength(7);
  const [, ...sections] = text.split("\n### ");
  expect(sections).toHaveLength(2);
  for (const section of sections) {
    for (const label of labels) expect(section).toContain(`**${label}**`);
    expect(section).toContain("2026-01-02");
  }
  expect(text).toContain("another server than api.slack.com");
  const slack = { ...traces, hosts: ["api.slack.com"] };
  expect(learntMarkdown(run, learntFrom(run, slack), slack)).toContain("| Target | Slack |");
});

test("a long observation is cut, and says where it is whole", () => {
  const long = check({ observation: { beyond: Array.from({ length: 200 }, () => "attribute") } });
  const [fact] = learnt([long]);
  expect(fact?.answers[0]?.observed).toMatch(/… \(see results\.json\)$/);
  expect(fact?.answers[0]?.observed.length).toBeLessThan(300);
});
