import { describe, expect, test } from "vitest";
import { createdId, idIn, isOnAnotherHost, isSameLocation } from "./location.ts";

const base = "http://127.0.0.1:9999/scim/v2";

test("another host is one that the base URL does not name", () => {
  expect(isOnAnotherHost("https://api.slack.com/scim/v2/Users/U1", base)).toBe(true);
  expect(isOnAnotherHost("http://127.0.0.1:9998/scim/v2/Users/U1", base)).toBe(true);
  expect(isOnAnotherHost("http://127.0.0.1:9999/scim/v1/Users/U1", base)).toBe(false);
  expect(isOnAnotherHost("/Users/U1", base)).toBe(false);
});

describe("two locations", () => {
  const slack = "https://api.slack.com/scim/v2/Users/U1";
  test.each([
    [slack, slack, true],
    [`${base}/Users/U1`, slack, true],
    [slack, `${base}/Users/U1`, true],
    [`${base}/Users/U2`, slack, false],
    [`${base}/Groups/U1`, slack, false],
    ["http://127.0.0.1:9999/scim/v1/Users/U1", slack, false],
    ["https://api.slack.com/scim/v1/Users/U1", slack, false],
    // Neither lies below the base URL.
    ["https://a.example/scim/v1/Users/U1", "https://b.example/scim/v1/Users/U1", false],
    ["/Users/U1", slack, false],
    [slack, "Users/U1", false],
    [slack, undefined, false],
  ])("%s and %s are the same: %s", (one, other, same) => {
    expect(isSameLocation(one, other, base)).toBe(same);
  });
});

test.each<[unknown, string | undefined]>([
  ["https://a.example/scim/v2/Users/U1", "U1"],
  ["/Users/U1/", "U1"],
  ["/Users/U1//", "U1"],
  ["/Users/U1?x=/y#/z", "U1"],
  ["/Users/U1#a/b", "U1"],
  ["/Users/a%2Fb%20c", "a/b c"],
  ["/Users/100%", "100%"],
  ["U1", "U1"],
  ["/Users/U1#a?b/c", "U1"],
  ["?x", undefined],
  ["", undefined],
  ["/", undefined],
  ["/Users/undefined", undefined],
  ["/Users/null", undefined],
  ["/Users/[object%20Object]", undefined],
  [undefined, undefined],
  [5, undefined],
  [null, undefined],
])("the id in %j is %j", (location, id) => {
  expect(idIn(location)).toBe(id);
});

const answer = (status: number, id?: string, location?: string) => ({
  ok: true,
  status,
  headers: location === undefined ? {} : { location },
  text: "",
  json: undefined,
  resource: id === undefined ? undefined : { id },
  error: undefined,
  exchangeId: "1",
});

test.each<[string, ReturnType<typeof answer>, string | undefined]>([
  ["of the body", answer(201, "U1", "/Users/U2"), "U1"],
  ["of the header", answer(201, undefined, "/Users/U2"), "U2"],
  ["of the header, where the body's is empty", answer(201, "", "/Users/U2"), "U2"],
  ["of the header of a 201 only", answer(200, undefined, "/Users/U2"), undefined],
  ["of neither", answer(201), undefined],
  ["of neither, where the body's is empty", answer(201, ""), undefined],
])("a created resource has the id %s", (_, outcome, id) => {
  expect(createdId(outcome)).toBe(id);
});
