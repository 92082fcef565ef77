import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { checkedProxies, hiddenOfProxies, proxyFailure, routeTo } from "./proxy.ts";
import { Recorder } from "./recorder.ts";
import { Redaction } from "./redaction.ts";
import { createTenantGate } from "./tenant-gate.ts";
import { Transport } from "./transport.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** A SCIM server. @returns its port */
const startTarget = () =>
  listen(createServer((request, response) => response.end(`target ${request.url}`)));

/**
 * A proxy that records its requests, and responds itself.
 * @param status of its responses; CONNECT with 200 opens a tunnel to the target, for any host
 */
async function startProxy({ status = 200, target = 0 } = {}) {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers["proxy-authorization"]);
    response.writeHead(status).end("proxied");
  });
  server.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    authorizations.push(request.headers["proxy-authorization"]);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const through = connect(target, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(through).pipe(socket);
    });
    through.on("error", () => socket.destroy());
    socket.on("error", () => through.destroy());
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, port, asked, authorizations };
}

function transport(baseUrl: string, env: NodeJS.ProcessEnv, proxy?: string): Transport {
  const made = new Transport({
    baseUrl,
    timeoutMs: 10_000,
    maxResponseBytes: 1000,
    connections: 2,
    retry: { connectionErrors: 0, rateLimited: 0, serverErrors: 0 },
    recorder: new Recorder("2.0", new Redaction({ secrets: [] })),
    gate: createTenantGate("off"),
    env,
    ...(proxy === undefined ? {} : { proxy }),
  });
  open.push(() => made.close());
  return made;
}

const read = (through: Transport) => through.send({ method: "GET", path: "/Users", headers: {} });
const http = "http://scim.invalid/scim/v2";
const https = "https://scim.invalid/scim/v2";
/** A port on which nothing listens. */
const closed = "http://127.0.0.1:1";

describe("the proxy in use", () => {
  test.each(["http_proxy", "HTTP_PROXY"])("%s, for http: plainly", async (name) => {
    const proxy = await startProxy();
    const answer = await read(transport(http, { [name]: proxy.url }));
    expect(answer.text).toBe("proxied");
    expect(proxy.asked).toEqual(["GET http://scim.invalid/scim/v2/Users"]);
  });

  test.each(["https_proxy", "HTTPS_PROXY", "HTTP_PROXY"])(
    "%s, for https: by a tunnel",
    async (name) => {
      const proxy = await startProxy({ target: await startTarget() });
      // The target has no TLS: only the request for the tunnel matters.
      await read(transport(https, { [name]: proxy.url })).catch(() => undefined);
      expect(proxy.asked).toEqual(["CONNECT scim.invalid:443"]);
    },
  );

  test("lower-case names win; each scheme has its own variable", async () => {
    const proxy = await startProxy();
    const env = { http_proxy: proxy.url, HTTP_PROXY: closed, HTTPS_PROXY: closed };
    expect((await read(transport(http, env))).text).toBe("proxied");
  });

  test.each(["no_proxy", "NO_PROXY"])("none for what %s names", async (name) => {
    const proxy = await startProxy();
    const env = { HTTP_PROXY: proxy.url, [name]: "other.example, scim.invalid" };
    await expect(read(transport(http, env))).rejects.toThrow(
      /cannot connect \(ENOTFOUND|EAI_AGAIN/,
    );
    expect(proxy.asked).toEqual([]);
  });

  test("none for this machine", async () => {
    const port = await startTarget();
    const env = { HTTP_PROXY: closed, HTTPS_PROXY: "not a URL" };
    for (const host of ["127.0.0.1", "localhost"]) {
      const answer = await read(transport(`http://${host}:${port}`, env));
      expect(answer.text).toBe("target /Users");
    }
  });

  test("the option wins over everything", async () => {
    const proxy = await startProxy();
    const env = { HTTP_PROXY: closed, NO_PROXY: "*" };
    expect((await read(transport(http, env, proxy.url))).text).toBe("proxied");
    expect((await read(transport("http://127.0.0.1:1", env, proxy.url))).text).toBe("proxied");
  });

  test("gets its credentials, and the limit on responses applies", async () => {
    const proxy = await startProxy();
    const env = { HTTP_PROXY: `http://ada:p%40ss@127.0.0.1:${proxy.port}` };
    await read(transport(http, env));
    const token = Buffer.from("ada:p@ss").toString("base64");
    expect(proxy.authorizations).toEqual([`Basic ${token}`]);
  });
});

describe("a failing proxy is named, without credentials", () => {
  const withPassword = (port: number) => `http://ada:secret@127.0.0.1:${port}`;

  test.each([
    ["http", http],
    ["https", https],
  ])("unreachable, for %s", async (_, base) => {
    const failure = await read(transport(base, { HTTP_PROXY: withPassword(1) })).catch(String);
    expect(failure).toContain("cannot connect to the proxy http://127.0.0.1:1 (ECONNREFUSED)");
    expect(failure).not.toContain("secret");
  });

  test.each([
    ["http", http],
    ["https", https],
  ])("407, for %s", async (_, base) => {
    const proxy = await startProxy({ status: 407 });
    const failing = read(transport(base, { HTTP_PROXY: withPassword(proxy.port) }));
    await expect(failing).rejects.toMatchObject({ name: "TransportError", kind: "unreachable" });
    const failure = await failing.catch(String);
    expect(failure).toContain(
      `the proxy ${proxy.url} returns HTTP 407: it requires other credentials`,
    );
    expect(failure).not.toContain("secret");
  });

  test("502 to CONNECT", async () => {
    const proxy = await startProxy({ status: 502 });
    const failure = await read(transport(https, { HTTPS_PROXY: proxy.url })).catch(String);
    expect(failure).toContain(`the proxy ${proxy.url} returns HTTP 502`);
    expect(failure).not.toContain("credentials");
  });

  test("a target that fails is not the proxy's fault", async () => {
    const failure = await read(transport(closed, {})).catch(String);
    expect(failure).toContain("cannot connect (ECONNREFUSED)");
  });
});

describe("the value of a variable", () => {
  test.each([
    "not a URL with secret",
    "proxy.example:3128/secret",
    "socks5://secret@proxy.example",
    "http://ada:secret%zz@proxy.example",
    "http://",
  ])("%s is refused, and not repeated", (text) => {
    for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"]) {
      const check = () => checkedProxies({ [name]: text });
      expect(check).toThrow(
        new RegExp(`^${name} is not the URL of a proxy; give http://host:port`),
      );
      expect(check).not.toThrow(/secret/);
      expect(check).toThrow(expect.objectContaining({ name: "ProxyUrlError" }));
      expect(() => transport(https, { [name]: text })).toThrow(name);
    }
    expect(() => transport(https, {}, text)).toThrow(/^the option proxy is not/);
  });

  test("nothing, or the URL of a proxy", () => {
    expect(checkedProxies({})).toEqual({ http: "", https: "", noProxy: "" });
    // An empty lower-case variable overrides the one in capitals.
    expect(checkedProxies({ http_proxy: "", HTTP_PROXY: closed })).toMatchObject({ http: "" });
    expect(checkedProxies({ HTTPS_PROXY: "https://proxy.example" })).toMatchObject({
      https: "https://proxy.example",
    });
  });
});

