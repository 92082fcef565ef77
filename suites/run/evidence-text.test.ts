import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { evidenceText, listing } from "./evidence-text.ts";

const exchange: Exchange = {
  id: "2.0/1",
  version: "2.0",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  attempt: 1,
  request: { method: "GET", url: "http://127.0.0.1/scim/v2/Users", headers: { accept: "*/*" } },
  response: { status: 200, headers: { etag: "1" }, body: '{"totalResults":0}' },
};
const failed: Exchange = { ...exchange, id: "2.0/2", error: "connection refused" };
delete failed.response;

test("an exchange is shown as HTTP, its body indented", () => {
  const text = evidenceText([exchange]);
  expect(text).toMatch(/^GET http:\/\/127\.0\.0\.1\/scim\/v2\/Users\naccept: \*\/\*\n/);
  expect(text).toMatch(/\nHTTP 200\netag: 1\n\n\{\n {2}"totalResults": 0\n\}$/);
});

test("several exchanges are told apart by their ids, methods, paths and results", () => {
  const text = evidenceText([exchange, failed]);
  expect(text).toContain("2.0/1 GET /scim/v2/Users → 200\n");
  expect(text).toContain("2.0/2 GET /scim/v2/Users → no response\n");
  expect(text).toContain("no response: connection refused");
});

test("listed exchanges have a line each", () => {
  expect(listing([exchange, failed])).toBe(
    "2.0/1 GET /scim/v2/Users → 200\n2.0/2 GET /scim/v2/Users → no response\n",
  );
});
