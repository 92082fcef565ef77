import { describe, expect, test } from "vitest";
import { Known } from "./known.ts";
import { isWrite, learnCreated, learnSent } from "./learn.ts";
import { Ownership } from "./ownership.ts";

test.each<[string, string, boolean]>([
  ["GET", "https://a.example/Users", false],
  ["head", "https://a.example/Users", false],
  ["OPTIONS", "https://a.example/Users", false],
  ["POST", "https://a.example/Users", true],
  ["XGET", "https://a.example/Users", true],
  ["GETX", "https://a.example/Users", true],
  ["POST", "https://a.example/Users/.search", false],
  ["POST", "https://a.example/.search?x", false],
  ["POST", "https://a.example/.search#x", false],
  ["POST", "https://a.example/.searching", true],
  ["PATCH", "https://a.example/Users/x.search", true],
])("%s %s carries what is the run's: %s", (method, url, writes) => {
  expect(isWrite({ method, url, headers: {} })).toBe(writes);
});

describe("what was sent", () => {
  const learned = (body: string, json?: unknown) => {
    const known = new Known();
    learnSent(body, json, known);
    return (text: string) => known.wasSent(text);
  };

  test("is every string of JSON, at any depth, but no name of a member", () => {
    const was = learned("", { a: "one", b: [{ c: "two words" }, ["three"]] });
    expect(["one", "two words", "words", "three"].map(was)).toEqual([true, true, true, true]);
    expect(["a", "b", "c"].some(was)).toBe(false);
  });

  test("is every word of a body that is not JSON", () => {
    const was = learned(`{"name": 'Ada', x=[b-c]}<d>`);
    expect(["name", "Ada", "x=", "b-c", "d"].map(was)).toEqual(Array(5).fill(true));
    expect(["{", "A", '"name"'].some(was)).toBe(false);
    expect(learned("{}")("Stryker")).toBe(false);
  });

  test("is not searched for in a long body that is not JSON", () => {
    expect(learned(`word ${"x ".repeat(4997)}y`)("word")).toBe(true);
    expect(learned(`word ${"x ".repeat(4997)}yz`)("word")).toBe(false);
  });
});

describe("what was created", () => {
  /** Which of some ids are known after an answer. */
  const created = (
    json: unknown,
    { method = "POST", status = 201, url = "https://a.example/Users", location = "" } = {},
  ) => {
    const known = new Known();
    known.sent("mine");
    const ownership = new Ownership({}, known);
    learnCreated(
      {
        startedAt: new Date(0),
        durationMs: 0,
        attempt: 1,
        request: { method, url, headers: {} },
        response: { status, headers: location === "" ? {} : { location }, body: "" },
      },
      json,
      known,
      ownership,
    );
    return ["U1", "U2", "U 3", "%zz"].filter((id) => known.wasCreated(id));
  };
  const mine = { id: "U1", userName: "mine" };

  test("has the id in the response", () => {
    expect(created(mine)).toEqual(["U1"]);
    expect(created(mine, { method: "post" })).toEqual(["U1"]);
    expect(created(mine, { location: "/Users/U2" })).toEqual(["U1"]);
  });

  test.each([
    [200, true],
    [299, true],
    [199, false],
    [300, false],
    [409, false],
  ])("where the answer is a %i: %s", (status, isCreated) => {
    expect(created(mine, { status })).toEqual(isCreated ? ["U1"] : []);
  });

  test("not by another method, by a search, or without a response", () => {
    expect(created(mine, { method: "PUT" })).toEqual([]);
    expect(created(mine, { url: "https://a.example/Users/.search" })).toEqual([]);
    expect(created({ ...mine, userName: "other" })).toEqual([]);
  });

  test.each([
    ["https://a.example/Users/U2", ["U2"]],
    ["/Users/U2//", ["U2"]],
    ["/Users/U2?x=/U1", ["U2"]],
    ["/Users/U2#/U1", ["U2"]],
    ["/Users/U%203", ["U 3"]],
    ["/Users/%zz", ["%zz"]],
    ["U2", []],
    ["/", []],
  ])("has the id of the location %s where the answer has none", (location, ids) => {
    expect(created(undefined, { location })).toEqual(ids);
    expect(created({ userName: "mine", id: 7 }, { location })).toEqual(ids);
    expect(created({ userName: "mine", meta: { location } })).toEqual(ids);
    expect(created({ userName: "mine", meta: { location: "/Users/U1" } }, { location })).toEqual(
      ids,
    );
  });

  test("without any location there is none", () => {
    expect(created({ userName: "mine" })).toEqual([]);
    expect(created({ userName: "mine", meta: null })).toEqual([]);
    expect(created({ userName: "mine", meta: { location: 7 } })).toEqual([]);
    expect(created(undefined)).toEqual([]);
  });

  test("in a bulk response, of the creates that succeeded", () => {
    const one = (method: string, status: unknown, id = "U1") => ({
      method,
      status,
      location: `/Users/${id}`,
    });
    expect(
      created({ Operations: [one("POST", "201"), one("POST", { code: "200" }, "U2")] }),
    ).toEqual(["U1", "U2"]);
    for (const operation of [
      one("POST", "409"),
      one("POST", "1204"),
      one("POST", { code: "400" }),
      one("PUT", "200"),
      "POST",
      null,
    ]) {
      expect(created({ Operations: [operation] })).toEqual([]);
    }
    expect(created({ Operations: "x", ...mine })).toEqual(["U1"]);
  });
});
