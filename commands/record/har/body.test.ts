import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBody } from "./body.ts";

const read = (json: unknown, encoding = "") => {
  const plain = Buffer.from(JSON.stringify(json));
  const bytes = encoding === "gzip" ? gzipSync(plain) : plain;
  return readBody({ bytes, size: bytes.length }, encoding);
};
const users = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `W${index}`,
    userName: `user${index}`,
    emails: [{ value: `user${index}@x.org`, primary: true }],
  }));

test("a page of a thousand users is read", () => {
  expect(read({ Resources: users(1000) })).toHaveProperty("json");
});

test.each([
  ["too many values", { Resources: users(150_000) }, /more than 100000 values|too large to record/],
  ["many small values", users(20_000), /bytes, more than 100000 values$/],
  ["many bytes", ["x".repeat(9 * 1024 * 1024)], /bytes, too large to record$/],
])("a body that would use up the stand-ins is not: %s", (_what, json, why) => {
  expect(read(json)).toEqual({ why: expect.stringMatching(why) });
});

test("a compressed body is measured by its text", () => {
  const read9 = read(["x".repeat(9 * 1024 * 1024)], "gzip");
  expect(read9).toEqual({ why: expect.stringMatching(/^\d+ bytes/) });
});
