import { expect, test } from "vitest";
import { neutralOf } from "./neutral.ts";
import { neutralSides, sawOf } from "./saw.ts";

const neutral = neutralOf({
  ownNames: "scimct-abcde",
  runTag: "abcde",
  baseUrls: ["http://127.0.0.1:8080/scim/v2"],
  ids: ["U0123ABCD", "4711", "7"],
});

test.each([
  ["scimct-abcde21z@scim-conformance.example", "{name}@scim-conformance.example"],
  ["SCIMCT-ABCDE21Z", "{name}"],
  ["HTTP 404: user U0123ABCD", "HTTP 404: user {id}"],
  ["user 4711, not 47110", "user {id}, not 47110"],
  ["7", "{id}"],
  ["7 of them", "7 of them"],
  ["http://127.0.0.1:8080/scim/v2/Users/U0123ABCD", "{base}/Users/{id}"],
  ["https://proxy.example/a/scim/v2/Users", "{base}/Users"],
  ["at 2026-11-26T17:00:00.123Z, 2026-11-26", "at {time}, {date}"],
  ["Thu, 26 Nov 2026 17:00:00 GMT", "{time}"],
  ["2819c223-7f76-453a-919d-413861904646", "{id}"],
  ['W/"a330bc54f0671c9"', "{etag}"],
  ['"a330bc54f0671c9"', "{etag}"],
  ['active is "False", then "banana"', 'active is "False", then "banana"'],
  ["code UNSUPPORTED", "code UNSUPPORTED"],
  ["number abcde20001", "number {unique}"],
  ["title is missing", "title is missing"],
])("%s is the same on another night", (text, expected) => {
  expect(neutral(text)).toBe(expected);
  expect(neutral(expected)).toBe(expected);
});

test("only what is not as expected was seen, with sorted keys", () => {
  const rule = {
    clause: clauseOf(),
    standard: { user: 201, group: 201, body: { $type: "object" } },
  };
  const observation = { zeta: 1, user: 200, body: { b: "scimct-abcde1", a: [2, 1] }, group: 201 };
  const saw = (more: object) =>
    sawOf({ observation: { ...observation, ...more } }, rule, "slack", neutral);
  expect(saw({})).toBe('{"user":200}');
  expect(saw({ group: 404 })).toBe('{"group":404,"user":200}');
  expect(saw({ body: null })).toBe('{"body":null,"user":200}');
  const { body: _, ...without } = observation;
  expect(sawOf({ observation: without }, rule, "slack", neutral)).toBe(
    '{"body":{"$absent":true},"user":200}',
  );
});

test("the counterexample of a property is left out", () => {
  const rule = { clause: clauseOf(), standard: { counterexample: { $absent: true as const } } };
  const found = { counterexample: { value: "x", due: 1, came: 2 } };
  expect(sawOf({ observation: found }, rule, "slack", neutral)).toBe("{}");
});

test("differences keep what they say, without generated values", () => {
  const sides = (id: string, v1: string) => neutralSides({ id, v1, v2: "documented" }, neutral);
  expect(sides("DIFF-URL-01", 'seen: {"b":"U0123ABCD","a":1}')).toEqual({
    ...{ v1: 'seen: {"a":1,"b":"{id}"}', v2: "documented" },
  });
  expect(sides("DIFF-GEN-02", 'seen: {"title":"x after y"} after [{"kind":"createUser"}]').v1).toBe(
    "seen: title after generated steps",
  );
  expect(sides("DIFF-GEN-02", "seen: title after generated steps").v1).toBe(
    "seen: title after generated steps",
  );
});

function clauseOf() {
  return { id: "SCIM20-1", level: "MUST", source: "s" } as const;
}
