import { expect, test } from "vitest";
import { UsageError } from "../../../reports/exit.ts";
import { entries, everything, pieces } from "../../../testing/migrate/readings.ts";
import { readJsonArray, readJsonLines } from "./json-lines.ts";
import { memberMap } from "./record-members.ts";

const read = (text: string, map?: string) => entries(readJsonLines(pieces(text), memberMap(map)));
const body = { active: false };

test.each([
  ["text", { method: "PATCH", url: "/scim/v1/Users/U1", body: JSON.stringify(body), status: 200 }],
  ["object", { method: "PATCH", path: "/scim/v1/Users/U1", body, status: "200" }],
  [
    "request line",
    {
      request: "PATCH /scim/v1/Users/U1 HTTP/1.1",
      request_body: JSON.stringify(body),
      status: 200,
    },
  ],
  [
    "host without a scheme",
    { method: "PATCH", uri: "api.slack.com:443/scim/v1/Users/U1", body, status: 200 },
  ],
  [
    "Google Cloud",
    {
      httpRequest: {
        requestMethod: "PATCH",
        requestUrl: "https://h/scim/v1/Users/U1",
        status: 200,
      },
      body,
    },
  ],
  [
    "base64",
    {
      httpMethod: "PATCH",
      path: "/scim/v1/Users/U1",
      isBase64Encoded: true,
      body: Buffer.from(JSON.stringify(body)).toString("base64"),
      status: 200,
    },
  ],
])("a record with its body as %s", async (_, record) => {
  expect(await read(JSON.stringify(record))).toEqual([
    { entry: 1, method: "PATCH", path: "/scim/v1/Users/U1", body, answer: { status: 200 } },
  ]);
});

test("exchanges.jsonl of a run, with its answers", async () => {
  const exchange = {
    id: "1.1/1",
    version: "1.1",
    request: {
      method: "POST",
      url: "http://127.0.0.1:1/scim/v1/Users",
      headers: { authorization: "Bearer [redacted]", "x-http-method-override": "PATCH" },
      body: JSON.stringify(body),
    },
    response: { status: 201, headers: {}, body: '{"id":"U1"}' },
  };
  expect(await read(JSON.stringify(exchange))).toEqual([
    {
      ...{ entry: 1, method: "POST", path: "/scim/v1/Users", body },
      headers: { "x-http-method-override": "PATCH" },
      answer: { status: 201, body: { id: "U1" } },
    },
  ]);
});

test("--map names the members of other logs: nested, dotted, and in texts of JSON", async () => {
  const map = "method=req.m,url=http.url,query=q,body=message.body,status=res.code,answer=res.text";
  const record = {
    req: { m: "PUT" },
    "http.url": "/scim/v1/Users/U1",
    q: "count=5",
    message: JSON.stringify({ body }),
    res: { code: 400, text: '{"Errors":{}}' },
  };
  expect(await read(JSON.stringify(record), map)).toEqual([
    {
      ...{ entry: 1, method: "PUT", path: "/scim/v1/Users/U1?count=5", body },
      answer: { status: 400, body: { Errors: {} } },
    },
  ]);
});

test.each(["method", "verb=x", "url="])("--map %s is a mistake of the user", (map) => {
  expect(() => memberMap(map)).toThrow(UsageError);
});

test("lines are counted with those that are empty or broken, which keep what can be told of them", async () => {
  const lines = [
    '{"method":"GET","url":"/scim/v1/Users"}',
    "",
    '{"method":"PATCH","url":"https://api.slack.com/scim/v1/Users/U2","body":"{\\"act',
    "rubbish",
    '{"event":"started"}',
    '{"url":"/scim/v1/Users/U3"}',
    "[1]",
    'time="…" "DELETE /scim/v1/Users/U9 HTTP/1.1" 200',
  ];
  expect(await read(lines.join("\r\n"))).toEqual([
    { entry: 1, method: "GET", path: "/scim/v1/Users" },
    {
      entry: 3,
      method: "PATCH",
      path: "/scim/v1/Users/U2",
      unreadable: "the line is not JSON",
      isBroken: true,
    },
    { entry: 4, method: "", path: "", unreadable: "the line is not JSON", isBroken: true },
    { entry: 5, method: "", path: "", isNoRequest: true },
    { entry: 6, method: "", path: "/scim/v1/Users/U3", unreadable: "the entry names no method" },
    { entry: 7, method: "", path: "", unreadable: "the line is not a JSON object", isBroken: true },
    {
      entry: 8,
      method: "DELETE",
      path: "/scim/v1/Users/U9",
      unreadable: "the line is not JSON",
      isBroken: true,
    },
  ]);
});

test("nginx's own escapes are read", async () => {
  const line =
    '{"request":"POST /scim/v1/Users HTTP/1.1","request_body":"{\\x22userName\\x22:\\x22a\\x22}"}';
  expect((await read(line))[0]?.body).toEqual({ userName: "a" });
  const body = "{\\x22title\\x22:\\x22\\xC3\\xA9 \\x5C\\x22x\\x5C\\x22\\x22}";
  const wanted = { title: 'é "x"' };
  const request = "PATCH /scim/v1/Users/U1 HTTP/1.1";
  const plain = `{"request":"${request}","request_body":"${body}"}`;
  expect((await read(plain))[0]?.body).toEqual(wanted);
  const wrapped = JSON.stringify({ request, request_body: body });
  expect((await read(wrapped))[0]?.body).toEqual(wanted);
});

test("an array of records, as log services export it", async () => {
  const text = JSON.stringify([{ method: "GET", url: "/scim/v1/Users" }, 5], null, 2);
  expect(await everything(readJsonArray(pieces(text, 3), {}))).toEqual([
    { entry: 1, method: "GET", path: "/scim/v1/Users" },
    { entry: 2, method: "", path: "", unreadable: "the line is not a JSON object", isBroken: true },
  ]);
});
