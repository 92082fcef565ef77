import { expect, test } from "vitest";
import {
  absent,
  brokenFacts,
  clientError,
  type Expectation,
  equal,
  type Json,
  matches,
  mismatches,
  type Observation,
  oneOf,
  success,
} from "./expectation.ts";

test.each<[string, Expectation, Observation, boolean]>([
  ["an equal value", { a: 1 }, { a: 1, b: 2 }, true],
  ["another value", { a: 1 }, { a: 2 }, false],
  ["a value of another type", { a: 1 }, { a: "1" }, false],
  ["objects whatever the order of members", { a: { x: 1, y: [1] } }, { a: { y: [1], x: 1 } }, true],
  ["lists only in their order", { a: [1, 2] }, { a: [2, 1] }, false],
  ["an object with a member more", { a: {} }, { a: { x: 1 } }, false],
  ["an object with a member more than another", { a: { x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ["an object that lacks a member", { a: { x: 1, y: 2 } }, { a: { x: 1 } }, false],
  ["an object that lacks all members", { a: { x: 1 } }, { a: {} }, false],
  ["an object with one member otherwise", { a: { x: 1, y: 2 } }, { a: { x: 1, y: 3 } }, false],
  ["an object with a member of another name", { a: { x: 1 } }, { a: { y: 1 } }, false],
  ["equal lists", { a: [1, { x: [] }] }, { a: [1, { x: [] }] }, true],
  ["a list with an item more", { a: [1] }, { a: [1, 2] }, false],
  ["a list that lacks an item", { a: [1, 2] }, { a: [1] }, false],
  ["a list for an object", { a: {} }, { a: [] }, false],
  ["an object for a list", { a: [1] }, { a: { 0: 1 } }, false],
  ["an empty list", { a: [] }, { a: [] }, true],
  ["null for an object", { a: { x: 1 } }, { a: null }, false],
  ["an object for null", { a: null }, { a: { x: 1 } }, false],
  ["a text for a list of its letters", { a: ["x"] }, { a: "x" }, false],
  ["a list of letters for their text", { a: "x" }, { a: ["x"] }, false],
  ["a reference is a value", { a: { $ref: "/Users/U1" } }, { a: { $ref: "/Users/U1" } }, true],
  ["another reference", { a: { $ref: "/Users/U1" } }, { a: { $ref: "/Users/U2" } }, false],
  ["one member, which is no matcher", { a: { type: "string" } }, { a: "x" }, false],
  [
    "two members are a value, whatever they are called",
    { a: { $type: "string", $not: 1 } },
    { a: "x" },
    false,
  ],
  ["nothing where a value is expected", { a: null }, {}, false],
  ["absence", { a: absent }, {}, true],
  ["null is not absence", { a: absent }, { a: null }, false],
  ["one of several", { a: oneOf(1, null) }, { a: null }, true],
  ["none of several", { a: oneOf(1, null) }, { a: 2 }, false],
  ["a matching text", { a: matches(/^U/) }, { a: "U1" }, true],
  ["a text that does not match", { a: matches(/^U/) }, { a: "S1" }, false],
  ["a number where text is matched", { a: matches(/1/) }, { a: 1 }, false],
  ["a number within", { a: clientError }, { a: 404 }, true],
  ["the lowest number", { a: clientError }, { a: 400 }, true],
  ["the highest number", { a: clientError }, { a: 499 }, true],
  ["a number below", { a: success }, { a: 199 }, false],
  ["a text of digits where a number is expected", { a: success }, { a: "204" }, false],
  ["a number outside", { a: clientError }, { a: 500 }, false],
  ["a type", { a: { $type: "integer" } }, { a: 3 }, true],
  ["a number that is not an integer", { a: { $type: "integer" } }, { a: 3.5 }, false],
  ["no number", { a: { $type: "integer" } }, { a: "3" }, false],
  ["an array", { a: { $type: "array" } }, { a: [] }, true],
  ["an object is no array", { a: { $type: "array" } }, { a: {} }, false],
  ["an object", { a: { $type: "object" } }, { a: {} }, true],
  ["null is no object", { a: { $type: "object" } }, { a: null }, false],
  ["a text is no object", { a: { $type: "object" } }, { a: "x" }, false],
  ["a text", { a: { $type: "string" } }, { a: "" }, true],
  ["a text that is a number", { a: { $type: "string" } }, { a: 1 }, false],
  ["a boolean", { a: { $type: "boolean" } }, { a: false }, true],
  ["a text that is a boolean", { a: { $type: "boolean" } }, { a: "true" }, false],
  ["any number", { a: { $type: "number" } }, { a: 3.5 }, true],
  ["a character beyond the first plane is one", { a: matches(/^.$/) }, { a: "\u{1f600}" }, true],
  ["an array is no object", { a: { $type: "object" } }, { a: [] }, false],
  ["anything but", { a: { $not: 1 } }, { a: 2 }, true],
  ["the one that is excluded", { a: { $not: 1 } }, { a: 1 }, false],
])("%s", (_what, expectation, observation, holds) => {
  expect(mismatches(observation, expectation).length === 0).toBe(holds);
});

test.each<[Expectation[string], Observation[string], string]>([
  [oneOf(200, 204), 500, "200 or 204, saw 500"],
  [absent, "x", 'nothing, saw "x"'],
  [matches(/^U\d/), undefined, "a string that matches /^U\\d/, saw nothing"],
  [{ $not: null }, null, "anything but null, saw null"],
  [clientError, 200, "400 to 499, saw 200"],
  [{ $type: "array" }, {}, "a value of type array, saw {}"],
  [{ x: 1 }, [1], '{"x":1}, saw [1]'],
  [1, "y".repeat(998), `1, saw "${"y".repeat(998)}"`],
  [1, "y".repeat(999), `1, saw "${"y".repeat(998)}…`],
])("a mismatch says what was expected and what was seen: %j", (expected, seen, text) => {
  expect(mismatches({ fact: seen }, { fact: expected })).toEqual([`fact: expected ${text}`]);
});

test("a member without a value is not a member of another name", () => {
  const without: object = { x: undefined };
  expect(equal(without as Json, { y: 1 })).toBe(false);
  expect(equal({ y: 1 }, without as Json)).toBe(false);
});

test.each<[object, object, boolean]>([
  [{ a: undefined }, {}, true],
  [{}, { a: undefined }, true],
  [{ a: undefined, b: 1 }, { b: 1 }, true],
  [{ a: { b: undefined } }, { a: {} }, true],
  [{ a: undefined }, { a: null }, false],
  [{ a: undefined }, { a: 1 }, false],
  [[undefined], [], false],
])("an undefined member is absent: %j and %j", (one, other, areEqual) => {
  expect(equal(one as Json, other as Json)).toBe(areEqual);
});

test("only the facts that an observation breaks are named", () => {
  expect(brokenFacts({ a: 1, b: 2 }, { a: 1, b: 3, c: absent, d: 4 })).toEqual(["b", "d"]);
  expect(brokenFacts({ a: 1, b: 2 }, {})).toEqual([]);
});
