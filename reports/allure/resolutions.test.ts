import { expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { sampleDifference, sampleResults } from "../../testing/runs/sample-run.ts";
import { resolveKnown } from "./resolutions.ts";

type Store = Parameters<typeof resolveKnown>[0];

const check = (id: string, known?: CheckResult["known"]): CheckResult => ({
  ...{ id, title: "t", area: "users", version: "2.0", level: "MUST", source: "s", verdict: "fail" },
  ...{ exchanges: [], durationMs: 1, ...(known ? { known } : {}) },
});

const failed = (requirement: string, level: string, version = "2.0") => ({
  status: "failed",
  labels: Object.entries({ requirement, level, version }).map(([name, value]) => ({ name, value })),
});

test("Allure shows what is accepted, and mutes what no one has explained", async () => {
  const results = sampleResults(
    [sampleDifference({ status: "otherwise", known: { status: "accepted", reason: "agreed" } })],
    {
      checks: [
        check("SLACK-A-01", {
          ...{ status: "accepted", reason: "ticket 7", owner: "identity", expires: "2027-02-01" },
        }),
        check("SLACK-B-01", { status: "new", reason: "" }),
        check("SLACK-C-01"),
      ],
    },
  );
  const tests = [
    failed("SLACK-A-01", "MUST"),
    failed("SLACK-A-01", "MUST", "1.1"),
    failed("SLACK-B-01", "MUST"),
    failed("SLACK-C-01", "MUST"),
    failed("DIFF-URL-01", "difference"),
  ];
  const store = { allTestResults: async () => tests } as unknown as Store;
  await resolveKnown(store, results);
  expect(
    tests.map((one) => [Reflect.get(one, "resolution"), Reflect.get(one, "resolutionComment")]),
  ).toEqual([
    ["accepted", "ticket 7 · owner: identity · last day: 2027-02-01"],
    [undefined, undefined],
    ["muted", "not explained yet"],
    [undefined, undefined],
    ["accepted", "agreed"],
  ]);
});
