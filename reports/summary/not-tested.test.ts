import { expect, test } from "vitest";
import type { CheckResult, ReasonCode } from "../../schemas/index.ts";
import { notTested } from "./not-tested.ts";

const check = (
  verdict: CheckResult["verdict"],
  code?: ReasonCode,
  feature?: string,
): CheckResult => ({
  id: "SCIM20-1",
  title: "x",
  area: "users",
  version: "2.0",
  level: "MUST",
  source: "x",
  verdict,
  ...(code === undefined
    ? {}
    : { reason: { code, text: "x", ...(feature === undefined ? {} : { feature }) } }),
  exchanges: [],
  durationMs: 1,
});

test("reasons are in plain words, the largest group first, with what is not offered by name", () => {
  expect(
    notTested([
      check("pass"),
      check("warn", "not-known"),
      check("skip", "blocked-by"),
      check("skip", "not-offered", "sort"),
      check("skip", "not-offered", "bulk"),
      check("skip", "optional"),
      check("skip", "read-only"),
      check("skip", "read-only"),
    ]),
  ).toEqual([
    { count: 3, text: expect.stringMatching(/does not offer \(bulk, sort\)$/) },
    { count: 2, text: expect.stringContaining("read-only") },
    { count: 1, text: expect.stringContaining("had failed") },
  ]);
});

test("trouble of the target and of this tool are told apart", () => {
  const texts = (code: ReasonCode) => notTested([check("error", code)]).map(({ text }) => text);
  expect(texts("rate-limited")).toEqual([expect.stringContaining("429")]);
  expect(texts("server-error")).toEqual([expect.stringContaining("5xx")]);
  expect(texts("internal")).toEqual([expect.stringContaining("this tool failed")]);
});

test("every check without a verdict is counted, also where version 0.1.0 wrote no reason", () => {
  const checks = [check("skip", "not-applicable"), check("error"), check("skip")];
  expect(notTested(checks).map(({ count }) => count)).toEqual([2, 1]);
});
