import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RecordedExchange } from "../exchange.ts";
import { Slices } from "../slices.ts";
import { RecordGate } from "./gate.ts";

const upstream = { origin: "https://api.slack.com", prefix: "" };
const nothing = { bytes: Buffer.alloc(0), size: 0 };
const exchangeWith = (
  headers: [string, string][],
  answered: [string, string][] = [],
  path = "/scim/v1/Users",
): RecordedExchange => ({
  startedAt: new Date(0),
  milliseconds: 1,
  request: { method: "GET", path, httpVersion: "HTTP/1.1", headers, body: nothing },
  response: { status: 200, statusText: "OK", headers: answered, body: nothing },
  failure: undefined,
});

const gateAfter = (...exchanges: RecordedExchange[]) => {
  const gate = new RecordGate({}, upstream);
  for (const exchange of exchanges) gate.learn(exchange);
  return gate;
};
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

const body = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:scim:schemas:core:1.0"],
  totalResults: 1234,
  Resources: [{ id: "U0123ABCDEF", userName: "User-1", active: true, title: null, name: {} }],
};
const entryOf = (text: string) => ({
  startedDateTime: "2026-01-02T03:04:05.678Z",
  time: 12.5,
  request: {
    method: "GET",
    url: "https://api.slack.com/scim/v1/Users?filter=userName%20eq%20%22user-1%22",
    httpVersion: "HTTP/1.1",
    headers: [{ name: "Accept", value: "application/json" }],
  },
  response: { status: 200, content: { size: 9, mimeType: "application/json", text } },
});
const entry = entryOf(JSON.stringify(body));

describe("what says nothing stays", () => {
  const settings =
    "theme=core; a=Users; b=scim; c=true; d=userName; e=12345; f=people.example; g=User";
  test.each<[what: string, exchange: RecordedExchange]>([
    ["settings in cookies", exchangeWith([["Cookie", settings]])],
    ["settings that the upstream keeps", exchangeWith([], [["Set-Cookie", "theme=core; Path=/"]])],
    ["a path in a cookie", exchangeWith([["Cookie", "last=%2Fscim%2Fv1%2FUsers%3Ffilter=user"]])],
    ["a URN in a cookie", exchangeWith([["Cookie", "s=urn:scim:schemas:core:1.0"]])],
    ["the upstream in a cookie", exchangeWith([["Cookie", "home=https://api.slack.com"]])],
    ["a Basic account", exchangeWith([["Authorization", basic("schemas:entries")]])],
    ["an account like a path", exchangeWith([["Authorization", basic("scim:Users")]])],
    ["a scheme alone", exchangeWith([["Authorization", "Bearer"]])],
    ["a number as a token", exchangeWith([["Authorization", "Bearer 1234"]])],
    ["a part of words as a token", exchangeWith([["Authorization", "Bearer ser"]])],
    ["a flag as a token", exchangeWith([["X-API-Key", "true"]])],
    ["a stand-in as a token", exchangeWith([["X-API-Key", "user-12"]])],
  ])("%s", async (_what, exchange) => {
    expect(JSON.parse(await gateAfter(exchange).json(entry, new Slices()))).toEqual(entry);
  });
});

test("a token that is a word of the protocol is hidden where it stands alone in a value", async () => {
  const gate = gateAfter(exchangeWith([["Authorization", "Bearer core"]]));
  const text = JSON.stringify({ schemas: body.schemas, core: "the core is it" });
  const { response } = JSON.parse(await gate.json(entryOf(text), new Slices()));
  expect(JSON.parse(response.content.text)).toEqual({
    schemas: body.schemas,
    core: "the [redacted] is it",
  });
});

test.each<[what: string, exchange: RecordedExchange, secret: string]>([
  [
    "a session in a cookie",
    exchangeWith([["Cookie", "a=b; d=zq8fA-31hKq0-xx17"]]),
    "zq8fA-31hKq0-xx17",
  ],
  [
    "one from the upstream",
    exchangeWith([], [["Set-Cookie", 'd="zq8fA-31hKq0-xx17"; Path=/']]),
    "zq8fA-31hKq0-xx17",
  ],
  ["a short token", exchangeWith([["Authorization", "Bearer zq1"]]), "zq1"],
  ["a token without a scheme", exchangeWith([["Authorization", "zqtok"]]), "zqtok"],
  [
    "a key as the account",
    exchangeWith([["Authorization", basic("sk_zq8fA31hKq0xx17:")]]),
    "sk_zq8fA31hKq0xx17",
  ],
  ["a password", exchangeWith([["Authorization", basic("scim:zqpw")]]), "zqpw"],
  ["a parameter", exchangeWith([], [], "/scim/v1/Users?token=zq%2Ftok"), "zq/tok"],
])("%s is hidden in names, values and URLs", async (_what, exchange, secret) => {
  const given = entryOf(JSON.stringify({ [secret]: [secret, { detail: `is ${secret} here` }] }));
  const url = `https://api.slack.com/scim/v1/Users?x=${encodeURIComponent(secret)}`;
  const written = await gateAfter(exchange).json({ ...given, request: { url } }, new Slices());
  const { request, response } = JSON.parse(written);
  expect(written).not.toContain("zq");
  expect(request.url).toBe("https://api.slack.com/scim/v1/Users?x=[redacted]");
  expect(JSON.parse(response.content.text)).toEqual({
    "[redacted]": ["[redacted]", { detail: "is [redacted] here" }],
  });
});

interface Vectors {
  secret: string;
  forms: { form: string; text: string }[];
}
const vectors: Vectors[] = JSON.parse(
  readFileSync(new URL("../../../testing/redaction-vectors.json", import.meta.url), "utf8"),
);
describe.each(vectors)("of the token $secret", ({ secret, forms }) => {
  const gate = gateAfter(exchangeWith([["Authorization", `Bearer ${secret}`]]));
  test.each(forms)(
    "no trace is left of the form $form, and the body stays JSON",
    async ({ text }) => {
      const given = entryOf(JSON.stringify({ detail: `before ${text} after`, active: true }));
      const { response } = JSON.parse(await gate.json({ ...given, comment: text }, new Slices()));
      const { detail, active } = JSON.parse(response.content.text);
      expect(active).toBe(true);
      expect(detail).toMatch(/^before .*\[redacted\].* after$/);
      expect(detail.length).toBeLessThan("before  after".length + "[redacted]".length + 24);
    },
  );
});

afterEach(() => vi.restoreAllMocks());

test("a long list lets others run before it is written", async () => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now++);
  const Resources = Array.from({ length: 100 }, (_, index) => ({ userName: `user-${index}` }));
  const text = JSON.stringify({ Resources });
  let turns = 0;
  let isWritten = false;
  const turn = () => {
    if (isWritten) return;
    turns += 1;
    setImmediate(turn);
  };
  setImmediate(turn);
  const written = await gateAfter().json(entryOf(text), new Slices());
  isWritten = true;
  expect(turns).toBeGreaterThan(0);
  expect(JSON.parse(written).response.content.text).toBe(text);
});
