import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "./index.ts";

interface RecordedRequest {
  method: string;
  url: string;
  body?: string;
  status: number;
}

// Recorded requests of Slack's Python SDK, with the status that it expected. Names are invented.
const fixture = new URL("./fixtures/python-slack-sdk-requests.json", import.meta.url);
const requests: RecordedRequest[] = JSON.parse(readFileSync(fixture, "utf8"));

/** When the recording's server and Slack's own reference disagree, the reference wins. */
const documented: Record<string, number> = {
  "PATCH /scim/v2/Groups": 200, // FACT-PATCH-04: 200 with the full group
  "GET /scim/v2/Schemas": 200, // FACT-DISCOVERY-11: a list
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 0, photoDelayMs: 0 } });
});
afterAll(() => mock.close());

async function send(method: string, url: string, body?: string, token = mock.token) {
  const response = await fetch(`${mock.url}${url}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json;charset=utf-8",
    },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

const recordedId = /[US]0000000[0-9A-Z]{3}/g;
const ids = new Map<string, string>();

/** The user from an earlier create of the recording, recognised by the address that its PUT sends. */
async function recordedUser(id: string): Promise<string | undefined> {
  const put = requests.find(({ method, url }) => method === "PUT" && url.endsWith(id));
  if (put?.body === undefined) return undefined;
  const email: string | undefined = JSON.parse(put.body).emails?.[0]?.value;
  const filter = encodeURIComponent(`email eq "${email}"`);
  const found = await send("GET", `/scim/v1/Users?filter=${filter}`);
  return JSON.parse(found.text).Resources[0]?.id;
}

/** The recording omits repeated creates: a missing resource is created when it is first used. */
async function ensure(id: string): Promise<void> {
  if (ids.has(id)) return;
  const isUser = id.startsWith("U");
  const recorded = isUser ? await recordedUser(id) : undefined;
  if (recorded !== undefined) {
    ids.set(id, recorded);
    return;
  }
  const body = isUser
    ? { userName: `made-${id}`, emails: [{ value: `${id}@made.example` }] }
    : { displayName: `Made ${id}` };
  const schemas = ["urn:scim:schemas:core:1.0"];
  const path = isUser ? "/scim/v1/Users" : "/scim/v1/Groups";
  const made = await send("POST", path, JSON.stringify({ schemas, ...body }));
  ids.set(id, JSON.parse(made.text).id);
}

function mapped(text: string): string {
  return text.replace(recordedId, (id) => ids.get(id) ?? id);
}

function expectedStatus({ method, url, status }: RecordedRequest): number {
  const key = Object.keys(documented).find((each) => `${method} ${url}`.startsWith(each));
  return (key === undefined ? undefined : documented[key]) ?? status;
}

test("every recorded request of the Python SDK gets the status that the SDK expects", async () => {
  const surprises: string[] = [];
  for (const request of requests) {
    const { method, body, status } = request;
    for (const [id] of `${request.url} ${body ?? ""}`.matchAll(recordedId)) await ensure(id);
    const url = mapped(request.url);
    // A conflict needs the other resource, whose repeated create the recording omits.
    if (status === 409) await send(method, url, body);
    const token = status === 401 ? "wrong" : mock.token;
    const answer = await send(method, url, body && mapped(body), token);
    if (answer.status !== expectedStatus(request)) {
      surprises.push(`${method} ${url}: ${answer.status} ${answer.text.slice(0, 200)}`);
    }
  }
  expect(surprises).toEqual([]);
});
