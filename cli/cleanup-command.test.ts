import { expect, test } from "vitest";
import { cleanupCommand } from "./cleanup-command.ts";

const local = { "1.1": "http://127.0.0.1:1/scim/v1", "2.0": "http://127.0.0.1:1/scim/v2" };
const live = { "2.0": "https://api.slack.com/scim/v2" };

test.each<
  [string, Parameters<typeof cleanupCommand>[0], Parameters<typeof cleanupCommand>[1], string]
>([
  [
    "the URLs of the flags",
    { v1: local["1.1"], v2: local["2.0"], out: "scim-results" },
    local,
    "--v1 http://127.0.0.1:1/scim/v1 --v2 http://127.0.0.1:1/scim/v2 --out scim-results",
  ],
  [
    "the URLs of the run where the flags have none",
    { out: "x" },
    live,
    "--v2 https://api.slack.com/scim/v2 --out x --allow-writes",
  ],
  [
    "a target file instead of URLs, and where the token is",
    { target: "sandbox.json", tokenEnv: "MY_TOKEN", out: "x" },
    live,
    "--target sandbox.json --token-env MY_TOKEN --out x --allow-writes",
  ],
  [
    "writes allowed where one of two is not on this machine",
    { target: "a", out: "x" },
    { ...local, ...live },
    "--target a --out x --allow-writes",
  ],
  [
    "words as a shell takes them",
    { target: "my $(sandbox)'s.json", out: "" },
    local,
    `--target 'my $(sandbox)'\\''s.json' --out ''`,
  ],
])("the command has %s", (_, flags, baseUrls, words) => {
  expect(cleanupCommand(flags, baseUrls)).toBe(`npx slack-scim-conformance cleanup ${words}`);
});
