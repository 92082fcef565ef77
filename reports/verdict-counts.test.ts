import { expect, test } from "vitest";
import { countVerdicts } from "./verdict-counts.ts";

test("what is not known of Slack is counted apart from warnings, and nothing is left out", () => {
  const reason = { code: "not-known", text: "assumed" } as const;
  const checks = [
    { verdict: "pass" },
    { verdict: "warn" },
    { verdict: "warn", reason },
    { verdict: "warn", reason },
    { verdict: "skip", reason: { code: "optional", text: "x" } },
  ] as const;
  expect(countVerdicts(checks)).toEqual({
    ...{ pass: 1, fail: 0, warn: 1, deviation: 0, skip: 1, error: 0 },
    "not-known": 2,
  });
});
