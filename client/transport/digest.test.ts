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

test("the order of members does not matter, any other change does", () => {
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

test("undefined members are ignored, arrays keep their order, null stays null", () => {
  const digest = (headers: unknown) =>
    digestOf({ request: { ...request, headers: headers as Record<string, string> } });
  const json = (headers: string) =>
    sha256(`{"request":{"headers":${headers},"method":"GET","url":"https://a.example/Users"}}`);
  expect(digest({ a: undefined })).toBe(json("{}"));
  expect(digest(["b", "a", null, undefined])).toBe(json('["b","a",null,null]'));
  expect(digest({ B: null, a: "x", é: 1, A: 2 })).toBe(json('{"A":2,"B":null,"a":"x","é":1}'));
});
