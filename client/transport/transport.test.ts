import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { ScimClient, type ScimClientOptions } from "../scim-client.ts";
import { createTenantGate } from "./tenant-gate.ts";
import { TransportError } from "./transport-error.ts";

const open: { server: Server; client: ScimClient }[] = [];

afterEach(async () => {
  for (const { server, client } of open.splice(0)) {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A client of a server with given responses, and the recorded exchanges. */
async function against(answer: RequestListener, options: Partial<ScimClientOptions> = {}) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const exchanges: Exchange[] = [];
  const client = new ScimClient({
    version: "2.0",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`,
    credentials: "xoxp-secret-token",
    gate: createTenantGate("off"),
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  });
  open.push({ server, client });
  return { client, exchanges };
}

/** Answers with each of the given statuses in turn, then with 200. */
function statuses(
  ...list: { status: number; headers?: Record<string, string> }[]
): RequestListener {
  return (_request, response) => {
    const next = list.shift() ?? { status: 200 };
    response.writeHead(next.status, { "content-type": "application/json", ...next.headers });
    response.end('{"id":"U1"}');
  };
}

test("a 429 is sent again after Retry-After, and every attempt is recorded", async () => {
  const { client, exchanges } = await against(
    statuses({ status: 429, headers: { "retry-after": "0" } }),
  );
  expect((await client.users.get("U1")).status).toBe(200);
  expect(exchanges.map(({ attempt, response }) => [attempt, response?.status])).toEqual([
    [1, 429],
    [2, 200],
  ]);
});

test("a permanent 429 is an outcome, not an endless loop", async () => {
  const { client, exchanges } = await against(
    (_request, response) => response.writeHead(429, { "retry-after": "0" }).end(),
    { retry: { rateLimited: 2 } },
  );
  expect((await client.users.get("U1")).status).toBe(429);
  expect(exchanges).toHaveLength(3);
});

test("server errors are retried only when asked for", async () => {
  const plain = await against(statuses({ status: 503 }));
  expect((await plain.client.users.get("U1")).status).toBe(503);
  const retrying = await against(statuses({ status: 503 }), { retry: { serverErrors: 1 } });
  expect((await retrying.client.users.get("U1")).status).toBe(200);
});

test("a broken connection is retried for a GET, never for a POST", async () => {
  const breaksOnce = (): RequestListener => {
    let first = true;
    return (request, response) => {
      if (first) {
        first = false;
        request.socket.destroy();
      } else response.end("{}");
    };
  };
  const get = await against(breaksOnce());
  expect((await get.client.users.get("U1")).status).toBe(200);
  const post = await against(breaksOnce());
  await expect(post.client.users.create({ userName: "a" })).rejects.toMatchObject({
    kind: "broken",
  });
  expect(post.exchanges).toHaveLength(1);
});

test("a server that does not answer in time is a TransportError that says so", async () => {
  const { client, exchanges } = await against(() => undefined, { timeoutMs: 50 });
  const failure = await client.users.get("U1").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TransportError);
  expect(failure).toMatchObject({ kind: "timeout" });
  expect(exchanges[0]?.error).toContain("no response in time");
});

test("a closed port is a TransportError of kind unreachable", async () => {
  const { client } = await against(() => undefined, { baseUrl: "http://127.0.0.1:1/scim/v2" });
  await expect(client.users.get("U1")).rejects.toMatchObject({ kind: "unreachable" });
});

test("two writes to one resource never run at once; reads do not wait", async () => {
  let writing = 0;
  let most = 0;
  const { client } = await against((request, response) => {
    if (request.method === "GET") return response.end("{}");
    writing += 1;
    most = Math.max(most, writing);
    setImmediate(() => {
      writing -= 1;
      response.end("{}");
    });
    return undefined;
  });
  const set = { kind: "set", path: "title", value: "x" } as const;
  await Promise.all([
    client.users.patch("U1", [set]),
    client.users.patch("U1", [set]),
    client.users.replace("U1", {}),
    client.users.get("U1"),
  ]);
  expect(most).toBe(1);
});

test("extra headers are sent, and a call can remove one", async () => {
  const seen: (string | undefined)[] = [];
  const { client } = await against(
    (request, response) => {
      seen.push(request.headers["x-extra"] as string | undefined);
      response.end("{}");
    },
    { headers: { "x-extra": "yes" } },
  );
  await client.users.get("U1");
  await client.users.get("U1", { headers: { "x-extra": null } });
  expect(seen).toEqual(["yes", undefined]);
});

test("requests go through the proxy that is named", async () => {
  const tunnelled: string[] = [];
  const proxy = createServer((request, response) => {
    tunnelled.push(request.url ?? "");
    response.end('{"id":"U1"}');
  });
  proxy.on("connect", (request, socket) => {
    tunnelled.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { client } = await against(statuses(), {
    baseUrl: "http://scim.invalid/scim/v2",
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  });
  await client.users.get("U1").catch(() => undefined);
  expect(tunnelled.join()).toContain("scim.invalid");
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

test("the logger gets a line for each attempt, without the token", async () => {
  const lines: string[] = [];
  const { client } = await against(statuses(), { logger: (line) => lines.push(line) });
  await client.users.get("U1");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^GET \/Users\/U1 200 /);
});

test("recorded exchanges contain no token and no password", async () => {
  const { client, exchanges } = await against((_request, response) =>
    response.end(JSON.stringify({ id: "U1", note: "xoxp-secret-token", password: "hunter2" })),
  );
  await client.users.create({ userName: "a", password: "hunter2" });
  const recorded = JSON.stringify(exchanges);
  expect(recorded).not.toContain("xoxp-secret-token");
  expect(recorded).not.toContain("hunter2");
  expect(recorded).toContain("Bearer [redacted]");
});

describe("a URL that the server gave", () => {
  const asked = async (location: (origin: string) => string) => {
    const seen: (string | undefined)[] = [];
    const { client } = await against((request, response) => {
      seen.push(request.url);
      response.end('{"id":"U1"}');
    });
    const answer = await client.follow(location(new URL(client.baseUrl).origin));
    expect(answer?.status).toBe(seen.length === 0 ? undefined : 200);
    return seen;
  };

  test("of another host is requested below the base URL: the token is not sent elsewhere", async () => {
    expect(await asked(() => "https://api.slack.com/scim/v2/Users/U1")).toEqual([
      "/scim/v2/Users/U1",
    ]);
    expect(await asked(() => "https://elsewhere.example/other/v2/Users/U2")).toEqual([
      "/scim/v2/Users/U2",
    ]);
  });

  test.each<[string, (origin: string) => string]>([
    ["of another version", (origin) => `${origin}/scim/v1/Users/U1`],
    ["of another version on another host", () => "https://api.slack.com/scim/v1/Users/U1"],
    ["that climbs out", (origin) => `${origin}/scim/v2/../v1/Users`],
    ["that climbs out once it is decoded", (origin) => `${origin}/scim/v2/..%2f..%2fadmin`],
    ["that is not a URL", () => "http://"],
  ])("%s is not followed", async (_, location) => {
    expect(await asked(location)).toEqual([]);
  });
});

test("no redirect is followed", async () => {
  let asked = 0;
  const { client } = await against((_request, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 302 : 200, { location: "/scim/v2/Users/U2" }).end();
  });
  expect((await client.users.get("U1")).status).toBe(302);
  expect(asked).toBe(1);
});

test("the password of a proxy is not recorded", async () => {
  vi.stubEnv("HTTPS_PROXY", "http://ada:p%40ss-word@proxy.example:3128");
  const { client, exchanges } = await against((_request, response) =>
    response.end('{"detail":"ada may not, with p@ss-word or p%40ss-word"}'),
  );
  vi.unstubAllEnvs();
  await client.users.get("U1");
  expect(JSON.stringify(exchanges)).not.toMatch(/ss-word|ada may/);
});

describe("ids in paths", () => {
  const calls: [string, (client: ScimClient, id: string) => Promise<unknown>][] = [
    ["read", (client, id) => client.users.get(id)],
    ["patch", (client, id) => client.groups.patch(id, [])],
    ["replace", (client, id) => client.users.replace(id, {})],
    ["delete", (client, id) => client.groups.delete(id)],
    ["schema", (client, id) => client.schemaById(id)],
    ["bulk", (client, id) => client.bulk({ operations: [{ method: "DELETE", type: "User", id }] })],
  ];

  test.each(calls)("%s of one that would name another resource is not sent", async (_, call) => {
    for (const id of ["", ".", "..", "%2e%2e", "../Groups/S1"]) {
      const { client, exchanges } = await against(statuses());
      await expect(call(client, id)).rejects.toMatchObject({ name: "UnsafePathError" });
      expect(exchanges).toEqual([]);
    }
  });

  test("others go over the wire as one segment", async () => {
    const seen: (string | undefined)[] = [];
    const { client } = await against((request, response) => {
      seen.push(request.url);
      response.end("{}");
    });
    for (const id of ["a/b", "a?b#c", "...", "ü", "100%"]) await client.users.get(id);
    expect(seen).toEqual(
      ["a%2Fb", "a%3Fb%23c", "...", "%C3%BC", "100%25"].map((id) => `/scim/v2/Users/${id}`),
    );
  });
});
