import { expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { notTested } from "./not-tested.ts";

const check = (verdict: CheckResult["verdict"], message?: string): CheckResult => ({
  id: "SCIM20-1",
  title: "x",
  area: "x",
  version: "2.0",
  level: "MUST",
  source: "x",
  verdict,
  ...(message === undefined ? {} : { message }),
  exchanges: [],
  durationMs: 1,
});

test("reasons are in plain words, the largest group first, with what is not offered by name", () => {
  expect(
    notTested([
      check("pass"),
      check("skip", "blocked: creating a user answered HTTP 500"),
      check("skip", "not offered: the provider does not support sort"),
      check("skip", "not offered: the provider does not support bulk"),
      check("skip", "optional, and not offered: x: expected 1, saw 2"),
      check("skip", "read-only run: this check writes (--allow-writes)"),
      check("skip", "read-only: nothing may be created"),
    ]),
  ).toEqual([
    { count: 3, text: expect.stringMatching(/does not offer \(bulk, sort\)$/) },
    { count: 2, text: expect.stringContaining("only allowed to read") },
    { count: 1, text: expect.stringContaining("had failed before") },
  ]);
});

test("every check without a verdict is counted, whatever its reason", () => {
  const checks = [check("skip", "no resource has x509Certificates"), check("error", "broke")];
  const counts = notTested(checks).map(({ count }) => count);
  expect(counts).toEqual([1, 1]);
});
