import { describe, expect, test } from "vitest";
import type { Version } from "../../schemas/version.ts";
import { oneOf } from "../expectation.ts";
import { type ProbedDifference, sameInBoth } from "./difference.ts";
import { lesson } from "./lesson.ts";
import { oneUser } from "./lesson-steps.ts";
import type { ProbeResult } from "./probe-result.ts";
import { differenceResults } from "./results.ts";

const entry = {
  id: "DIFF-X-01",
  facts: [],
  area: "users",
  topic: "x",
  title: "x",
  kind: "documented",
  impact: "silent",
  v1: "does a",
  v2: "does b",
  source: "test",
  clientMustChange: "something",
  lesson: lesson("Nothing is lost.", oneUser),
  safety: "read",
  expect: { "1.1": { x: "a" }, "2.0": { x: "b" } },
  observe: async () => ({}),
} as const satisfies ProbedDifference;
const saw = (version: Version, x: string, mismatches: string[] = []): ProbeResult => ({
  id: entry.id,
  version,
  observation: { x },
  mismatches,
  exchanges: [`${version}/1`],
});
const one = (...results: ProbeResult[]) => differenceResults([entry], results)[0];

test("both versions do what the catalogue says", () => {
  expect(one(saw("1.1", "a"), saw("2.0", "b"))).toMatchObject({
    status: "as-documented",
    v1: "does a",
    v2: "does b",
    exchanges: ["1.1/1", "2.0/1"],
  });
});

test("one version does something else: its text is replaced by what was seen", () => {
  expect(one(saw("1.1", "a"), saw("2.0", "c", ["x: expected b, saw c"]))).toMatchObject({
    status: "otherwise",
    v1: "does a",
    v2: 'seen: {"x":"c"}',
  });
});

test("both versions do the same: the difference is not seen", () => {
  expect(one(saw("1.1", "b", ["…"]), saw("2.0", "b"))?.status).toBe("not-seen");
});

test("a version that was not observed leaves the entry not probed, with the reason", () => {
  expect(one(saw("1.1", "a"))).toMatchObject({
    status: "not-probed",
    note: "version 2.0 was not tested",
  });
  expect(
    one(saw("1.1", "a"), {
      id: entry.id,
      version: "2.0",
      mismatches: [],
      notProbed: { code: "blocked-by", text: "no user" },
      exchanges: [],
    }),
  ).toMatchObject({ status: "not-probed", note: "2.0: no user" });
});

describe("an entry where Slack shows the same in both versions", () => {
  const control: ProbedDifference = { ...entry, ...sameInBoth({ x: oneOf("a", "b") }) };
  const judged = (...results: ProbeResult[]) => differenceResults([control], results)[0];

  test("both did the same, as expected", () => {
    expect(judged(saw("1.1", "a"), saw("2.0", "a"))).toMatchObject({
      status: "as-documented",
      same: true,
      note: "both versions showed the same",
    });
  });

  test("each did something that is allowed, but not the same", () => {
    expect(judged(saw("1.1", "a"), saw("2.0", "b"))).toMatchObject({
      status: "otherwise",
      v1: 'seen: {"x":"a"}',
      v2: 'seen: {"x":"b"}',
    });
  });

  test("both did the same, but not what is expected", () => {
    const wrong = ["x: expected a or b, saw c"];
    expect(judged(saw("1.1", "c", wrong), saw("2.0", "c", wrong))?.status).toBe("otherwise");
  });
});

test("an undefined member of an observation is absent: both versions showed the same", () => {
  const control: ProbedDifference = { ...entry, ...sameInBoth({ x: "a" }) };
  const first: ProbeResult = { ...saw("1.1", "a"), observation: { x: "a", more: undefined } };
  expect(differenceResults([control], [first, saw("2.0", "a")])[0]).toMatchObject({
    status: "as-documented",
    note: "both versions showed the same",
  });
});

test("a guess that tolerates both readings makes no finding", () => {
  const guess: ProbedDifference = {
    ...entry,
    expect: { "1.1": { x: "a" }, "2.0": { x: oneOf("a", "b") } },
  };
  const statuses = ["a", "b"].map(
    (x) => differenceResults([guess], [saw("1.1", "a"), saw("2.0", x)])[0],
  );
  expect(statuses.map((result) => result?.status)).toEqual(["as-documented", "as-documented"]);
});

test("an entry without a probe says why", () => {
  const { expect: _, safety: __, observe: ___, ...text } = entry;
  expect(differenceResults([{ ...text, notProbed: "no probe can" }], [])[0]).toMatchObject({
    status: "not-probed",
    note: "no probe can",
    v1: "does a",
  });
});

test("the captions of both versions are kept, where a probe gave any", () => {
  const captioned = { ...saw("2.0", "b"), captions: { "2.0/1": "reads the user back: no effect" } };
  expect(one(saw("1.1", "a"), captioned)?.captions).toEqual(captioned.captions);
  expect(one(saw("1.1", "a"), saw("2.0", "b"))).not.toHaveProperty("captions");
});