test("credentials of proxies are secrets, in the forms in which they are sent", () => {
  const env = {
    HTTPS_PROXY: "http://ada:p%40ss@proxy.example",
    http_proxy: "http://bob@proxy.example",
    HTTP_PROXY: "broken",
  };
  const token = (text: string) => Buffer.from(text).toString("base64");
  expect(hiddenOfProxies(env, "http://eve:plain@proxy.example")).toEqual({
    secrets: ["plain", token("eve:plain"), "p@ss", "p%40ss", token("ada:p@ss")],
    accounts: ["eve", "bob", "ada"],
  });
  expect(hiddenOfProxies({})).toEqual({ secrets: [], accounts: [] });
});

test("a proxy without a name has no account", () => {
  expect(hiddenOfProxies({ http_proxy: "http://:pass@proxy.example" })).toEqual({
    secrets: ["pass", Buffer.from(":pass").toString("base64")],
    accounts: [],
  });
});

describe("the description of a failing proxy", () => {
  const refused = (status: number) =>
    new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`);
  test.each<[unknown, string | undefined]>([
    [refused(502), "the proxy http://p returns HTTP 502"],
    [refused(407), "the proxy http://p returns HTTP 407: it requires other credentials"],
    [new Error("x", { cause: refused(502) }), "the proxy http://p returns HTTP 502"],
    [
      new Error("Proxy Authentication Required (407)"),
      "the proxy http://p returns HTTP 407: it requires other credentials",
    ],
    [new Error("no Proxy response (502)"), undefined],
    [new Error("x"), undefined],
    ["Proxy response (502)", undefined],
  ])("%s", (error, said) => {
    expect(proxyFailure(error, "the proxy http://p")).toBe(said);
  });

  test("an unknown one has no name", () => {
    expect(proxyFailure(refused(502), undefined)).toBe("a proxy returns HTTP 502");
  });
});

describe("the route to an origin", () => {
  const route = (origin: string, env: NodeJS.ProcessEnv, proxy?: string) => {
    const { dispatcher, proxy: asked } = routeTo(origin, {}, proxy, env);
    void dispatcher.destroy();
    return { asked, by: dispatcher.constructor.name };
  };
  const httpProxy = "http://ada:pass@one.example:3128";
  const both = { http_proxy: httpProxy, https_proxy: "http://two.example" };
  test.each([
    ["http://a.example", {}, { by: "Agent", asked: undefined }],
    ["http://a.example", { https_proxy: "http://two.example" }, { by: "Agent", asked: undefined }],
    [
      "http://a.example",
      both,
      { by: "EnvHttpProxyAgent", asked: "the proxy http://one.example:3128" },
    ],
    ["https://a.example", both, { by: "EnvHttpProxyAgent", asked: "the proxy http://two.example" }],
    [
      "https://a.example",
      { http_proxy: httpProxy },
      { by: "EnvHttpProxyAgent", asked: "the proxy http://one.example:3128" },
    ],
    ["http://127.0.0.1", both, { by: "Agent", asked: undefined }],
  ])("%s with %j", (origin, env, due) => {
    expect(route(origin, env)).toEqual(due);
  });

  test("with the option", () => {
    expect(route("http://127.0.0.1", both, "http://three.example")).toEqual({
      by: "ProxyAgent",
      asked: "the proxy http://three.example",
    });
  });
});
