import { describe, expect, test } from "vitest";
import { hasDotSegment, pathBelow, pathSegment } from "./safe-path.ts";

describe("a segment of a path", () => {
  test.each([
    "",
    ".",
    "..",
    "%2e",
    "%2E%2e",
    ".%2E",
    "%252e%252e",
    "../Groups",
    "U1/..",
    "U1/../U2",
    "..\\U2",
    "..%2fU2",
    "..%5CU2",
    "\uD800",
  ])("cannot be %j", (value) => {
    expect(() => pathSegment(value)).toThrow(
      expect.objectContaining({
        name: "UnsafePathError",
        message: expect.stringContaining(`${JSON.stringify(value)} cannot be sent`),
      }),
    );
  });

  test.each([
    ["U1", "U1"],
    ["...", "..."],
    [".hidden", ".hidden"],
    ["a..b", "a..b"],
    ["a/b", "a%2Fb"],
    ["a b", "a%20b"],
    ["50%", "50%25"],
    ["%zz", "%25zz"],
    ["%41", "%2541"],
    ["urn:scim:schemas:core:1.0", "urn%3Ascim%3Aschemas%3Acore%3A1.0"],
  ])("%j is sent as %s, and means itself to a URL parser", (value, sent) => {
    expect(pathSegment(value)).toBe(sent);
    expect(new URL(`https://h.example/Users/${sent}`).pathname).toBe(`/Users/${sent}`);
  });
});

test("dots are found in a path that is encoded any number of times", () => {
  expect(hasDotSegment("/Users/%25252e%25252E/x")).toBe(true);
  expect(hasDotSegment("/Users/U1.x")).toBe(false);
});

describe("a URL below a base URL", () => {
  const base = "http://127.0.0.1:9999/scim/v2";
  test.each<[string, string | undefined]>([
    ["http://127.0.0.1:9999/scim/v2/Users/U1?x=y", "/Users/U1?x=y"],
    ["Users/U1", "/Users/U1"],
    ["/scim/v2/Users/U1", "/Users/U1"],
    ["/Users/U1", undefined],
    ["http://127.0.0.1:9999/scim/v1/Users/U1", undefined],
    ["http://127.0.0.1:9999/scim/v2", undefined],
    ["http://127.0.0.1:9999/scim/v22/Users", undefined],
    ["http://127.0.0.1:9999/scim/v2/./Users", undefined],
    ["http://127.0.0.1:9999/scim/v2/Users?x=/../y", "/Users?x=/../y"],
    ["https://api.slack.com/scim/v2/Users/U1", "/Users/U1"],
    ["//api.slack.com/scim/v2/Users/U1", "/Users/U1"],
    ["https://api.slack.com/v2/v2/Users/U1", "/Users/U1"],
    ["https://api.slack.com/scim/v2/v2/U1", "/U1"],
    ["http://127.0.0.1:9999/scim/v2/v2/U1", "/v2/U1"],
    ["http://127.0.0.1:9999/other/v2/Users/U1", undefined],
    ["http://127.0.0.1:9999/scim/v2/Users#\n/../x", "/Users"],
    ["https://api.slack.com/scim/v1/Users/U1", undefined],
    ["https://api.slack.com/Users/U1", undefined],
    ["http://", undefined],
  ])("%s is %s", (location, path) => {
    expect(pathBelow(location, base)).toBe(path);
  });

  test("a base URL without a path leaves the whole path", () => {
    expect(pathBelow("https://other.example/Users/U1", "http://h.example")).toBe("/Users/U1");
    expect(pathBelow("http://h.example/Users/U1", "http://h.example")).toBe("/Users/U1");
    expect(pathBelow("https://other.example/U1?x", "http://h.example")).toBe("/U1?x");
  });
});
