import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { decidingOf } from "./message.ts";
import { asPath } from "./request-line.ts";

/** Exchanges as `PUT /Users/1 200`. */
const exchanges = (...lines: string[]): Exchange[] =>
  lines.map((line, index) => {
    const [method = "", path = "", status] = line.split(" ");
    return {
      id: `2.0/${index}`,
      version: "2.0",
      startedAt: "2026-01-01T00:00:00.000Z",
      durationMs: 1,
      attempt: 1,
      request: { method, url: `https://scim.example/v2${path}`, headers: {} },
      ...(status === undefined
        ? { error: "the connection was closed" }
        : { response: { status: Number(status), headers: {}, body: "" } }),
    };
  });

const shown = (found: readonly Exchange[]) =>
  found.map(({ request: { method, url } }) => `${method} ${new URL(url).pathname.slice(3)}`);

const create = "POST /Users 201";
const change = "PATCH /Users/1 204";
const read = "GET /Users/1 200";

test.each<[string, string[], (number | undefined)[], string[]]>([
  [
    "the change and the read after it",
    [create, read, change, read],
    [undefined],
    ["PATCH /Users/1", "GET /Users/1"],
  ],
  ["a change that no read follows", [create, read, change], [undefined], ["PATCH /Users/1"]],
  ["a read alone", ["GET /Users 200", read], [], ["GET /Users/1"]],
  [
    "a query by POST is a read",
    [create, "POST /Users/.search 200"],
    [],
    ["POST /Users", "POST /Users/.search"],
  ],
  ["of statuses the one that was seen", [create, change, read], [204], ["PATCH /Users/1"]],
  [
    "a status that an earlier request got",
    [create, "PUT /Users/1 500", change, read],
    [500],
    ["PUT /Users/1"],
  ],
  [
    "a status and another fact",
    [create, change, read],
    [204, undefined],
    ["PATCH /Users/1", "GET /Users/1"],
  ],
  ["a request without a response", [create, "DELETE /Users/1"], [undefined], ["DELETE /Users/1"]],
  ["no request at all", [], [undefined], []],
])("decides: %s", (_, lines, statuses, expected) => {
  expect(shown(decidingOf(exchanges(...lines), statuses, "write"))).toEqual(expected);
});

test("what was only prepared does not decide a check that reads", () => {
  expect(shown(decidingOf(exchanges(create, read), [undefined], "read"))).toEqual(["GET /Users/1"]);
});

test.each([
  ["https://scim.example/v2/Users/1", "/Users/1"],
  [
    "https://scim.example/v2/Users?filter=userName%20eq%20%22a%2Bb%22",
    '/Users?filter=userName eq "a%2Bb"',
  ],
  ["https://scim.example/v2/Users?filter=userName+eq+%22a%22", '/Users?filter=userName eq "a"'],
  ["https://other.example/v3/Users", "/v3/Users"],
  ["https://scim.example/v2", "/"],
  ["https://scim.example/v2/a%2520b", "/a%2520b"],
])("%s is shown as %s", (url, path) => {
  expect(asPath(url, "https://scim.example/v2")).toBe(path);
});

test("a long URL is cut", () => {
  expect(asPath(`https://scim.example/v2/${"x".repeat(500)}`, undefined)).toMatch(
    /^\/v2\/x{195}…$/,
  );
});
