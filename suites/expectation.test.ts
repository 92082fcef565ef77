import { expect, test } from "vitest";
import {
  absent,
  clientError,
  type Expectation,
  matches,
  mismatches,
  type Observation,
  oneOf,
} from "./expectation.ts";

test.each<[string, Expectation, Observation, boolean]>([
  ["an equal value", { a: 1 }, { a: 1, b: 2 }, true],
  ["another value", { a: 1 }, { a: 2 }, false],
  ["a value of another type", { a: 1 }, { a: "1" }, false],
  ["objects whatever the order of members", { a: { x: 1, y: [1] } }, { a: { y: [1], x: 1 } }, true],
  ["lists only in their order", { a: [1, 2] }, { a: [2, 1] }, false],
  ["an object with a member more", { a: {} }, { a: { x: 1 } }, false],
  ["nothing where a value is expected", { a: null }, {}, false],
  ["absence", { a: absent }, {}, true],
  ["null is not absence", { a: absent }, { a: null }, false],
  ["one of several", { a: oneOf(1, null) }, { a: null }, true],
  ["none of several", { a: oneOf(1, null) }, { a: 2 }, false],
  ["a matching text", { a: matches(/^U/) }, { a: "U1" }, true],
  ["a text that does not match", { a: matches(/^U/) }, { a: "S1" }, false],
  ["a number where text is matched", { a: matches(/1/) }, { a: 1 }, false],
  ["a number within", { a: clientError }, { a: 404 }, true],
  ["a number outside", { a: clientError }, { a: 500 }, false],
  ["a type", { a: { $type: "integer" } }, { a: 3 }, true],
  ["a number that is no integer", { a: { $type: "integer" } }, { a: 3.5 }, false],
  ["an array is no object", { a: { $type: "object" } }, { a: [] }, false],
  ["anything but", { a: { $not: 1 } }, { a: 2 }, true],
  ["the one that is excluded", { a: { $not: 1 } }, { a: 1 }, false],
])("%s", (_what, expectation, observation, holds) => {
  expect(mismatches(observation, expectation).length === 0).toBe(holds);
});

test("a mismatch says what was expected and what was seen", () => {
  expect(mismatches({ status: 500 }, { status: oneOf(200, 204) })).toEqual([
    "status: expected 200 or 204, saw 500",
  ]);
});
