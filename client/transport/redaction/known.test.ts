import { describe, expect, test } from "vitest";
import { hide } from "./hide.ts";
import { Known } from "./known.ts";

const names = (...values: string[]) => met("names", ...values);
const describes = (...values: string[]) => met("describes", ...values);

function met(weight: "names" | "describes", ...values: string[]): Known {
  const known = new Known();
  for (const value of values) known.stranger(value, weight);
  return known;
}

describe("of values that name a stranger", () => {
  test.each([
    ["Grace Hopper", "ask Grace Hopper.", "ask [personal]."],
    ["Grace Hopper", "GRACE HOPPER and Grace  Hopper", "GRACE HOPPER and Grace  Hopper"],
    ["grace7", "user Grace7, grace77, xgrace7", "user [personal], grace77, xgrace7"],
    ["Bo", "Bo", "Bo"],
    [
      "Bob",
      "Bob, bob, Bobby, a/Bob, Bob: Bob.x Bob.",
      "[personal], bob, Bobby, a/Bob, Bob: Bob.x [personal].",
    ],
    ["adam", "adam", "adam"],
    ["gracie", "gracie", "[personal]"],
    ["A-1", "A-1", "A-1"],
    ["A-12", "A-12 A-123", "[personal] A-123"],
    ["+1 555 0100", "call +1 555 0100!", "call +[personal]!"],
    ["  Ann Bee  ", "Ann Bee", "[personal]"],
    ["user", "user", "user"],
    ["User", "User", "User"],
    ["urn:x:y-1", "urn:x:y-1", "urn:x:y-1"],
    ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
    ["-- --", "-- --", "-- --"],
    ["😀😀 x1", "😀😀 x1", "😀😀 x1"],
    ["Łukasz Żak", "to Łukasz Żak", "to [personal]"],
  ])("%j in %j leaves %j", (value, text, left) => {
    expect(hide(text, names(value).find)).toBe(left);
  });

  test("each of several that begin alike is found", () => {
    const known = names("Grace Hopper", "Grace Kelly");
    expect(hide("Grace Kelly, Grace Hopper, Grace", known.find)).toBe(
      "[personal], [personal], Grace",
    );
  });

  test("in escaped text, too", () => {
    expect(hide("q=Grace%20Hopper&x", names("Grace Hopper").find)).toBe("q=[personal]&x");
  });
});

describe("of values that only describe one", () => {
  test.each([
    ["Research", "Research"],
    ["invalid_value", "invalid_value"],
    ["en-US", "en-US"],
    ["Europe/London", "Europe/London"],
    ["A-123", "A-123"],
    ["Ring 7", "[personal]"],
    ["Vice president", "[personal]"],
  ])("%j leaves %j", (value, left) => {
    expect(hide(value, describes(value).find)).toBe(left);
  });
});

describe("what the run sent", () => {
  test("is not found, as a whole or by its words, in any letter case", () => {
    const known = names("Grace Hopper", "Lovelace", "Kelly-1");
    known.sent("ada LOVELACE; kelly-1");
    known.sent("grace hopper");
    const text = "Grace Hopper, Lovelace, Kelly-1";
    expect(hide(text, known.find)).toBe(text);
    expect(known.wasSent("Lovelace")).toBe(true);
    expect(known.wasSent("Love")).toBe(false);
    // It was still seen of a person.
    expect(known.isStranger("Lovelace")).toBe(true);
  });

  test("is not remembered beyond what a sentence would quote", () => {
    const known = new Known();
    known.sent("x".repeat(301));
    known.sent("y".repeat(300));
    expect(known.wasSent("x".repeat(301))).toBe(false);
    expect(known.wasSent("y".repeat(300))).toBe(true);
  });
});

test("a longer value of a stranger than a sentence would quote is not remembered", () => {
  const known = names(`a ${"x".repeat(299)}`, `b ${"x".repeat(298)}`);
  expect(known.isStranger(`a ${"x".repeat(299)}`)).toBe(false);
  expect(known.isStranger(`b ${"x".repeat(298)}`)).toBe(true);
});

test("a stranger is known by a whole value only", () => {
  const known = names("Grace Hopper");
  expect(known.isStranger(" Grace Hopper ")).toBe(true);
  expect(known.isStranger("Grace")).toBe(false);
  expect(known.isStranger("--")).toBe(false);
});

test("what was created is told by its id alone", () => {
  const known = new Known();
  known.created("U1");
  expect(known.wasCreated("U1")).toBe(true);
  expect(known.wasCreated("u1")).toBe(false);
  expect(known.wasCreated(1)).toBe(false);
  expect(known.wasCreated(undefined)).toBe(false);
});
