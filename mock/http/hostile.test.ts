import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../index.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const cores = {
  v1: "urn:scim:schemas:core:1.0",
  v2: "urn:ietf:params:scim:schemas:core:2.0:User",
} as const;

function valid(version: "v1" | "v2", more = ""): string {
  const email = '"emails":[{"value":"a@x.example"}]';
  return `{"schemas":["${cores[version]}"],"userName":"probe",${email}${more}}`;
}

function nested(depth: number): string {
  return `,"x":${"[".repeat(depth)}${"]".repeat(depth)}`;
}

async function post(version: string, body: string | Uint8Array, type = "application/json") {
  const response = await fetch(`${mock.url}/scim/${version}/Users`, {
    method: "POST",
    headers: { authorization: `Bearer ${mock.token}`, "content-type": type },
    body: typeof body === "string" ? body : Buffer.from(body),
  });
  return { status: response.status, text: await response.text() };
}

/** The response to raw bytes. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(mock.url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.write(bytes);
  });
}

async function userCount(): Promise<number> {
  const response = await fetch(`${mock.url}/scim/v1/Users?count=0`, {
    headers: { authorization: `Bearer ${mock.token}` },
  });
  const list: { totalResults: number } = JSON.parse(await response.text());
  return list.totalResults;
}

/** An error in the version's own form with the HTTP status. */
function expectRefused(version: string, answer: { status: number; text: string }): void {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  const body = JSON.parse(answer.text);
  expect(body.Errors.code).toBe(answer.status);
  if (version === "v2") expect(body.status).toBe(answer.status);
}

describe.each(["v1", "v2"] as const)(
  "FACT-ERROR-84 %s: bad input gives Slack's error and stores nothing",
  (version) => {
    const bodies: [string, () => string | Uint8Array][] = [
      ["malformed JSON", () => '{"userName":'],
      ["an empty body", () => ""],
      ["no object", () => '"text"'],
      ["null", () => "null"],
      [
        "bad UTF-8",
        () =>
          Buffer.concat([
            Buffer.from('{"userName":"'),
            Buffer.from([0xc3, 0x28]),
            Buffer.from('"}'),
          ]),
      ],
      ["deep nesting", () => valid(version, nested(64))],
      ["very deep nesting", () => valid(version, nested(50_000))],
      ["a __proto__ member", () => valid(version, ',"__proto__":{"admin":true}')],
      ["a __proto__ member below", () => valid(version, ',"name":{"__proto__":{"admin":true}}')],
      ["ten megabytes", () => valid(version, `,"title":"${"x".repeat(10_000_000)}"`)],
      ["schemas of another type", () => '{"schemas":5,"userName":"probe","emails":[]}'],
    ];
    test.each(bodies)("%s", async (_name, body) => {
      const before = await userCount();
      expectRefused(version, await post(version, body()));
      expect(await userCount()).toBe(before);
      expect(Reflect.get({}, "admin")).toBeUndefined();
    });

    test("another content type, and the other media types of JSON", async () => {
      expectRefused(version, await post(version, valid(version), "text/plain"));
      expectRefused(version, await post(version, "a=b", "application/x-www-form-urlencoded"));
      expect((await post(version, valid(version), "application/scim+json")).status).toBe(201);
    });

    test.each([
      "startIndex=one",
      "count=1e3",
      `count=${"9".repeat(400)}`,
      "startIndex=1.5",
      `filter=${"(".repeat(3000)}`,
      "filter=userName%20eq%20%22open",
      "filter=userName%20eq%20%22%5C%22",
      "filter=userName%20eq%20%22%5Cq%22",
      "filter=%00",
    ])("query %s", async (query) => {
      const response = await fetch(`${mock.url}/scim/${version}/Users?${query}`, {
        headers: { authorization: `Bearer ${mock.token}` },
      });
      expectRefused(version, { status: response.status, text: await response.text() });
    });

    test("unknown methods and broken requests", async () => {
      const head = `Host: x\r\nAuthorization: Bearer ${mock.token}\r\nConnection: close\r\n\r\n`;
      for (const verb of ["FROBNICATE", "TRACE", "PROPFIND", "QUERY"]) {
        const answer = await raw(`${verb} /scim/${version}/Users HTTP/1.1\r\n${head}`);
        expect(answer, verb).toMatch(/^HTTP\/1.1 405 /);
        expect(answer, verb).toContain("method_not_allowed");
      }
      expect(await raw(`GET /scim/${version}/Users HTTP/x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
      const huge = `GET /scim/${version}/Users?filter=${"x".repeat(40_000)} HTTP/1.1\r\n${head}`;
      expect(await raw(huge)).toContain("invalid_request_payload");
      expect(await raw(`HEAD /scim/${version}/Users HTTP/1.1\r\n${head}`)).toMatch(
        /^HTTP\/1.1 405 /,
      );
    });

    test("FACT-FORMAT-21: duplicate and trailing slashes, query strings with plus signs", async () => {
      const headers = { authorization: `Bearer ${mock.token}` };
      for (const path of [`/scim/${version}//Users?count=1`, `/scim/${version}/Users/?count=1`]) {
        expect((await fetch(mock.url + path, { headers })).status, path).toBe(200);
      }
      const plus = await fetch(`${mock.url}/scim/${version}/Users?filter=userName+eq+%22x%22`, {
        headers,
      });
      expect(plus.status).toBe(200);
    });
  },
);

test("every response says that it is the mock's, also one to what is no HTTP", async () => {
  const { status, headers } = await fetch(`${mock.url}/scim/v2/nothing`);
  expect([status, headers.get("x-scim-mock")]).toEqual([401, "slack-scim-conformance"]);
  expect(await raw("NONSENSE\r\n\r\n")).toContain("x-scim-mock: slack-scim-conformance");
});
