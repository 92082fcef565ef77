import { describe, expect, test } from "vitest";
import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../catalogue.ts";
import { isMust } from "../requirement.ts";
import { coverageOf } from "./coverage.ts";
import { sourceOf } from "./source.ts";
import type { Statement } from "./statement.ts";
import { scim11, scim20 } from "./statements.ts";
import { untested } from "./untested.ts";

const statements = [...scim11, ...scim20];
const clauses = requirements
  .flatMap(({ versions }) => Object.values(versions))
  .filter(({ id }) => !id.startsWith("SLACK-"));
const covered = new Set(clauses.map(({ id }) => id));

test("a statement has a requirement or a reason why not, and never both", () => {
  const has = ([id]: Statement) => Number(covered.has(id)) + Number(id in untested);
  expect(statements.filter((statement) => has(statement) !== 1)).toEqual([]);
});

test("nothing but statements has a requirement or a reason", () => {
  const known = new Set(statements.map(([id]) => id));
  expect(known.size).toBe(statements.length);
  expect([...covered, ...Object.keys(untested)].filter((id) => !known.has(id))).toEqual([]);
});

test("a demand is a sentence or two, with the keyword of its level, or with none for a fact", () => {
  const keywords = /\b(MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/g;
  const wrong = statements.filter(([, level, demand]) => {
    const used = new Set(demand.match(keywords));
    const expected = level.endsWith("*") ? [] : [level.replace(" NOT", "")];
    const isSentence = /^[A-Z].*[^.]\.$/.test(demand);
    return !isSentence || [...used].join() !== expected.join();
  });
  expect(wrong).toEqual([]);
});

test("no demand is that of another statement of its text", () => {
  for (const all of [scim11, scim20]) {
    const demands = all.map((statement) => `${sourceOf(statement).source}: ${statement[2]}`);
    expect(new Set(demands).size).toBe(demands.length);
  }
});

test.each([
  ["1.1", scim11],
  ["2.0", scim20],
] as const)(
  "version %s: 95 %% of the required and 85 %% of all statements are covered",
  (_version, all) => {
    const share = (some: readonly Statement[]) =>
      some.filter(([id]) => covered.has(id)).length / some.length;
    expect(share(all.filter(([, level]) => isMust(level)))).toBeGreaterThanOrEqual(0.95);
    expect(share(all)).toBeGreaterThanOrEqual(0.85);
  },
);

describe("the coverage of a statement", () => {
  const [tested] = clauses.filter(({ id }) => id.startsWith("SCIM20-"));
  const id = tested?.id ?? "";
  const check = (
    verdict: CheckResult["verdict"],
    more: Partial<CheckResult> = {},
  ): CheckResult => ({
    id,
    title: "",
    area: "users",
    version: "2.0",
    level: "MUST",
    source: "",
    verdict,
    exchanges: [],
    durationMs: 1,
    ...more,
  });
  const stateOf = (...checks: CheckResult[]) =>
    coverageOf(checks, ["2.0"]).filter((statement) => statement.id === id);

  test.each(["pass", "fail", "warn", "deviation"] as const)("%s: tested", (verdict) => {
    expect(stateOf(check(verdict, { message: "x" }))).toMatchObject([{ state: "tested", verdict }]);
    expect(stateOf(check(verdict, { message: "x" }))[0]).not.toHaveProperty("reason");
  });

  test.each(["skip", "error"] as const)("%s: not tested, with the reason", (verdict) => {
    expect(stateOf(check(verdict, { message: "HTTP 503" }))).toMatchObject([
      { state: "not-tested", verdict, reason: "HTTP 503" },
    ]);
    expect(stateOf(check(verdict))[0]).not.toHaveProperty("reason");
  });

  test("without a check in that version: not selected", () => {
    const expected = [{ state: "not-tested", reason: "not chosen for this run" }];
    expect(stateOf()).toMatchObject(expected);
    expect(stateOf(check("pass", { version: "1.1" }))).toMatchObject(expected);
  });

  test("a statement that no check can test says so, even if one claims it", () => {
    const [[never = "", reason] = []] = Object.entries(untested).filter(([one]) =>
      one.startsWith("SCIM20-"),
    );
    const all = coverageOf([check("pass", { id: never })], ["2.0"]);
    expect(all.find((one) => one.id === never)).toMatchObject({ state: "untestable", reason });
  });

  test("every statement of the tested versions is listed once, with Slack's own facts", () => {
    const both = coverageOf([], ["2.0", "1.1"]);
    const slack = (version: string) =>
      both.filter((one) => one.version === version && one.id.startsWith("SLACK-"));
    expect(both.filter(({ version }) => version === "1.1")).toHaveLength(
      scim11.length + slack("1.1").length,
    );
    expect(coverageOf([], ["2.0"])).toHaveLength(scim20.length + slack("2.0").length);
    expect(slack("2.0").length).toBeGreaterThan(10);
    expect(slack("1.1")[0]).toMatchObject({ section: "Facts about Slack" });
    expect(both[0]).toMatchObject({ version: "1.1", id: scim11[0]?.[0], level: scim11[0]?.[1] });
    expect(coverageOf([], [])).toEqual([]);
  });
});
