import {
  MessageTestRuntime,
  setGlobalTestRuntime,
  type TestRuntime,
} from "allure-js-commons/sdk/runtime";
import { beforeEach, expect, test } from "vitest";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Exchange } from "../../schemas/index.ts";
import { attachReproduction, labelTest } from "./evidence.ts";
import { stepsToReproduce } from "./reproduction.ts";
import type { RunContext } from "./run-context.ts";

type Message = Parameters<MessageTestRuntime["sendMessage"]>[0];

/** Replaces Allure, and records what a test reports. */
class Allure extends MessageTestRuntime {
  readonly told: Message["data"][] = [];

  async sendMessage({ data }: Message): Promise<void> {
    this.told.push(data);
  }
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

let allure = new Allure();
beforeEach(() => {
  allure = new Allure();
  setGlobalTestRuntime(allure as TestRuntime);
});

test("a test states what the standard demands, and links to the section", async () => {
  const demand = "A service provider SHALL return 204 No Content for a successful DELETE.";
  const url = "https://www.rfc-editor.org/rfc/rfc7644#section-3.6";
  await labelTest({ ...check, demand, url });
  expect(allure.told).toContainEqual({ links: [{ url, name: "RFC 7644 §3.6" }] });
  expect(allure.told).toContainEqual({
    description: [
      demand,
      "**SCIM20-7644-3.6-01** – SHALL – RFC 7644 §3.6",
      "**fail**: status: expected 204, saw 200",
    ].join("\n\n"),
  });
});

test("a deviation links to the fact in the report, and to its public sources", async () => {
  const url = "https://www.rfc-editor.org/rfc/rfc7644#section-3.6";
  const message = "status: expected 404, saw 200 (FACT-DELETE-11, DOC)";
  await labelTest({ ...check, url, verdict: "deviation", message });
  expect(allure.told).toContainEqual({ links: [{ url, name: "RFC 7644 §3.6" }] });
  expect(allure.told).toContainEqual({
    links: [
      {
        url: "https://docs.slack.dev/reference/scim-api",
        name: "FACT-DELETE-11: Slack's SCIM API reference, tabs of version 1.1 and 2.0",
      },
    ],
  });
  const link = "[FACT-DELETE-11](../facts/index.html#FACT-DELETE-11)";
  expect(allure.told).toContainEqual({
    description: expect.stringContaining(
      `saw 200 \\(${link}, DOC\\)\n\n${link} (DOC): A deactivated`,
    ),
  });
});

test("a test shows the facts that it rests on, also where the message cites none", async () => {
  await labelTest({ ...check, verdict: "pass", facts: ["FACT-GROUP-53"] });
  expect(allure.told).toContainEqual({
    description: expect.stringMatching(/FACT-GROUP-53\) \(OBS\): SCIM 2\.0: /),
  });
});

test("a difference has no demand and no link", async () => {
  await labelTest(check);
  expect(allure.told.some((message) => "links" in message)).toBe(false);
  expect(allure.told).toContainEqual({
    description: expect.stringMatching(/^\*\*SCIM20-7644-3\.6-01\*\*/),
  });
});

test("a test without a verdict has the code of the reason as a label", async () => {
  const reason = { code: "read-only", text: "the run is read-only" } as const;
  await labelTest({ ...check, verdict: "skip", message: reason.text, reason });
  expect(allure.told).toContainEqual({
    labels: expect.arrayContaining([{ name: allureLabel.reason, value: "read-only" }]),
  });
});

test("the steps to reproduce are attached, with the exchanges that were recorded", async () => {
  const exchange: Exchange = {
    id: "2.0/1",
    version: "2.0",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    attempt: 1,
    request: { method: "GET", url: "http://127.0.0.1/scim/v2/Users", headers: {} },
  };
  const log = { get: (id: string) => (id === exchange.id ? exchange : undefined) };
  const config = { seed: 7, cases: 3, baseUrls: { "2.0": "http://127.0.0.1/scim/v2" } };
  const exchanges = [exchange.id, "2.0/2"];
  const run = { log, config } as unknown as RunContext;
  await attachReproduction(run, { requirement: check.id, exchanges });
  const attached = allure.told.flatMap((data) =>
    "content" in data ? [Buffer.from(String(data.content), "base64").toString("utf8")] : [],
  );
  expect(attached).toEqual([stepsToReproduce(run.config, check.id, [exchange])]);
});
