import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { missedRead } from "./missed-read.ts";

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
  ["the id in another letter case", read("/Users/U1", "u1"), undefined],
  ["an id that the URL encodes", read("/Users/a%40b", "a@b"), undefined],
  ["an id that is not encoded rightly", read("/Users/100%", "100%"), undefined],
  ["no id", read("/Users/U1", undefined), undefined],
  ["a list", read("/Users?count=1", "U2"), undefined],
  ["a schema", read("/Schemas/Users", "urn:x"), undefined],
  ["the response to a change", read("/Users/U1", "U2", { method: "PUT" }), undefined],
])("%s", (_what, exchange, other) => {
  expect(missedRead(exchange)).toBe(other);
});

test.each<[string, Partial<NonNullable<Exchange["response"]>>, string | undefined]>([
  ["204 without a body", { status: 204, body: "" }, "user"],
  ["200 with a page", { body: "<html>" }, "user"],
  ["200 with a list", { body: "[]" }, "user"],
  ["the resource with another success", { status: 203, body: '{"id":"U1"}' }, undefined],
  ["an error", { status: 404 }, undefined],
  ["a redirect", { status: 302 }, undefined],
  ["a body of which the log has a part", { truncated: true }, undefined],
])("%s", (_what, response, missed) => {
  const other = read("/Users/U1", "U2");
  const whole = { status: 200, headers: {}, body: "", ...other.response, ...response };
  expect(missedRead({ ...other, response: whole })).toBe(missed);
});

test("a request without a response missed nothing", () => {
  const { response: _, ...none } = read("/Users/U1", "U2");
  expect(missedRead(none)).toBeUndefined();
});
