import { expect, test } from "vitest";
import { requirements } from "../../catalogue.ts";
import { clientError, type Json } from "../../expectation.ts";
import { differences } from "../catalogue.ts";
import { explanations } from "./explained.ts";
import { normalise } from "./normalise.ts";
import { ruleOf, type Sighting } from "./sighting.ts";
import { undocumentedDifferences } from "./undocumented.ts";

const names = "scimct-abcde";

/** What both versions saw of one requirement. */
function both(v1: Partial<Sighting>, v2: Partial<Sighting>): Sighting[] {
  const common = {
    title: "A rule",
    requirement: "SCIM11-1+SCIM20-1",
    requirements: ["SCIM11-1", "SCIM20-1"],
    area: "users" as const,
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
  const found = undocumentedDifferences(
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
      topic: "rules of both versions",
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
  const seen = undocumentedDifferences(
    both(
      { seen: { status: 204 }, expected: { status: 204 } },
      { seen: { status: 200 }, expected: { status: 200 } },
    ),
    names,
  );
  expect(seen).toEqual([]);
});

/** A fact of a requirement that each version shows in its own way. */
const inOneFact = (requirement: string, fact: string, v1: Json, v2: Json) =>
  undocumentedDifferences(
    both({ requirement, seen: { [fact]: v1 } }, { requirement, seen: { [fact]: v2 } }),
    names,
  );

test("a fact that a known difference explains is no finding, and the opposite of it is one", () => {
  expect(inOneFact("SLACK-DELETE-05", "second", 200, 204)).toEqual([]);
  expect(inOneFact("SLACK-DELETE-05", "second", 204, 200)).toHaveLength(1);
});

test.each(requirements.filter(({ area }) => area === "delete" || area === "users").map(ruleOf))(
  "a change of the status from 200 to 204 is a finding where no explanation names it: %s",
  (requirement) => {
    const explained = ["SLACK-DELETE-05", "SCIM11-API-3.4-03+SCIM20-7644-3.6-02"];
    for (const fact of ["status", "second", "third", "userDelete"]) {
      const isNamed = explanations.some(({ facts }) => facts[requirement]?.includes(fact));
      expect(isNamed && !explained.includes(requirement)).toBe(false);
      expect(inOneFact(requirement, fact, 200, 204)).toHaveLength(isNamed ? 0 : 1);
    }
  },
);

test("an explanation names requirements of both versions, and a known difference", () => {
  const known = new Set(requirements.map(ruleOf));
  for (const { facts, difference, because } of explanations) {
    expect(Object.keys(facts).filter((requirement) => !known.has(requirement))).toEqual([]);
    if (difference !== undefined) expect(differences.map(({ id }) => id)).toContain(difference);
    expect(because).toMatch(/\w/);
  }
});

test("two counterexamples of one property are no difference, one alone is", () => {
  const found = (value: Json) => ({ seen: { counterexample: { value } } });
  expect(undocumentedDifferences(both(found("a"), found("b")), names)).toEqual([]);
  expect(undocumentedDifferences(both({}, found("b")), names)).toHaveLength(1);
});

test("a requirement that one version alone was tested for is not compared", () => {
  const [v1] = both({ seen: { status: 1 } }, {});
  expect(undocumentedDifferences(v1 ? [v1] : [], names)).toEqual([]);
});

test("a fact that one version did not observe is not compared", () => {
  const notObserved = { group: "the provider has no groups" };
  const omitted = both({ seen: { user: 201, group: 201 } }, { seen: { user: 201 }, notObserved });
  expect(undocumentedDifferences(omitted, names)).toEqual([]);
  const forgotten = both({ seen: { user: 201, group: 201 } }, { seen: { user: 201 } });
  expect(undocumentedDifferences(forgotten, names)).toHaveLength(1);
  const other = both({ seen: { user: 201, group: 201 } }, { seen: { user: 200 }, notObserved });
  expect(undocumentedDifferences(other, names)).toMatchObject([{ v1: 'seen: {"user":201}' }]);
});
