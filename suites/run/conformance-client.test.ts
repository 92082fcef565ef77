import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Credentials, createTenantGate } from "../../client/index.ts";
import { ConformanceClient } from "./conformance-client.ts";

interface Sent {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  body: string;
}

const sent: Sent[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  const body = Buffer.concat(chunks).toString("utf8");
  sent.push({ method, url, authorization: headers.authorization, body });
  response.writeHead(200, { "content-type": "application/json" }).end('{"id":"U1"}');
});
const clients: ConformanceClient[] = [];

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  sent.length = 0;
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

function open(
  version: "1.1" | "2.0" = "2.0",
  credentials: Credentials = "real",
): ConformanceClient {
  const client = new ConformanceClient({
    version,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`,
    credentials,
    gate: createTenantGate("off"),
  });
  clients.push(client);
  return client;
}

const requestLines = () => sent.map(({ method, url }) => `${method} ${url}`);
const bodies = () => sent.map(({ body }) => JSON.parse(body));

describe("the credentials of one call", () => {
  const basic = { username: "hr-sync", password: "real" };
  const nobody = `Basic ${Buffer.from("scim-conformance-nobody:not-a-password").toString("base64")}`;

  test.each<[string, Credentials, (string | undefined)[]]>([
    ["a bearer token", "real", [undefined, "Bearer xoxp-not-a-token", nobody, "Bearer mine"]],
    ["Basic", basic, [undefined, nobody, "Bearer xoxp-not-a-token", "Bearer mine"]],
  ])("replace those of the client: %s", async (_, credentials, expected) => {
    const { users } = open("2.0", credentials);
    for (const token of ["none", "wrong", "other-scheme", { value: "mine" }] as const) {
      await users.list({ token });
    }
    await users.list();
    const seen = sent.map(({ authorization }) => authorization);
    expect(seen.slice(0, 4)).toEqual(expected);
    expect(seen[4]).toMatch(credentials === "real" ? /^Bearer real$/ : /^Basic aHItc3luYzpyZWFs$/);
  });
});

describe("the body of one call", () => {
  const ada = { userName: "ada" };

  test("is changed after it is encoded", async () => {
    const { users } = open();
    await users.create(ada, {
      change: ({ schemas: _, ...body }) => ({ ...body, title: "Analyst" }),
    });
    await users.patch("U1", [], { change: () => [1] });
    expect(bodies()).toEqual([{ userName: "ada", title: "Analyst" }, [1]]);
  });

  test("is encoded as another version would", async () => {
    await open().users.create(ada, { encodeAs: "1.1" });
    await open("1.1").users.patch("U1", [{ kind: "set", path: "title", value: "Analyst" }], {
      encodeAs: "2.0",
      change: (body) => body.Operations,
    });
    expect(bodies()).toEqual([
      { schemas: ["urn:scim:schemas:core:1.0"], userName: "ada" },
      [{ op: "replace", path: "title", value: "Analyst" }],
    ]);
  });

  test("is sent unchanged, neither encoded nor changed", async () => {
    const { users } = open();
    const change = () => expect.unreachable();
    await users.create(ada, { rawBody: '{"userName": ', change });
    await users.replace("U1", ada, { rawBody: new TextEncoder().encode("[") });
    expect(sent.map(({ body }) => body)).toEqual(['{"userName": ', "["]);
  });

  test("is not sent when the change throws", async () => {
    const change = () => {
      throw new RangeError("no");
    };
    await expect(open().users.create(ada, { change })).rejects.toThrow(RangeError);
    expect(sent).toEqual([]);
  });
});

test("a call is sent by another method, to the same path", async () => {
  await open().users.patch("U1", [], { method: "POST" });
  await open().groups.get("G1", { method: "HEAD" });
  expect(requestLines()).toEqual(["POST /scim/v2/Users/U1", "HEAD /scim/v2/Groups/G1"]);
});

test("discovery is requested under the other spelling, and written to", async () => {
  for (const version of ["1.1", "2.0"] as const) {
    const client = open(version);
    await client.serviceProviderConfigOtherSpelling({ token: "none" });
    await client.writeServiceProviderConfig();
    await client.writeSchema();
  }
  expect(requestLines()).toEqual([
    "GET /scim/v2/ServiceProviderConfig",
    "PUT /scim/v2/ServiceProviderConfigs",
    "PUT /scim/v2/Schemas/Users",
    "GET /scim/v2/ServiceProviderConfigs",
    "PUT /scim/v2/ServiceProviderConfig",
    "PUT /scim/v2/Schemas/Users",
  ]);
  expect(sent[0]?.authorization).toBeUndefined();
});

test("users are requested under another version, and under none", async () => {
  await open().usersUnderVersion("v3");
  await open().usersUnderVersion(undefined);
  expect(requestLines()).toEqual(["GET /scim/v3/Users?count=1", "GET /scim/Users?count=1"]);
});

test("optional endpoints are requested", async () => {
  const client = open();
  for (const endpoint of ["me", "root", "unknown"] as const) await client.optional(endpoint);
  expect(requestLines()).toEqual(["GET /scim/v2/Me", "GET /scim/v2/", "GET /scim/v2/Nonexistent"]);
});
