import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type CallOptions,
  createTenantGate,
  decodeObject,
  type Outcome,
  ScimClient,
  type ScimRequest,
} from "./index.ts";

interface Sent {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

const sent: Sent[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  sent.push({ method, url, headers, body: Buffer.concat(chunks).toString("utf8") });
  response.writeHead(200, { "content-type": "application/json" }).end('{"id":"U1"}');
});

interface TracedOptions extends CallOptions {
  trace?: string;
}

/** A subclass with another option and another request, as the documentation describes. */
class TracingClient extends ScimClient<TracedOptions> {
  ping(options?: TracedOptions): Promise<Outcome<object>> {
    return this.send({ method: "GET", path: "/Ping", decode: decodeObject }, options);
  }

  protected override send<T>(
    request: ScimRequest<T>,
    { trace, ...options }: TracedOptions = {},
  ): Promise<Outcome<T>> {
    const headers = { ...options.headers, ...(trace === undefined ? {} : { "x-trace": trace }) };
    return super.send(request, { ...options, headers });
  }
}

let client: TracingClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new TracingClient({
    version: "2.0",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2/`,
    credentials: "t",
    headers: { "x-app": "hr" },
    gate: createTenantGate("off"),
  });
});
afterAll(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  sent.length = 0;
});

test("the headers of a call are added to the client's, replace them, or remove them", async () => {
  await client.users.get("U1", {
    headers: { "If-None-Match": "1", Accept: "a/b", "X-App": null },
  });
  expect(sent[0]?.headers).toMatchObject({ "if-none-match": "1", accept: "a/b" });
  expect(sent[0]?.headers).not.toHaveProperty("x-app");
  await client.users.get("U1");
  expect(sent[1]?.headers).toMatchObject({ accept: "application/json", "x-app": "hr" });
});

test("a search has its options in the query; one by POST has them in the body", async () => {
  const search = { filter: 'userName eq "a&b"', startIndex: 2, count: 0, query: { x: "y" } };
  await client.users.list(search);
  await client.users.search(search);
  const url = new URL(sent[0]?.url ?? "", "http://localhost");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    x: "y",
    filter: search.filter,
    startIndex: "2",
    count: "0",
  });
  expect(sent[1]).toMatchObject({ method: "POST", url: "/scim/v2/Users/.search" });
  expect(JSON.parse(sent[1]?.body ?? "")).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
    x: "y",
    filter: search.filter,
    startIndex: 2,
    count: 0,
  });
});

test("a subclass sends its own requests, and every call passes its send with the call's options", async () => {
  await client.ping({ trace: "1" });
  await client.users.create({ userName: "ada" }, { trace: "2" });
  await client.groups.list({ trace: "3", count: 1 });
  await client.schemas({ trace: "4" });
  await client.bulk({ operations: [] }, { trace: "5" });
  expect(sent.map(({ url, headers }) => `${url} ${headers["x-trace"]}`)).toEqual([
    "/scim/v2/Ping 1",
    "/scim/v2/Users 2",
    "/scim/v2/Groups?count=1 3",
    "/scim/v2/Schemas 4",
    "/scim/v2/Bulk 5",
  ]);
});

test.each([
  [{ version: "2" }, /version must be 1\.1 or 2\.0/],
  [{ baseUrl: "api.slack.com" }, /baseUrl must be a URL such as/],
  [{ credentials: { token: "xoxp-1" } }, /credentials must be a bearer token, or an object/],
  [{ credentials: "" }, /credentials must be a bearer token/],
  [{ credentials: undefined }, /credentials must be a bearer token/],
])("a client with the option %j is rejected, with what is right", (wrong, message) => {
  const options = { version: "2.0", baseUrl: "http://127.0.0.1/scim/v2", credentials: "xoxp-1" };
  expect(() => Reflect.construct(ScimClient, [{ ...options, ...wrong }])).toThrow(message);
});

test("many waiting requests do not warn of a leak", async () => {
  const { signal } = new AbortController();
  const client = new ScimClient({
    ...{ version: "2.0", baseUrl: "http://127.0.0.1/scim", credentials: "x" },
    signal,
  });
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on("warning", onWarning);
  for (let waiting = 0; waiting < 12; waiting += 1) signal.addEventListener("abort", () => {});
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", onWarning);
  await client.close();
  expect(warnings).toEqual([]);
});
