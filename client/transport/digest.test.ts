import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digestOf } from "./digest.ts";

const request = { method: "GET", url: "https://a.example/Users", headers: { b: "2", a: "1" } };
const response = { status: 200, headers: {}, body: '{"x":1}' };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("the digest is that of canonical JSON: names sorted, no spaces", () => {
  expect(digestOf({ request })).toBe(
    sha256(
      '{"request":{"headers":{"a":"1","b":"2"},"method":"GET","url":"https://a.example/Users"}}',
    ),
  );
});

test("the order of members does not matter, everything else does", () => {
  const { method, url, headers } = request;
  const digest = digestOf({ request, response });
  expect(digestOf({ request: { headers: { a: "1", b: "2" }, url, method }, response })).toBe(
    digest,
  );
  expect(digestOf({ request: { ...request, headers: { a: "1" } }, response })).not.toBe(digest);
  expect(digestOf({ request, response: { ...response, body: '{"x":2}' } })).not.toBe(digest);
  expect(digestOf({ request, response: { ...response, truncated: true } })).not.toBe(digest);
  expect(digestOf({ request: { method, url, headers } })).not.toBe(digest);
});
