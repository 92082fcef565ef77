import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gateOf } from "./gate.ts";
import { logLine } from "./log-line.ts";
import type { Traffic } from "./traffic.ts";

const vectors: { secret: string; forms: { form: string; text: string }[] }[] = JSON.parse(
  readFileSync(new URL("../../testing/redaction-vectors.json", import.meta.url), "utf8"),
);

function traffic(url: string, status = 200, body = ""): Traffic {
  const request = { method: "GET", url, httpVersion: "HTTP/1.1", headers: {}, body: "" };
  return {
    startedAt: new Date(0),
    milliseconds: 0,
    request,
    response: { status, headers: {}, body },
  };
}

describe.each(vectors)("of the secret $secret", ({ secret, forms }) => {
  const gate = gateOf(() => [secret]);
  test.each(forms)("the form $form is not logged, in a path or in an error", ({ text }) => {
    const error = JSON.stringify({ detail: text, Errors: { description: text } });
    const line = logLine(traffic(`http://127.0.0.1:1/scim/v2/${text}`, 400, error), gate);
    expect(line).not.toContain(text);
    expect(gate.header("x-said", text)).not.toContain(text);
  });
});

test("Slack's own tokens are hidden by their form, words of the mock are not", () => {
  const gate = gateOf(() => []);
  for (const token of [
    "xoxb-17653672481-19874698323",
    "xoxe.xoxp-1-Mi0yLTEyMzQ1Njc4OTA",
    "xapp-1-A0B1C2D3E4",
  ]) {
    expect(gate.text(`a ${token} b`)).toBe("a REDACTED b");
  }
  expect(gate.text("xoxp-mock-admin")).toBe("xoxp-mock-admin");
});

test("secrets that change are hidden from then on", () => {
  let secrets = ["first-secret"];
  const gate = gateOf(() => secrets);
  expect(gate.text("first-secret second-secret")).toBe("REDACTED second-secret");
  secrets = ["second-secret"];
  expect(gate.text("first-secret second-secret")).toBe("first-secret REDACTED");
});

test.each(["authorization", "Proxy-Authorization", "Cookie", "set-cookie", "X-API-Key"])(
  "the header %s is hidden",
  (name) => expect(gateOf(() => []).header(name, "Basic eDp5")).toBe("REDACTED"),
);

test.each([
  ["http://h:1/scim/v2/Users?filter=x", 200, "", "GET /scim/v2/Users 200"],
  [
    "http://h:1/scim/v2/Users",
    409,
    '{"detail":"username_taken","status":409}',
    "GET /scim/v2/Users 409 username_taken",
  ],
  [
    "http://h:1/x",
    409,
    '{"Errors":{"description":"username_taken (user=U1)","code":409}}',
    "GET /x 409 username_taken",
  ],
  ["http://h:1/x", 500, "<html>", "GET /x 500 -"],
  ["http://h:1/x", 500, '{"detail":{"a":1}}', "GET /x 500 -"],
  ["http://h:1", 400, "", "GET - 400 -"],
  ["http://h:1/a\u001b[31m\u009b\r\nb", 200, "", "GET /a\\u{1b}[31m\\u{9b}\\u{d}\\u{a}b 200"],
  ["http://h:1/jane@company.com", 404, "", "GET /someone-5ae7e31d59@redacted.example 404 -"],
])("%s with %i is logged in one line", (url, status, body, line) => {
  expect(
    logLine(
      traffic(url, status, body),
      gateOf(() => []),
    ),
  ).toBe(line);
});

test("a long path is cut", () => {
  const line = logLine(
    traffic(`http://h:1/${"x".repeat(10_000)}`),
    gateOf(() => []),
  );
  expect(line.length).toBeLessThan(320);
});

test.each([
  ["a letter as an escape", String.raw`{"a":"\u00e9mile@company.com"}`, "émile@company.com"],
  ["an at as an escape", String.raw`{"a":"jane\u0040company.com"}`, "jane@company.com"],
  ["after a line break", String.raw`{"a":"to:\njane@company.com"}`, "jane@company.com"],
  ["after a tab and a quote", String.raw`{"a":"\t\"jane@company.com\""}`, "jane@company.com"],
  ["after a backslash", String.raw`{"a":"\\jane@company.com"}`, "jane@company.com"],
])("an address in JSON, %s: it is hidden, and JSON stays JSON", (_what, text, address) => {
  const gate = gateOf(() => []);
  const hidden = gate.text(text);
  const { a } = JSON.parse(hidden);
  expect(a).toContain(gate.text(address));
  expect(hidden).not.toMatch(/company|mile|jane/);
  expect(JSON.parse(text).a.replace(address, gate.text(address))).toBe(a);
});
