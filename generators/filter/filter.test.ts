import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Filter, type NeutralUser, violations } from "../../schemas/index.ts";
import {
  evaluate,
  filterArbitrary,
  filterMutations,
  filterOperators,
  filterStyleArbitrary,
  malformedFilterArbitrary,
  print,
} from "../index.ts";
import { describeObligations } from "../obligations.ts";
import { brokenFilterRule } from "./grammar.ts";

const population: NeutralUser[] = [
  { userName: "ada", emails: [{ value: "ada@b.example", primary: true }] },
  { userName: "bob", emails: [{ value: "bob@b.example" }, { value: "b@c.example" }] },
  { userName: "cy", title: 'the "best"', active: false, guest: { type: "multi" } },
];
const attributes = ["userName", "email", "title", "active", "restricted"];
const known = [...attributes, "emails", "value", "primary", "displayName"];

function parts(filter: Filter): Filter[] {
  switch (filter.op) {
    case "and":
    case "or":
      return [filter, ...parts(filter.left), ...parts(filter.right)];
    case "not":
    case "valuePath":
      return [filter, ...parts(filter.filter)];
    default:
      return [filter];
  }
}

describe.each(["1.1", "2.0"] as const)("filterArbitrary for %s", (version) => {
  const operators = filterOperators[version];
  const arbitrary = () => filterArbitrary({ population, operators, attributes });
  describeObligations("obligations", {
    arbitrary,
    violations: (filter) => [
      ...violations("suite/filter", filter),
      ...parts(filter).filter(({ op }) => !operators.includes(op)),
      ...[brokenFilterRule(print(filter, version), version, known) ?? []].flat(),
    ],
    minimal: 1,
    minimalPart: (filter) => parts(filter).filter(({ op }) => op !== "valuePath").length,
    classes: {
      ...Object.fromEntries(
        operators.map((operator) => [
          `the operator ${operator}`,
          (filter: Filter) => parts(filter).some(({ op }) => op === operator),
        ]),
      ),
      "a filter that selects a resource": (filter) =>
        population.some((user) => evaluate(filter, user)),
      "a filter that selects nothing": (filter) =>
        !population.some((user) => evaluate(filter, user)),
      "a value in another letter case": (filter) => /[A-Z]{2}/.test(JSON.stringify(filter)),
      "an and inside an or": (filter) =>
        filter.op === "or" && [filter.left.op, filter.right.op].includes("and"),
    },
  });

  test("every style conforms to the grammar", () => {
    const cases = fc.tuple(arbitrary(), filterStyleArbitrary());
    fc.assert(
      fc.property(cases, ([filter, style]) => {
        const text = print(filter, version, style);
        expect(brokenFilterRule(text, version, known)).toBeUndefined();
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test("every malformed filter breaks the rule that it names", () => {
    const malformed = malformedFilterArbitrary({ version });
    fc.assert(
      fc.property(malformed, ({ text, breaks }) => {
        expect(brokenFilterRule(text, version, known)).toBe(breaks);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test("every named way to malform a filter occurs in 300 draws", () => {
    const names = fc.sample(malformedFilterArbitrary({ version }), { seed: 3, numRuns: 300 });
    const due = filterMutations.filter(({ versions }) => versions.includes(version));
    expect(new Set(names.map(({ name }) => name)).size).toBe(due.length);
  });
});

describeObligations("malformedFilterArbitrary", {
  arbitrary: () => malformedFilterArbitrary({ version: "1.1" }),
  violations: ({ text, due }) => (text === undefined || due.codes.length === 0 ? ["no code"] : []),
  minimal: filterMutations[0]?.name,
  minimalPart: ({ name }) => name,
});

describe("evaluate", () => {
  const ids = (filter: Filter) =>
    population.filter((user) => evaluate(filter, user)).map(({ userName }) => userName);
  const is = (op: "eq" | "ne" | "co" | "sw" | "ew", attribute: string, value: string) =>
    ({ op, attribute, value }) as const;

  test.each<[string, Filter, string[]]>([
    ["eq in another letter case", is("eq", "USERNAME", "ADA"), ["ada"]],
    ["ne, which an unset attribute satisfies", is("ne", "title", "x"), ["ada", "bob", "cy"]],
    ["co in any of several values", is("co", "email", "C.Example"), ["bob"]],
    ["sw with the whole value", is("sw", "userName", "ada"), ["ada"]],
    ["ew", is("ew", "userName", "B"), ["bob"]],
    ["pr of a string", { op: "pr", attribute: "title" }, ["cy"]],
    ["pr of a flag that is false", { op: "pr", attribute: "active" }, ["cy"]],
    ["pr of a list", { op: "pr", attribute: "emails" }, ["ada", "bob"]],
    ["pr of a complex attribute", { op: "pr", attribute: "guest" }, ["cy"]],
    ["gt in lexicographic order", { op: "gt", attribute: "userName", value: "Bob" }, ["cy"]],
    ["ge at the bound", { op: "ge", attribute: "userName", value: "BOB" }, ["bob", "cy"]],
    ["lt", { op: "lt", attribute: "userName", value: "bob" }, ["ada"]],
    ["le at the bound", { op: "le", attribute: "userName", value: "bob" }, ["ada", "bob"]],
    ["a flag as a string", is("eq", "restricted", "1"), ["cy"]],
    ["a flag as a number", { op: "eq", attribute: "restricted", value: 1 }, ["cy"]],
    [
      "null, which an unset attribute equals",
      { op: "eq", attribute: "title", value: null },
      ["ada", "bob"],
    ],
    ["not", { op: "not", filter: is("eq", "userName", "ada") }, ["bob", "cy"]],
    [
      "a value path, where one value has to satisfy all",
      {
        op: "valuePath",
        attribute: "emails",
        filter: {
          op: "and",
          left: is("co", "value", "ada"),
          right: { op: "eq", attribute: "primary", value: true },
        },
      },
      ["ada"],
    ],
    [
      "a value without primary, which counts as not primary",
      {
        op: "valuePath",
        attribute: "emails",
        filter: { op: "eq", attribute: "primary", value: false },
      },
      ["bob"],
    ],
  ])("%s", (_, filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  test("date-times with different offsets are compared by their point in time", () => {
    const guest = { guest: { expiration: "2040-01-01T01:00:00+01:00" } };
    const filter = (op: "eq" | "gt", value: string): Filter => ({
      op,
      attribute: "guest.expiration",
      value,
    });
    expect(evaluate(filter("eq", "2040-01-01T00:00:00Z"), guest)).toBe(true);
    expect(evaluate(filter("gt", "2039-12-31T23:30:00-0100"), guest)).toBe(false);
  });

  test("ids are case-sensitive", () => {
    const filter: Filter = { op: "eq", attribute: "id", value: "w1" };
    expect(evaluate(filter, { id: "W1" })).toBe(false);
  });

  test("groups have a displayName and members", () => {
    const group = { displayName: "Engine room", members: [{ value: "U1" }] };
    expect(evaluate({ op: "sw", attribute: "displayname", value: "engine" }, group)).toBe(true);
    expect(evaluate({ op: "eq", attribute: "members", value: "U1" }, group)).toBe(true);
    expect(evaluate({ op: "eq", attribute: "members", value: "u1" }, group)).toBe(false);
  });
});

test("operators without a junction are drawn as single comparisons", () => {
  const lone = fc.sample(filterArbitrary({ population, operators: ["eq"] }), { seed: 1 });
  expect(new Set(lone.map(({ op }) => op))).toEqual(new Set(["eq"]));
});

test("operators that apply to no attribute are rejected at once", () => {
  expect(() => filterArbitrary({ population, operators: ["and"] })).toThrow(
    "none of and applies to userName, email",
  );
});
