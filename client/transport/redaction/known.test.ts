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

describe("of values that name another person", () => {
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
    ["(Ann Bee)", "Ann Bee) Ann Bee", "[personal] Ann Bee"],
    ["x 2024-01-01T00:00:00Z", "x 2024-01-01T00:00:00Z", "[personal]"],
    ["true colours", "true colours", "[personal]"],
    ["see urn:x:y-1", "see urn:x:y-1", "[personal]"],
    ["Bob", "/Bob", "/Bob"],
    ["Bob", "a.Bob _Bob :Bob @Bob -Bob . Bob", "a.Bob _Bob :Bob @Bob -Bob . [personal]"],
    [
      "Bob",
      "Bob_ Bob: Bob/ Bob@ Bob- Bob.x Bob.1 Bob. Bob,x",
      "Bob_ Bob: Bob/ Bob@ Bob- Bob.x [personal].1 [personal]. [personal],x",
    ],
    [
      "Bob",
      "x: Bob y_ Bob Bob :x Bob _x",
      "x: [personal] y_ [personal] [personal] :x [personal] _x",
    ],
    ["Bob-7", "a/Bob-7: xBob-7 Bob-7x", "a/[personal]: xBob-7 Bob-7x"],
    ["Ä-bc", "Ä-bc", "[personal]"],
  ])("%j in %j leaves %j", (value, text, left) => {
    expect(hide(text, names(value).find)).toBe(left);
  });

  test("each of several with the same beginning is found", () => {
    const known = names("Grace Hopper", "Grace Kelly");
    expect(hide("Grace Kelly, Grace Hopper, Grace", known.find)).toBe(
      "[personal], [personal], Grace",
    );
  });

  test("of the same length, too", () => {
    const known = names("Grace Hopper", "Grace Walker", "Grace Kelly");
    expect(hide("Grace Walker and Grace Hopper", known.find)).toBe("[personal] and [personal]");
    expect(hide("Grace Barker", known.find)).toBe("Grace Barker");
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
  test("is not found, as a whole or by its words, regardless of case", () => {
    const known = names("Grace Hopper", "Lovelace", "Kelly-1");
    known.sent("ada LOVELACE; kelly-1");
    known.sent("grace hopper");
    const text = "Grace Hopper, Lovelace, Kelly-1";
    expect(hide(text, known.find)).toBe(text);
    expect(known.wasSent("Lovelace")).toBe(true);
    expect(known.wasSent("Love")).toBe(false);
    // It is still a value of a person.
    expect(known.isStranger("Lovelace")).toBe(true);
  });

  test("is not found without the signs before it, which someone else may have too", () => {
    const known = names("+1 555 0101", "+1 555 0102");
    known.sent("+1 555 0101");
    expect(hide("+1 555 0101, +1 555 0102", known.find)).toBe("+1 555 0101, +[personal]");
  });

  test("is remembered only up to the length that a sentence would quote", () => {
    const known = new Known();
    known.sent("x".repeat(301));
    known.sent("y".repeat(300));
    expect(known.wasSent("x".repeat(301))).toBe(false);
    expect(known.wasSent("y".repeat(300))).toBe(true);
  });
});

test("a value of others that is longer than a sentence would quote is not remembered", () => {
  const known = names(`a ${"x".repeat(299)}`, `b ${"x".repeat(298)}`);
  expect(known.isStranger(`a ${"x".repeat(299)}`)).toBe(false);
  expect(known.isStranger(`b ${"x".repeat(298)}`)).toBe(true);
});

test("other people are recognised by whole values only", () => {
  const known = names("Grace Hopper");
  expect(known.isStranger(" Grace Hopper ")).toBe(true);
  expect(known.isStranger("Grace")).toBe(false);
  expect(known.isStranger("--")).toBe(false);
});

test("a created resource is recognised by its id alone", () => {
  const known = new Known();
  known.created("U1");
  expect(known.wasCreated("U1")).toBe(true);
  expect(known.wasCreated("u1")).toBe(false);
  expect(known.wasCreated(1)).toBe(false);
  expect(known.wasCreated(undefined)).toBe(false);
});

describe("where the run's own requests go", () => {
  test("the parent path of a resource is known, but not the resource or the query", () => {
    const known = new Known();
    known.asked("https://a.example/tenant-1/Users/U1?x=/y/z");
    known.asked("https://a.example/tenant-2/Users#/w/v");
    known.asked("https://a.example/tenant-1/Users/U2");
    expect(
      ["a.example", "tenant-1", "Users", "tenant-2"].map((one) => known.isOnTheWay(one)),
    ).toEqual(Array(4).fill(true));
    expect(["U1", "U2", "y", "z", "w", "x="].some((one) => known.isOnTheWay(one))).toBe(false);
  });
});

describe("memory is bounded", () => {
  test("a thousand paths", () => {
    const known = new Known();
    for (let index = 1; index <= 1001; index += 1) known.asked(`/t${index}/U1`);
    expect(known.isOnTheWay("t1000")).toBe(true);
    expect(known.isOnTheWay("t1001")).toBe(false);
  });

  test("200,000 texts and ids of the run", () => {
    const known = new Known();
    for (let index = 1; index <= 200_001; index += 1) {
      known.sent(`s${index}`);
      known.created(`c${index}`);
    }
    // The word of a text that is one word, and the empty one, are not counted again.
    expect(known.wasSent("s200000")).toBe(true);
    expect(known.wasSent("s200001")).toBe(false);
    expect(known.wasCreated("c200000")).toBe(true);
    expect(known.wasCreated("c200001")).toBe(false);
  });

  test("50,000 values of others, each once", () => {
    const known = new Known();
    for (let index = 1; index <= 50_000; index += 1) {
      known.stranger(`Name ${index}`, "names");
      known.stranger("Name 1", "names");
    }
    expect(known.isStranger("Name 50000")).toBe(true);
    known.stranger("Name 50001", "names");
    expect(known.isStranger("Name 50001")).toBe(false);
  });
});
