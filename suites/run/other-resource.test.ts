import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { answeredByAnother } from "./other-resource.ts";

const read = (path: string, id: unknown, more: Partial<Exchange["request"]> = {}): Exchange => ({
  id: "2.0/1",
  version: "2.0",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  attempt: 1,
  request: { method: "GET", url: `https://a.example/scim/v2${path}`, headers: {}, ...more },
  response: { status: 200, headers: {}, body: JSON.stringify({ id }) },
});

test.each<[string, Exchange, string | undefined]>([
  ["another user", read("/Users/U1", "U2"), "user"],
  ["another group", read("/Groups/S1?attributes=id", "S2"), "group"],
  ["the user", read("/Users/U1", "U1"), undefined],
  ["an id in another case, which is a fault of its own", read("/Users/U1", "u1"), undefined],
  ["an id that the URL encodes", read("/Users/a%40b", "a@b"), undefined],
  ["an id that is not encoded rightly", read("/Users/100%", "100%"), undefined],
  ["no id", read("/Users/U1", undefined), undefined],
  ["a list", read("/Users?count=1", "U2"), undefined],
  ["a schema", read("/Schemas/Users", "urn:x"), undefined],
  ["the response to a change", read("/Users/U1", "U2", { method: "PUT" }), undefined],
])("%s", (_what, exchange, other) => {
  expect(answeredByAnother(exchange)).toBe(other);
});

test("a response that is cut, missing, an error or no JSON shows no other resource", () => {
  const { response, ...none } = read("/Users/U1", "U2");
  expect(answeredByAnother(none)).toBeUndefined();
  for (const other of [{ truncated: true }, { status: 404 }, { body: "<html>" }]) {
    const exchange = { ...none, response: { ...response, ...other } } as Exchange;
    expect(answeredByAnother(exchange)).toBeUndefined();
  }
});
