import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { CredentialVariables, Exchange } from "../../schemas/index.ts";
import { asCurl } from "./curl.ts";

const exchange: Exchange = {
  id: "2.0/1",
  version: "2.0",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  attempt: 1,
  request: {
    method: "PATCH",
    url: "http://127.0.0.1:1/scim/v2/Users/U1?x=$(touch pwned)",
    headers: { authorization: "Bearer [redacted]", "content-type": "application/json" },
    body: `{"title":"it's \`whoami\` $HOME"}`,
  },
};

/** The arguments that curl gets from a shell: a function in its place prints them, one per line. */
function argumentsOf(one: Exchange, variables: CredentialVariables): string[] {
  const script = `curl() { printf '%s\\n' "$@"; }; ${asCurl(one, variables)}`;
  const env = { ACME_TOKEN: "t", ACME_USER: "ada", ACME_PASSWORD: "p w" };
  return execFileSync("sh", ["-c", script], { env, encoding: "utf8" }).split("\n").slice(0, -1);
}

test("a shell reads the command as the request that was sent, and executes no part of it", () => {
  expect(argumentsOf(exchange, { token: "ACME_TOKEN" })).toEqual([
    "-g",
    "-i",
    "-X",
    "PATCH",
    exchange.request.url,
    "-H",
    "content-type: application/json",
    "-H",
    "Authorization: Bearer t",
    "--data-raw",
    exchange.request.body,
  ]);
});

test("a user name and a password come from the variables of the target", () => {
  const given = argumentsOf(exchange, { username: "ACME_USER", password: "ACME_PASSWORD" });
  expect(given.slice(given.indexOf("-u"), given.indexOf("-u") + 2)).toEqual(["-u", "ada:p w"]);
  expect(given.join()).not.toContain("Authorization");
});

test("a request without credentials and without a type stays one", () => {
  const { url } = exchange.request;
  const plain = { ...exchange, request: { method: "POST", url, headers: {}, body: "@x" } };
  expect(argumentsOf(plain, { token: "ACME_TOKEN" })).toEqual([
    "-g",
    "-i",
    "-X",
    "POST",
    url,
    "-H",
    "content-type:",
    "--data-raw",
    "@x",
  ]);
});

test("the command of a HEAD does not wait for a body", () => {
  const head = { ...exchange, request: { method: "HEAD", url: exchange.request.url, headers: {} } };
  expect(argumentsOf(head, { token: "ACME_TOKEN" })).toEqual(["-g", "-I", exchange.request.url]);
});
