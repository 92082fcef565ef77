import { expect, test } from "vitest";
import { allureLabel, differenceLevel } from "../../schemas/allure-labels.ts";
import type { Exchange } from "../../schemas/index.ts";
import { sampleExchange } from "../../testing/runs/sample-run.ts";
import { type Labels, toldToAllure } from "./evidence.ts";

const ended = Date.parse("2026-01-01T00:00:01.000Z");

/** What Allure is told of a test besides its attachments. */
function metadataOf(labels: Labels) {
  const [first] = toldToAllure(labels, [], undefined, ended);
  if (first?.type !== "metadata") throw new Error("no metadata");
  return first.data;
}

/** The attachments of a test: their names and texts. */
function attachedTo(labels: Labels, evidence: readonly Exchange[], steps?: string) {
  return toldToAllure(labels, evidence, steps, ended).flatMap((message) =>
    message.type === "attachment_content" ? [[message.data.name, message.data.content]] : [],
  );
}

const check = {
  id: "SCIM20-7644-3.6-01",
  area: "delete",
  level: "SHALL",
  source: "RFC 7644 §3.6",
  verdict: "fail",
  message: "status: expected 204, saw 200",
  testCase: "delete",
} as const;

const exchange = sampleExchange("2.0/1", {});

test("a test states what the standard demands, and links to the section", () => {
  const demand = "A service provider SHALL return 204 No Content for a successful DELETE.";
  const url = "https://www.rfc-editor.org/rfc/rfc7644#section-3.6";
  const { links, description } = metadataOf({ ...check, demand, url });
  expect(links).toEqual([{ url, name: "RFC 7644 §3.6" }]);
  expect(description).toBe(
    [
      demand,
      "**SCIM20-7644-3.6-01** – SHALL – RFC 7644 §3.6",
      "**fail**: status: expected 204, saw 200",
    ].join("\n\n"),
  );
});

test("a deviation links to the fact in the report, and to its public sources", () => {
  const url = "https://www.rfc-editor.org/rfc/rfc7644#section-3.6";
  const message = "status: expected 404, saw 200 (FACT-DELETE-11, DOC)";
  const { links, description } = metadataOf({ ...check, url, verdict: "deviation", message });
  expect(links).toContainEqual({ url, name: "RFC 7644 §3.6" });
  expect(links).toContainEqual({
    url: "https://docs.slack.dev/reference/scim-api",
    name: "FACT-DELETE-11: Slack's SCIM API reference, tabs of version 1.1 and 2.0",
  });
  const link = "[FACT-DELETE-11](../facts/index.html#FACT-DELETE-11)";
  expect(description).toContain(`saw 200 \\(${link}, DOC\\)\n\n${link} (DOC): A deactivated`);
});

test("a test shows the facts that it rests on, also where the message cites none", () => {
  const { description } = metadataOf({ ...check, verdict: "pass", facts: ["FACT-GROUP-53"] });
  expect(description).toMatch(/FACT-GROUP-53\) \(OBS\): SCIM 2\.0: /);
});

test("a difference has no demand and no link", () => {
  const { links, description } = metadataOf(check);
  expect(links).toEqual([]);
  expect(description).toMatch(/^\*\*SCIM20-7644-3\.6-01\*\*/);
});

test("a test without a verdict has the code of the reason as a label", () => {
  const reason = { code: "read-only", text: "the run is read-only" } as const;
  const { labels } = metadataOf({ ...check, verdict: "skip", message: reason.text, reason });
  expect(labels).toContainEqual({ name: allureLabel.reason, value: "read-only" });
});

test("the version of a test is its environment, and tells it from the same test of the other one", () => {
  const version = { name: allureLabel.version, value: "2.0" };
  const { labels, parameters, testCaseId } = metadataOf({ ...check, version: "2.0" });
  expect(labels).toContainEqual(version);
  expect(parameters).toEqual([version]);
  expect(testCaseId).toBe("delete");
});

const numbered = (count: number): Exchange[] =>
  Array.from({ length: count }, (_, index) => ({ ...exchange, id: `2.0/${index + 1}` }));

test("a finding has its exchanges in full, and the steps to reproduce it", () => {
  expect(attachedTo(check, numbered(4), "the steps")).toEqual([
    ["4 exchanges", expect.stringContaining("GET https://scim.example/scim/v2/Users/U1\n")],
    ["Steps to reproduce", "the steps"],
  ]);
});

test("where a rule holds, each exchange that shows it is a step", () => {
  const held = { ...check, verdict: "pass" } as const;
  const [metadata, ...steps] = toldToAllure(held, numbered(4), undefined, ended);
  expect(metadata?.data).toMatchObject({
    description: expect.stringMatching(
      /\n\nIts exchanges are in exchanges\.jsonl, by their ids\.$/,
    ),
  });
  expect(steps).toHaveLength(8);
  const start = Date.parse(exchange.startedAt);
  expect(steps.slice(0, 2)).toEqual([
    { type: "step_start", data: { name: "2.0/1 GET /scim/v2/Users/U1 → 200", start } },
    { type: "step_stop", data: { stop: start + 1, status: "passed" } },
  ]);
  expect(attachedTo(held, [exchange])).toEqual([]);
  const [without] = toldToAllure(held, [], undefined, ended);
  expect(without?.data).not.toMatchObject({ description: expect.stringMatching("exchanges") });
});

test("a difference as documented has its exchanges in full, if they are few", () => {
  const seen = { ...check, verdict: "pass", level: differenceLevel } as const;
  expect(attachedTo(seen, [exchange])).toEqual([
    ["2.0/1 GET /scim/v2/Users/U1 → 200", expect.stringMatching(/^GET http/)],
  ]);
  expect(attachedTo(seen, numbered(4))).toEqual([]);
});

test("so many exchanges that they would fill the page are a list to open", () => {
  const held = { ...check, verdict: "pass" } as const;
  expect(attachedTo(held, numbered(41))).toEqual([
    ["41 exchanges", expect.stringMatching(/^2\.0\/1 GET \/scim\/v2\/Users\/U1 → 200\n/)],
  ]);
});

test("attachments belong to the time of the test", () => {
  expect(toldToAllure(check, [exchange], undefined, ended)[1]?.data).toMatchObject({
    wrapInStep: true,
    timestamp: ended,
  });
});
