import { expect, test } from "vitest";
import { StandIns } from "../stand-ins/stand-ins.ts";
import { recordedHeaders, shownMediaType } from "./headers.ts";

const shown = (name: string, value: string) => recordedHeaders([[name, value]], new StandIns());

test.each([
  ["Accept", "application/scim+json, application/json;q=0.9, */*;q=0.1"],
  ["Accept-Encoding", "gzip, deflate;q=0.5, br"],
  ["accept-language", "de-DE, en;q=0.5, *;q=0.1"],
  ["Cache-Control", "no-cache, max-age=0"],
  ["Pragma", "no-cache"],
  ["Content-Type", "application/json; charset=utf-8"],
  ["Date", "Fri, 27 Nov 2026 00:00:00 GMT"],
  ["Retry-After", "30"],
  ["User-Agent", "python-requests/2.31.0 Okta SCIM Client 1.0.0"],
  ["Server", "nginx/1.25.3"],
  ["ETag", 'W/"1f2e"'],
  ["Vary", "Accept-Encoding, Authorization"],
  ["X-HTTP-Method-Override", "PATCH"],
  ["X-Rate-Limit-Remaining", "12"],
  ["x-scim-mock", "slack-scim-conformance"],
  ["x-scim-mock", "slack-scim-conformance; delay=1500"],
])("a field that names no one stays: %s", (name, value) => {
  expect(shown(name, value)).toEqual([{ name, value }]);
});

test.each([
  ["Accept", "text/zqada", "[redacted]"],
  ["Accept", "application/json;zq=ada", "[redacted]"],
  ["Accept-Encoding", "zqada", "[redacted]"],
  ["Accept-Language", "zq-ZQ", "[redacted]"],
  ["Accept-Language", "en-zqada", "[redacted]"],
  ["Cache-Control", "zqada", "[redacted]"],
  ["Cache-Control", 'no-cache="zqada"', "[redacted]"],
  ["Pragma", "zqada", "[redacted]"],
  ["Content-Type", "text/zqada", "[redacted]"],
  ["Content-Type", "application/json; charset=zqada", "[redacted]"],
  ["Date", "zqada", "[redacted]"],
  ["Server", "zqada", "[redacted]"],
  ["User-Agent", "okta/1.0 (Zqada Q Doe; (zq) +mailto:zq@x.org) curl/8.1", "okta/1.0 curl/8.1"],
  ["User-Agent", "okta/1.0-zqada Zqada Doe (zqada", "[redacted]"],
  ["ETag", '"ada"', "[redacted]"],
  ["Vary", "x-zqada", "[redacted]"],
  ["X-HTTP-Method-Override", "ZQADA", "[redacted]"],
  ["X-Rate-Limit-Reset", "zqada", "[redacted]"],
  ["Authorization", "zq-secret", "[redacted]"],
  ["Cookie", "d=zqada", "[redacted]"],
])("nothing else is shown of its value: %s: %s", (name, value, wanted) => {
  expect(shown(name, value)).toEqual([{ name, value: wanted }]);
});

test.each(["X-zqsec334", "X-Rate-Limit-Zqada", "zqada", "X-Request-Id", "Content-Length", "Host"])(
  "a field that is not known is left out with its name: %s",
  (name) => expect(shown(name, "1")).toEqual([]),
);

test("the product of a person who is known is hidden", () => {
  const standIns = new StandIns();
  standIns.of("zqada", "userName");
  expect(recordedHeaders([["User-Agent", "zqada/1.0 curl/8.1"]], standIns)).toEqual([
    { name: "User-Agent", value: "[redacted] curl/8.1" },
  ]);
});

test("the type of a body is one that is known", () => {
  expect(shownMediaType("application/scim+json; charset=UTF-8")).not.toBe("");
  expect(shownMediaType("text/zqada")).toBe("");
});
