import { expect, test } from "vitest";
import { clientError, type Json } from "../expectation.ts";
import { normalise } from "./normalise.ts";
import { type Observed, observedDifferences } from "./observations.ts";

const names = "scimct-abcde";

/** What both versions saw of one requirement. */
function both(v1: Partial<Observed>, v2: Partial<Observed>): Observed[] {
  const common = {
    title: "A rule",
    requirement: "SCIM11-1+SCIM20-1",
    requirements: ["SCIM11-1", "SCIM20-1"],
    area: "users",
    expected: {},
    seen: {},
  };
  return [
    { ...common, version: "1.1", exchanges: ["1.1/7"], ...v1 },
    { ...common, version: "2.0", exchanges: ["2.0/9"], ...v2 },
  ];
}

test.each<[string, Json, Json]>([
  [
    "a location",
    "https://api.slack.com/scim/v1/Users/W01AB2CD3EF",
    "https://api.slack.com/scim/v2/Users/W01AB2CD3EG",
  ],
  ["a schema URN", ["urn:scim:schemas:core:1.0"], ["urn:ietf:params:scim:schemas:core:2.0:User"]],
  ["a date-time", "2024-04-10T00:00:00+0000", "2024-04-10T00:00:01Z"],
  ["an id", { value: "W01AB2CD3EF" }, { value: "U0107TELUM7" }],
  ["a name that the run gave", "scimct-abcde112@x.example", "scimct-abcde23@x.example"],
  ["what is not set", { title: null, roles: [], name: { givenName: "" } }, {}],
])("%s says the same in both versions", (_, one, other) => {
  expect(normalise(one, names)).toEqual(normalise(other, names));
});

test.each<[string, Json, Json]>([
  ["another resource", "https://x.example/scim/v1/Users", "https://x.example/scim/v2/Groups"],
  ["a value where there was none", { title: "Analyst" }, {}],
  ["another type", 200, "200"],
  ["false, which is a value", { active: false }, {}],
  ["another order", ["a", "b"], ["b", "a"]],
  ["fewer items", [null, "a"], ["a"]],
  ["a domain behind the name", "scimct-abcde11@x.example", "scimct-abcde21@y.example"],
])("%s stays a difference", (_, one, other) => {
  expect(normalise(one, names)).not.toEqual(normalise(other, names));
});

test("a difference that nothing explains becomes an entry with the evidence of both", () => {
  const found = observedDifferences(
    both(
      { seen: { status: 409, code: "email_taken" }, expected: { status: clientError } },
      { seen: { status: 400, code: "email_taken" }, expected: { status: clientError } },
    ),
    names,
  );
  expect(found).toEqual([
    {
      requirements: ["SCIM11-1", "SCIM20-1"],
      id: "DIFF-OBS-SCIM11-1+SCIM20-1",
      title: "A rule",
      area: "users",
      impact: "silent",
      kind: "undocumented",
      status: "otherwise",
      v1: 'seen: {"status":409}',
      v2: 'seen: {"status":400}',
      exchanges: ["1.1/7", "2.0/9"],
    },
  ]);
});

test("what the versions are expected to do differently is no finding", () => {
  const seen = observedDifferences(
    both(
      { seen: { status: 204 }, expected: { status: 204 } },
      { seen: { status: 200 }, expected: { status: 200 } },
    ),
    names,
  );
  expect(seen).toEqual([]);
});

test("what the catalogue explains is no finding, and the opposite of it is one", () => {
  const group = { area: "patch" };
  const as = (status: number) => ({ ...group, seen: { status } });
  expect(observedDifferences(both(as(204), as(200)), names)).toEqual([]);
  expect(observedDifferences(both(as(200), as(204)), names)).toHaveLength(1);
});

test("two counterexamples of one property are no difference, one alone is", () => {
  const found = (value: Json) => ({ seen: { counterexample: { value } } });
  expect(observedDifferences(both(found("a"), found("b")), names)).toEqual([]);
  expect(observedDifferences(both({}, found("b")), names)).toHaveLength(1);
});

test("a requirement that one version alone was tested for is not compared", () => {
  const [v1] = both({ seen: { status: 1 } }, {});
  expect(observedDifferences(v1 ? [v1] : [], names)).toEqual([]);
});
