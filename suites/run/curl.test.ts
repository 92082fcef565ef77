import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
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

test("a shell reads the command as the request that was sent, and executes no part of it", () => {
  // `curl` is replaced by a function that prints its arguments, one per line.
  const script = `curl() { printf '%s\\n' "$@"; }; ${asCurl(exchange)}`;
  const given = execFileSync("sh", ["-c", script], {
    env: { SLACK_SCIM_TOKEN: "t" },
    encoding: "utf8",
  });
  expect(given.split("\n")).toEqual([
    "-i",
    "-X",
    "PATCH",
    exchange.request.url,
    "-H",
    "content-type: application/json",
    "-H",
    "Authorization: Bearer t",
    "--data-binary",
    exchange.request.body,
    "",
  ]);
});
