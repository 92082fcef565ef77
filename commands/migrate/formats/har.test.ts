import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { entries, everything, pieces } from "../../../testing/migrate/readings.ts";
import { readHar } from "./har.ts";

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

const har = (...list: unknown[]) =>
  JSON.stringify({ log: { version: "1.2", pages: [{ id: "entries" }], entries: list } });
const entryOf = (request: object, response: object = { status: 200, content: {} }) => ({
  request: { method: "POST", url: "https://api.slack.com/scim/v1/Users", headers: [], ...request },
  response,
});
const shown = async (text: string) =>
  (await entries(readHar(pieces(text)))).map(({ method, path }) => `${method} ${path}`);

test("a recording of Chromium", async () => {
  expect(await shown(fixture("chromium.har"))).toEqual([
    "GET /scim/v1/ServiceProviderConfigs",
    "POST /scim/v1/Users",
    "GET /scim/v1/Users?filter=userName%20eq%20%22browser.one%22&count=5",
    expect.stringMatching(/^PATCH \/scim\/v1\/Users\/U\w+$/),
    "GET /scim/v2/Users?count=1",
    expect.stringMatching(/^DELETE \/scim\/v1\/Users\/U\w+$/),
  ]);
  const [, created] = await entries(readHar(pieces(fixture("chromium.har"))));
  expect(created).toMatchObject({
    entry: 2,
    body: { userName: "browser.one" },
    headers: { "content-type": "application/json" },
    answer: { status: 201, body: { userName: "browser.one" } },
    credentials: { secrets: ["xoxp-mock-admin"] },
  });
});

test("a recording of the embedded organisation, whose token is redacted", async () => {
  const all = await entries(readHar(pieces(fixture("mock.har"))));
  expect(all.map(({ answer }) => answer?.status)).toEqual([200, 404, 201, 200, 200, 200, 200]);
  expect(all.flatMap(({ credentials }) => credentials?.secrets ?? [])).toEqual([]);
});

test("the form that mitmproxy writes: base64 answers, and requests without an answer", async () => {
  const all = await entries(readHar(pieces(fixture("mitmproxy.har"))));
  expect(all.map(({ answer }) => answer)).toEqual([
    { status: 201, body: { id: "U0001", userName: "ada.one" } },
    { status: 200, body: { totalResults: 1, Resources: [{ id: "U0001" }] } },
    undefined,
    { status: 200 },
  ]);
});

test("pieces of any length give the same entries", async () => {
  const text = fixture("mitmproxy.har");
  const whole = await entries(readHar(pieces(text)));
  for (const length of [1, 7, 64, 1000]) {
    expect(await entries(readHar(pieces(text, length)))).toEqual(whole);
  }
});

test("a body in base64, and one that is compressed too", async () => {
  const body = { userName: "ada" };
  const text = Buffer.from(JSON.stringify(body));
  const all = await entries(
    readHar(
      pieces(
        har(
          entryOf({ postData: { text: text.toString("base64"), encoding: "base64" } }),
          entryOf({ postData: { text: gzipSync(text).toString("base64"), encoding: "base64" } }),
        ),
      ),
    ),
  );
  expect(all.map((one) => one.body)).toEqual([body, body]);
});

test.each([
  [{ postData: { mimeType: "application/json" }, bodySize: 20 }, "the body was not recorded"],
  [{ bodySize: 20 }, "the body was not recorded"],
  [
    { postData: { params: [{ name: "a", value: "b" }] }, bodySize: 3 },
    "the body is a form, not JSON",
  ],
  [{ postData: { text: "{" } }, "the body is not JSON"],
  [{ postData: { text: "[".repeat(200) + "]".repeat(200) } }, "the body is nested too deeply"],
])("a request whose body cannot be read keeps its path: %j", async (request, why) => {
  const [one] = await entries(readHar(pieces(har(entryOf(request)))));
  expect(one).toMatchObject({ method: "POST", path: "/scim/v1/Users", unreadable: why });
  expect(one).not.toHaveProperty("body");
});

test("a broken entry does not hide the others", async () => {
  const text = har(entryOf({}), entryOf({}), entryOf({})).replace(
    /("request":)(\{"method":"POST")/,
    "$1,$2",
  );
  const all = await entries(readHar(pieces(text)));
  expect(all.map(({ unreadable }) => unreadable)).toEqual([
    "the entry is not JSON of HAR 1.2",
    undefined,
    undefined,
  ]);
  expect(all[0]).toMatchObject({ entry: 1, method: "POST", path: "/scim/v1/Users" });
});

test("a file that is cut off gives what is whole, and says where it ends", async () => {
  const text = har(entryOf({}), entryOf({}));
  expect(await everything(readHar(pieces(text.slice(0, -40))))).toEqual([
    expect.objectContaining({ entry: 1 }),
    { problem: "the file is cut off, or its brackets do not match", after: 1 },
  ]);
});

test.each(["{}", '{"log":{"entries":{}}}', "", '{"entries":[1]}', '{"log":[{"entries":[1]}]}'])(
  "a document without log.entries has no request: %s",
  async (text) => {
    expect(await everything(readHar(pieces(text)))).toEqual([
      { problem: "the file has no log.entries" },
    ]);
  },
);
