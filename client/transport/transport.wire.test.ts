import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Exchange } from "../../schemas/index.ts";
import { Recorder } from "./recorder.ts";
import { Redaction } from "./redaction.ts";
import { createTenantGate } from "./tenant-gate.ts";
import { Transport, type TransportOptions, type WireRequest } from "./transport.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of open.splice(0).reverse()) await close();
});

/** A transport to a server with given responses, on a clock that does not wait. */
async function against(
  answer: RequestListener,
  options: Partial<Omit<TransportOptions, "logger">> & { logger?: undefined } = {},
) {
  const asked: { method?: string | undefined; url?: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = await read(request);
    asked.push({ method: request.method, url: request.url, body });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slept: number[] = [];
  const exchanges: Exchange[] = [];
  const lines: string[] = [];
  const { baseUrl = "/scim/v2", logger: _, ...rest } = options;
  const transport = new Transport({
    baseUrl: baseUrl.startsWith("http") ? baseUrl : `${origin}${baseUrl}`,
    timeoutMs: 20_000,
    maxResponseBytes: 1000,
    connections: 2,
    retry: { connectionErrors: 0, rateLimited: 0, serverErrors: 0 },
    recorder: new Recorder("2.0", new Redaction({ secrets: [] }), (one) => exchanges.push(one)),
    gate: createTenantGate("off"),
    clock: {
      now: () => 0,
      date: () => 0,
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
    env: {},
    ...("logger" in options ? {} : { logger: (line) => lines.push(line) }),
    ...rest,
  });
  open.push(async () => {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const send = (request: Partial<WireRequest> = {}) =>
    transport.send({ method: "GET", path: "/Users", headers: {}, ...request });
  return { origin, transport, send, asked, slept, exchanges, lines };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return body;
}

/** Answers with each status in turn; 0 breaks the connection. */
function inTurn(...statuses: number[]): RequestListener {
  return (request, response) => {
    const status = statuses.shift() ?? 200;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end("{}");
  };
}

describe("the URL of a request", () => {
  test.each([
    ["/scim/v2", {}, "/scim/v2/Users"],
    ["/scim/v2//", {}, "/scim/v2/Users"],
    ["/a//b/", {}, "/a//b/Users"],
    ["", {}, "/Users"],
    ["/scim/v2", { prefix: "/scim/v1" }, "/scim/v1/Users"],
    ["/scim/v2", { prefix: "" }, "/Users"],
    ["/scim/v2", { query: {} }, "/scim/v2/Users"],
    [
      "/scim/v2",
      { query: { filter: 'a eq "b&c"', "x+y": "1 2" } },
      "/scim/v2/Users?filter=a%20eq%20%22b%26c%22&x%2By=1%202",
    ],
  ])("below %j, with %j: %s", async (baseUrl, more, url) => {
    const { send, asked, exchanges, origin } = await against(inTurn(), { baseUrl });
    await send(more);
    expect(asked).toEqual([{ method: "GET", url, body: "" }]);
    expect(exchanges[0]?.request).toEqual({
      method: "GET",
      url: `${origin}${url}`,
      headers: {},
    });
  });

  test("a body is sent and recorded unchanged, bytes too", async () => {
    const { send, asked, exchanges } = await against(inTurn());
    await send({ method: "POST", body: '{"a":"é"}' });
    await send({ method: "PUT", body: new TextEncoder().encode('{"b":"é"}') });
    expect(asked.map(({ body }) => body)).toEqual(['{"a":"é"}', '{"b":"é"}']);
    expect(exchanges.map(({ request }) => request.body)).toEqual(['{"a":"é"}', '{"b":"é"}']);
  });

  test("no more connections are opened than allowed", async () => {
    let now = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const { send } = await against(
      (_request, response) => {
        now += 1;
        most = Math.max(most, now);
        waiting.push(() => {
          now -= 1;
          response.end("{}");
        });
        // The others would have arrived by then.
        setImmediate(() => setImmediate(() => waiting.shift()?.()));
      },
      { connections: 1 },
    );
    await Promise.all([...Array(6)].map(() => send()));
    expect(most).toBe(1);
  });
});

describe("the response", () => {
  test("the status, the text, and headers, of which repeated ones are joined", async () => {
    const { send, exchanges } = await against((_request, response) => {
      response.setHeader("X-Two", ["a", "b"]);
      response.setHeader("X-One", "c");
      response.writeHead(418).end("text");
    });
    const { status, text, headers, exchangeId } = await send();
    expect({ status, text, exchangeId }).toEqual({
      status: 418,
      text: "text",
      exchangeId: "2.0/1",
    });
    expect(headers).toMatchObject({ "x-two": "a, b", "x-one": "c" });
    expect(exchanges[0]?.response).toMatchObject({ status: 418, body: "text" });
    expect(exchanges[0]?.response?.headers["x-two"]).toBe("a, b");
  });

  test("a response may be as large as allowed, and no larger", async () => {
    const sized = (bytes: number) => against((_, response) => response.end("x".repeat(bytes)));
    const { send } = await sized(999);
    expect((await send()).text).toHaveLength(999);
    const large = await sized(1001);
    await expect(large.send()).rejects.toMatchObject({
      name: "TransportError",
      kind: "too-large",
      message: `GET ${large.origin}/scim/v2/Users: the response is larger than allowed`,
      exchangeId: "2.0/1",
      cause: expect.anything(),
    });
  });

  test("the duration is measured, of a failure too", async () => {
    vi.spyOn(performance, "now").mockReturnValueOnce(100).mockReturnValueOnce(107.25);
    const { send, exchanges, lines } = await against(inTurn(200, 0));
    await send();
    vi.mocked(performance.now).mockReturnValueOnce(200).mockReturnValueOnce(203.5);
    await send().catch(() => undefined);
    expect(exchanges.map(({ durationMs }) => durationMs)).toEqual([7.25, 3.5]);
    expect(lines[0]).toBe("GET /Users 200 7.3 ms");
  });

  test("the logger gets the reason of a failure", async () => {
    const { send, lines, exchanges } = await against(inTurn(), { baseUrl: "http://127.0.0.1:1" });
    await expect(send()).rejects.toThrow(
      "GET http://127.0.0.1:1/Users: cannot connect (ECONNREFUSED)",
    );
    expect(lines).toEqual(["GET /Users failed: cannot connect (ECONNREFUSED)"]);
    expect(exchanges[0]).toMatchObject({
      attempt: 1,
      error: "cannot connect (ECONNREFUSED)",
      request: { method: "GET", url: "http://127.0.0.1:1/Users" },
    });
  });

  test("a failure names the requested path, also one that replaces the base URL's", async () => {
    const { send } = await against(inTurn(), { baseUrl: "http://127.0.0.1:1/scim/v2" });
    await expect(send({ prefix: "/scim/v1" })).rejects.toThrow(
      "GET http://127.0.0.1:1/scim/v1/Users: ",
    );
  });
});

describe("what is retried", () => {
  const retry = { connectionErrors: 2, rateLimited: 0, serverErrors: 2 };

  test.each([
    [500, true],
    [501, false],
    [502, true],
    [503, true],
    [504, true],
    [505, false],
    [499, false],
    [404, false],
  ])("a read that is answered %i: %s", async (status, isRetried) => {
    const { send, asked } = await against(inTurn(status), { retry });
    expect((await send()).status).toBe(isRetried ? 200 : status);
    expect(asked).toHaveLength(isRetried ? 2 : 1);
  });

  test.each([
    ["200 ms by default", {}, 200],
    ["as long as the client asks", { pauseMs: 20 }, 20],
  ])("the first pause is %s at most, at least half of it, and doubled", async (_, more, most) => {
    const { send, slept } = await against(inTurn(503, 503), { retry: { ...retry, ...more } });
    await send();
    expect(slept).toHaveLength(2);
    for (const [index, ms] of slept.entries()) {
      expect(ms).toBeGreaterThanOrEqual((most / 2) * 2 ** index);
      expect(ms).toBeLessThanOrEqual(most * 2 ** index);
    }
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])(
    "%s is not, after a server error",
    async (method) => {
      const { send, asked } = await against(inTurn(503), { retry });
      expect((await send({ method })).status).toBe(503);
      expect(asked).toHaveLength(1);
    },
  );

  test.each([
    ["GET", true],
    ["PUT", true],
    ["DELETE", true],
    ["POST", false],
    ["PATCH", false],
  ])("%s, when the connection broke: %s", async (method, isRetried) => {
    const { send, asked } = await against(inTurn(0), { retry });
    if (isRetried) expect((await send({ method })).status).toBe(200);
    else await expect(send({ method })).rejects.toMatchObject({ kind: "broken" });
    expect(asked).toHaveLength(isRetried ? 2 : 1);
  });

  test("any request, when no connection could be made: nothing was sent", async () => {
    const { send, exchanges } = await against(inTurn(), { retry, baseUrl: "http://127.0.0.1:1" });
    await expect(send({ method: "POST" })).rejects.toMatchObject({ kind: "unreachable" });
    expect(exchanges.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  test("none, when the response is too large or too late", async () => {
    const large = await against((_, response) => response.end("x".repeat(2000)), { retry });
    await expect(large.send()).rejects.toMatchObject({ kind: "too-large" });
    expect(large.asked).toHaveLength(1);
    const late = await against(() => undefined, { retry, timeoutMs: 30 });
    await expect(late.send()).rejects.toMatchObject({ kind: "timeout" });
    expect(late.exchanges).toHaveLength(1);
  });

  test("as often as configured, each kind for itself, after waits that double", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { send, asked, slept } = await against(inTurn(503, 0, 503, 0, 503, 0), { retry });
    expect((await send()).status).toBe(503);
    expect(asked).toHaveLength(5);
    expect(slept).toEqual([100, 100, 200, 200]);
    vi.mocked(Math.random).mockReturnValue(0.5);
    const broken = await against(inTurn(0, 0, 0, 0), { retry });
    await expect(broken.send()).rejects.toMatchObject({ kind: "broken", exchangeId: "2.0/3" });
    expect(broken.slept).toEqual([150, 300]);
  });

  test("a 429 without Retry-After, after waits that double too", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { send, slept } = await against(inTurn(429, 429, 429), {
      retry: { ...retry, rateLimited: 3 },
    });
    expect((await send()).status).toBe(200);
    expect(slept).toEqual([100, 200, 400]);
  });
});

describe("an aborted request", () => {
  test("in progress ends at once", async () => {
    const abort = new AbortController();
    const { send, exchanges } = await against(() => abort.abort(), { signal: abort.signal });
    await expect(send()).rejects.toMatchObject({ name: "TransportError", kind: "aborted" });
    expect(exchanges[0]?.error).toBe("aborted");
  });

  test("that has not begun is not sent, and says which", async () => {
    const { send, asked, exchanges, origin } = await against(inTurn(), {
      signal: AbortSignal.abort(),
    });
    await expect(send()).rejects.toMatchObject({
      name: "TransportError",
      kind: "aborted",
      message: `GET ${origin}/scim/v2/Users: aborted`,
      cause: { name: "AbortError" },
    });
    expect(asked).toEqual([]);
    expect(exchanges).toEqual([]);
  });

  test("that is not aborted still has its time limit", async () => {
    const { signal } = new AbortController();
    const { send } = await against(() => undefined, { signal, timeoutMs: 30 });
    await expect(send()).rejects.toMatchObject({ kind: "timeout" });
  });
});

test("a closed transport sends nothing: its connections are closed", async () => {
  const { transport, send, asked } = await against(inTurn());
  await send();
  await transport.close();
  await expect(send()).rejects.toMatchObject({ name: "TransportError" });
  expect(asked).toHaveLength(1);
});

test("without a logger nothing is logged, not even a failure", async () => {
  const { transport } = await against(inTurn(200, 0), { logger: undefined });
  const request = { method: "GET", path: "/Users", headers: {} };
  expect((await transport.send(request)).status).toBe(200);
  await expect(transport.send(request)).rejects.toMatchObject({ kind: "broken" });
});

test("the resource is free again after a write that failed", async () => {
  const { send } = await against(inTurn(0));
  const write = { method: "PUT", path: "/Users/U1" };
  await expect(send(write)).rejects.toMatchObject({ kind: "broken" });
  expect((await send(write)).status).toBe(200);
});
