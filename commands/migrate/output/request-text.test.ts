import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { visible } from "../../../reports/visible-text.ts";
import { textsOf } from "./request-text.ts";

const values = [
  ..."a'b|$(touch x)|`id`|\\'|\\|!!|%s|'''|\"\"\"|\\N{DASH}|é 😀".split("|"),
  ...["x\ny", "\u202eabc", "\u200d", "\u2028", "\u{e0001}", "\u0007"],
];
const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
const requestOf = (value: string) => ({
  method: "PATCH",
  path: "/scim/v2/Users/W1?attributes=x'y[1-2]{a,b}`id`$(x)",
  body: { title: value, [value]: [true, false, null, 1.5, {}], none: [] },
});

describe.skipIf(process.platform === "win32")("a shell reads the copied command", () => {
  test.each(values)("%j", (value) => {
    const request = requestOf(value);
    // What is on the page is what is copied.
    const command = visible(textsOf(request).curl).replace(/^curl /, "printf '%s\\0' ");
    const { stdout } = spawnSync("sh", ["-c", command], {
      encoding: "utf8",
      env: { ...process.env, SLACK_SCIM_TOKEN: "the-token" },
    });
    const words = stdout.split("\0");
    expect(words).toContain(`https://api.slack.com${request.path}`);
    expect(words).toContain("Authorization: Bearer the-token");
    expect(JSON.parse(words[words.indexOf("--data-binary") + 1] ?? "")).toEqual(request.body);
  });
});

describe.skipIf(!has("python3"))("Python reads the copied call", () => {
  test.each(values)("%j", (value) => {
    const request = requestOf(value);
    const call = visible(textsOf(request).python)
      .replace("import requests", "import json")
      .replace("requests.request(", "(lambda *a, **k: print(json.dumps([a, k])))(")
      .replace("response.raise_for_status()", "");
    const { stdout } = spawnSync("python3", ["-c", call], {
      encoding: "utf8",
      env: { ...process.env, SLACK_SCIM_TOKEN: "the-token" },
    });
    const [[method, url], { json, headers }] = JSON.parse(stdout);
    expect({ method, url, json, headers }).toEqual({
      method: "PATCH",
      url: `https://api.slack.com${request.path}`,
      json: request.body,
      headers: { Authorization: "Bearer the-token" },
    });
  });
});

test("curl takes brackets and braces in an address as they are", () => {
  const curl = (path: string) => textsOf({ method: "GET", path }).curl;
  expect(curl("/scim/v2/Users/{{id}}")).toMatch(/^curl -g /);
  expect(curl("/scim/v2/Users/W1")).not.toContain("-g");
});
