import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  request as send,
} from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RedactedText } from "../../schemas/index.ts";
import { upstreamOf } from "./proxy/upstream.ts";
import { RecordSession } from "./session.ts";

interface Entry {
  comment?: string;
  request: {
    method: string;
    url: string;
    headers: { name: string; value: string }[];
    postData?: { text: string; comment?: string };
  };
  response: {
    status: number;
    headers: { name: string; value: string }[];
    redirectURL: string;
    content: { text?: string; comment?: string };
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const undo: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

let entries: Entry[];
let warnings: string[];
let session: RecordSession;
beforeEach(() => {
  entries = [];
  warnings = [];
});

/** A server of its own for a test. @returns its URL */
async function upstream(handler: Handler): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    handler(request, response, Buffer.concat(chunks));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that answers the head of a request byte by byte. @returns its URL */
async function rawUpstream(answer: (head: string, socket: Socket) => void): Promise<string> {
  const server = createNetServer((socket) => {
    let head = "";
    socket.on("error", () => {});
    socket.on("data", (data) => {
      head += data.toString("latin1");
      if (head.endsWith("\r\n\r\n")) answer(head, socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends a request line and header fields as they are. @returns the answer, a character for each byte */
async function askRaw(url: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(Buffer.from(`${head}Host: x\r\nConnection: close\r\n\r\n`, "latin1"));
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString("latin1");
  });
  await once(socket, "close");
  return answer;
}

/** Starts a proxy to a URL. @returns where the client sends its requests */
async function recording(url: string): Promise<string> {
  session = new RecordSession({
    upstream: upstreamOf(url),
    env: {},
    warn: (line) => warnings.push(line),
  });
  const address = await session.start(0, () => ({
    add: (entry: RedactedText) => entries.push(JSON.parse(entry)),
    close: () => {},
  }));
  undo.push(() => session.stop());
  return address;
}

interface Received {
  status: number;
  statusText: string;
  headers: IncomingMessage["headers"];
  rawHeaders: string[];
  body: Buffer;
}

/** Sends a request as it is: no header is added but the host, nothing is decoded, no redirect followed. */
function ask(
  url: string,
  method = "GET",
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = "",
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(Buffer.from(chunk));
      } catch (error) {
        reject(error);
      }
      resolve({
        status: response.statusCode ?? 0,
        statusText: response.statusMessage ?? "",
        headers: response.headers,
        rawHeaders: response.rawHeaders,
        body: Buffer.concat(chunks),
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

const recorded = async (count: number): Promise<Entry[]> => {
  await expect.poll(() => entries.length, { timeout: 20_000 }).toBe(count);
  return entries;
};
const user = { schemas: ["urn:scim:schemas:core:1.0"], id: "W0123ABCDEF", userName: "zqada" };

describe("what passes", () => {
  test("method, path, headers and body arrive as they were sent, and so does the answer", async () => {
    let seen: { line: string; headers: IncomingMessage["headers"]; body: string } | undefined;
    const url = await upstream((request, response, body) => {
      const line = `${request.method} ${request.url}`;
      seen = { line, headers: request.headers, body: body.toString("latin1") };
      response.writeHead(201, "Made", [
        ...["X-Twice", "one", "X-Twice", "two", "Content-Type", "application/json"],
        ...["Connection", "keep-alive, x-hop", "X-Hop", "1"],
      ]);
      response.end(JSON.stringify(user));
    });
    const proxy = await recording(`${url}/scim/v1`);
    const text = '{ "userName":"zq\u00e4da" }';
    const answer = await ask(
      `${proxy}//scim/v1/Users/?filter=userName%20eq%20%22zqada%22&&count=5`,
      "POST",
      {
        authorization: "Bearer xoxp-secret-token-1",
        "X-HTTP-Method-Override": "PATCH",
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
        connection: "x-drop",
        "x-drop": "1",
        "x-other": "zqother",
      },
      text,
    );
    expect(seen?.line).toBe("POST //scim/v1/Users/?filter=userName%20eq%20%22zqada%22&&count=5");
    expect(seen?.headers).toMatchObject({
      authorization: "Bearer xoxp-secret-token-1",
      "x-http-method-override": "PATCH",
      "x-other": "zqother",
      host: new URL(url).host,
    });
    expect(seen?.headers).not.toHaveProperty("x-drop");
    expect(Buffer.from(seen?.body ?? "", "latin1").toString("utf8")).toBe(text);
    expect(answer).toMatchObject({ status: 201, statusText: "Made" });
    expect(answer.headers["x-twice"]).toBe("one, two");
    expect(answer.headers).not.toHaveProperty("x-hop");
    expect(answer.body.toString()).toBe(JSON.stringify(user));
    const [entry] = await recorded(1);
    expect(JSON.stringify(entry)).not.toMatch(/zq|secret-token/);
    const sent = entry?.request.headers ?? [];
    expect(sent).toContainEqual({ name: "X-HTTP-Method-Override", value: "PATCH" });
    expect(sent).toContainEqual({ name: "authorization", value: "Bearer [redacted]" });
  });

  test("a gzip'd answer keeps its bytes, and is recorded as text", async () => {
    const bytes = gzipSync(JSON.stringify({ Resources: [user] }));
    const url = await upstream((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-type": "application/json" });
      response.end(bytes);
    });
    const answer = await ask(`${await recording(url)}/scim/v1/Users`, "GET", {
      "accept-encoding": "gzip",
    });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    expect(answer.body.equals(bytes)).toBe(true);
    const [entry] = await recorded(1);
    expect(JSON.parse(entry?.response.content.text ?? "")).toEqual({
      Resources: [{ ...user, userName: "user-1" }],
    });
  });

  test("a long list is recorded whole, in its order, whatever its encoding", async () => {
    const Resources = Array.from({ length: 1001 }, (_, index) => ({
      ...{
        schemas: user.schemas,
        id: `U${String(index).padStart(10, "0")}`,
        userName: `zq${index}`,
      },
      emails: [{ value: `zq${index}@zq.org` }],
    }));
    const text = JSON.stringify({ totalResults: 1001, Resources, itemsPerPage: 1001 });
    const bytes = gzipSync(text);
    const url = await upstream((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-type": "application/json" });
      response.end(bytes);
    });
    const answer = await ask(`${await recording(url)}/scim/v1/Users`);
    expect(answer.body.equals(bytes)).toBe(true);
    const [entry] = await recorded(1);
    const { content } = entry?.response ?? {};
    const list = JSON.parse(content?.text ?? "");
    expect(content).toMatchObject({ size: bytes.length });
    expect(Object.keys(list)).toEqual(["totalResults", "Resources", "itemsPerPage"]);
    expect(list).toMatchObject({ totalResults: 1001, itemsPerPage: 1001 });
    expect(list.Resources.map(({ id }: { id: string }) => id)).toEqual(
      Resources.map(({ id }) => id),
    );
    expect(new Set(list.Resources.map(({ userName }: { userName: string }) => userName)).size).toBe(
      1001,
    );
    expect(content?.text).not.toContain("zq");
  });

  test("a redirect is an answer, and its target is not called", async () => {
    let called = 0;
    const elsewhere = await upstream((_request, response) => {
      called += 1;
      response.end();
    });
    const url = await upstream((_request, response) => {
      response.writeHead(302, { location: `${elsewhere}/scim/v1/Users/zqada` });
      response.end();
    });
    const answer = await ask(`${await recording(url)}/scim/v1/Users`, "GET", {
      authorization: "Bearer xoxp-secret-token-1",
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe(`${elsewhere}/scim/v1/Users/zqada`);
    const [entry] = await recorded(1);
    expect(called).toBe(0);
    expect(entry?.response.redirectURL).toBe(`${elsewhere}/scim/v1/Users/user-1`);
  });

  test("HEAD, chunked bodies and Expect pass", async () => {
    const seen: string[] = [];
    const url = await upstream((request, response, body) => {
      seen.push(`${request.method} ${request.headers.expect ?? "-"} ${body}`);
      response.writeHead(200, { "content-length": 17, "content-type": "application/json" });
      response.end(request.method === "HEAD" ? undefined : '{"active": true }');
    });
    const proxy = await recording(url);
    const head = await ask(`${proxy}/scim/v1/Users/W0123ABCDEF`, "HEAD");
    expect(head.headers["content-length"]).toBe("17");
    const chunked = { "transfer-encoding": "chunked" };
    await ask(`${proxy}/scim/v1/Users`, "POST", chunked, '{"userName":"zqada"}');
    let hasContinued = false;
    await new Promise<void>((resolve, reject) => {
      const headers = { expect: "100-continue", "content-length": 2 };
      const waiting = send(`${proxy}/scim/v1/Users`, { method: "POST", headers, agent: false });
      waiting.on("continue", () => {
        hasContinued = true;
        waiting.end("{}");
      });
      waiting.on("response", (response) => response.resume().on("end", resolve));
      waiting.on("error", reject);
      waiting.flushHeaders();
    });
    expect(hasContinued).toBe(true);
    expect(seen).toEqual(["HEAD - ", 'POST - {"userName":"zqada"}', "POST - {}"]);
    const [, posted] = await recorded(3);
    expect(posted?.request.postData?.text).toBe('{"userName":"user-1"}');
  });

  test("header fields beyond ASCII pass byte for byte, and are recorded as text", async () => {
    const bytes =
      "X-Name: J\xfcrgen\r\nX-Utf8: \xc5\x81ukasz\r\nLocation: /scim/v1/Users/zq\xc5\x82\r\n";
    let sent = "";
    const url = await rawUpstream((head, socket) => {
      sent = head;
      socket.end(
        Buffer.from(
          `HTTP/1.1 201 Gr\xc3\xbc\xc3\x9f\r\n${bytes}Content-Length: 19\r\n\r\n{"userName":"zq\xc5\x82"}`,
          "latin1",
        ),
      );
    });
    const proxy = await recording(url);
    const answer = await askRaw(proxy, `GET /scim/v1/Users HTTP/1.1\r\nX-Me: J\xfcrg \xc5\x81\r\n`);
    expect(sent).toMatch(/^x-me: J\xfcrg \xc5\x81\r$/im);
    expect(answer).toContain(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 201 Gr\xc3\xbc\xc3\x9f\r\n/);
    const [entry] = await recorded(1);
    // The same person as in the body.
    const { userName } = JSON.parse(entry?.response.content.text ?? "");
    expect(userName).not.toContain("zq");
    const location = decodeURIComponent(entry?.response.redirectURL ?? "");
    expect(location).toBe(`/scim/v1/Users/${userName}`);
  });

  test("a status phrase that cannot be sent is left out", async () => {
    const url = await rawUpstream((_head, socket) => {
      socket.end(Buffer.from("HTTP/1.1 299 Gr\xfc\xdf\r\nContent-Length: 2\r\n\r\n{}", "latin1"));
    });
    const answer = await askRaw(await recording(url), "GET /scim/v1/Users HTTP/1.1\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 299 \r\n/);
    expect(answer).toMatch(/\r\n\r\n\{\}$/);
    expect((await recorded(1))[0]?.response.status).toBe(299);
  });

  test("an answer arrives while the upstream still writes", async () => {
    let finish = () => {};
    const url = await upstream((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"Resources":[');
      finish = () => response.end("]}");
    });
    const proxy = await recording(url);
    const text = await new Promise<string>((resolve, reject) => {
      const request = send(`${proxy}/scim/v1/Users`, { agent: false }, (response) => {
        let received = "";
        response.on("data", (chunk) => {
          received += String(chunk);
          // Only what came through before the end lets the upstream end.
          finish();
        });
        response.on("end", () => resolve(received));
      });
      request.on("error", reject);
      request.end();
    });
    expect(text).toBe('{"Resources":[]}');
  });

  test("the path of the URL stays in front, and cannot be left", async () => {
    const seen: (string | undefined)[] = [];
    const url = await upstream((request, response) => {
      seen.push(request.url);
      response.end();
    });
    const proxy = await recording(`${url}/tenant-7/scim/v2/`);
    await ask(`${proxy}/scim/v1/Users`);
    // No client of Node.js sends dots.
    const raw = connect(Number(new URL(proxy).port), "127.0.0.1");
    raw.end("GET /%2e%2e/scim/v1/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const [line] = await once(raw, "data");
    expect(String(line)).toMatch(/^HTTP\/1.1 400/);
    expect(seen).toEqual(["/tenant-7/scim/v1/Users"]);
    const [entry] = await recorded(1);
    expect(entry?.request.url).toBe(`${url}/tenant-7/scim/v1/Users`);
  });

  test.each([
    ["for another host", "GET http://api.slack.com/scim/v1/Users HTTP/1.1\r\n", 400],
    ["for the server as a whole", "OPTIONS * HTTP/1.1\r\n", 400],
    ["with an unknown method", "LIST /scim/v1/Users HTTP/1.1\r\n", 400],
    ["for a tunnel", "CONNECT api.slack.com:443 HTTP/1.1\r\n", 400],
    ["with a head that is too long", `GET /${"x".repeat(70_000)} HTTP/1.1\r\n`, 431],
  ])("a request %s gets no further, and is counted", async (_what, head, status) => {
    let called = 0;
    const url = await upstream((_request, response) => {
      called += 1;
      response.end();
    });
    const answer = await askRaw(await recording(url), head);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(called).toBe(0);
    expect(entries).toEqual([]);
    expect(session.counts).toMatchObject({ exchanges: 0, refused: 1 });
  });

  test("a connection that ends before a request is none", async () => {
    const url = await upstream((_request, response) => response.end());
    const proxy = await recording(url);
    const socket = connect(Number(new URL(proxy).port), "127.0.0.1");
    socket.end("GET /scim/v1/Us");
    await once(socket.resume(), "close");
    expect((await ask(`${proxy}/scim/v1/Users`)).status).toBe(200);
    await recorded(1);
    expect(session.counts).toMatchObject({ exchanges: 1, refused: 0 });
  });
});

describe("what is recorded", () => {
  test("an upstream that cannot be reached: 502, one line, and no answer in the recording", async () => {
    const url = await upstream(() => {});
    const [stop] = undo.splice(0);
    await stop?.();
    const proxy = await recording(url);
    for (let count = 0; count < 2; count += 1) {
      const answer = await ask(`${proxy}/scim/v1/Users/zqada`);
      expect(answer.status).toBe(502);
      expect(JSON.parse(answer.body.toString()).error).toContain(`no answer of ${url}`);
    }
    const [entry] = await recorded(2);
    expect(warnings).toEqual([`no answer of ${url}: cannot connect (ECONNREFUSED)`]);
    expect(entry?.response).toMatchObject({ status: 0, headers: [] });
    expect(entry?.response.content).not.toHaveProperty("text");
    expect(entry?.request.url).toBe(`${url}/scim/v1/Users/user-1`);
    expect(session.counts).toMatchObject({ exchanges: 2, v1: 2, unanswered: 2 });
  });

  test("an answer that breaks off breaks off for the client too, and is recorded without a text", async () => {
    const url = await upstream((_request, response) => {
      response.writeHead(200, { "content-length": 1000, "content-type": "application/json" });
      response.write('{"userName":"zqada"', () => response.destroy());
    });
    await expect(ask(`${await recording(url)}/scim/v1/Users`)).rejects.toThrow();
    const [entry] = await recorded(1);
    expect(entry?.response).toMatchObject({ status: 200 });
    expect(entry?.response.content).toMatchObject({
      text: "",
      comment: "19 bytes, then the answer broke off",
    });
  });

  test.each<[what: string, body: Buffer, why: RegExp]>([
    ["no JSON", Buffer.from('{"userName":"zqada"'), /^not recorded: 19 bytes that are not JSON$/],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]), /not JSON/],
    ["a form", Buffer.from("userName=zqada&password=x"), /not JSON/],
    ["too deep", Buffer.from(`${"[".repeat(200)}"zqada"${"]".repeat(200)}`), /too deeply/],
  ])("a body that is %s passes unchanged, and is not written", async (_what, body, why) => {
    let seen: Uint8Array = new Uint8Array();
    const url = await upstream((_request, response, received) => {
      seen = received;
      response.writeHead(400, { "content-type": "text/html" });
      response.end("<p>zqada");
    });
    const headers = { "content-type": "application/json" };
    await ask(`${await recording(url)}/scim/v1/Users`, "POST", headers, body);
    expect(body.equals(seen)).toBe(true);
    const [entry] = await recorded(1);
    expect(entry?.request.postData).toMatchObject({
      text: "",
      comment: expect.stringMatching(why),
    });
    expect(JSON.stringify(entry)).not.toContain("zqada");
    expect(entry?.response).toMatchObject({ status: 400, content: { text: "" } });
  });

  test("paths that are not of SCIM pass, and are recorded without their bodies", async () => {
    const url = await upstream((request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ at: request.url, userName: "zqada" }));
    });
    const answer = await ask(`${await recording(url)}/api/users.list?zqada=zqada`);
    expect(JSON.parse(answer.body.toString()).at).toBe("/api/users.list?zqada=zqada");
    const [entry] = await recorded(1);
    expect(entry?.response.content.comment).toMatch(/not one of SCIM/);
    expect(JSON.stringify(entry)).not.toContain("zqada");
    expect(session.counts).toMatchObject({ exchanges: 1, v1: 0, v2: 0, other: 1 });
  });

  test("credentials are removed in any encoding, wherever they are", async () => {
    const password = "zq-pass:word/1";
    const basic = Buffer.from(`scim-admin:${password}`).toString("base64");
    const url = await upstream((_request, response) => {
      response.writeHead(200, {
        "content-type": "application/json",
        "set-cookie": "d=zq-cookie-value-1; Path=/",
      });
      response.end(JSON.stringify({ detail: `${basic} ${password} zq-cookie-value-1` }));
    });
    const proxy = await recording(url);
    const path = `/scim/v1/Users?count=${encodeURIComponent(password)}&token=zq-token-2`;
    await ask(
      `${proxy}${path}`,
      "POST",
      { authorization: `Basic ${basic}`, "x-api-key": "zq-key-3" },
      '{"title":"zq-token-2"}',
    );
    const text = JSON.stringify(await recorded(1));
    expect(text).not.toMatch(/zq-|pass(:|%3A)word/i);
    expect(text).not.toContain(basic.slice(4, -4));
    expect(text).toContain("Basic [redacted]");
  });

  test("concurrent requests are recorded in the order in which they began", async () => {
    const open = new Map<string, () => void>();
    const url = await upstream((request, response) => {
      open.set(request.url ?? "", () => response.end());
    });
    const proxy = await recording(url);
    const paths = Array.from({ length: 20 }, (_, index) => `/scim/v1/Users?count=${index}`);
    const answers: Promise<Received>[] = [];
    for (const path of paths) {
      answers.push(ask(`${proxy}${path}`));
      await expect.poll(() => open.has(path), { interval: 2 }).toBe(true);
    }
    for (const path of [...paths].reverse()) open.get(path)?.();
    await Promise.all(answers);
    const urls = (await recorded(20)).map(({ request }) => request.url);
    expect(urls).toEqual(paths.map((path) => `${url}${path}`));
  });

  test("a client that goes away does not hold the others back", async () => {
    const url = await upstream((request, response) => {
      if (request.url?.endsWith("count=1") !== true) response.end();
    });
    const proxy = await recording(url);
    const gone = send(`${proxy}/scim/v1/Users?count=1`, { agent: false });
    gone.on("error", () => {});
    gone.end();
    await once(gone, "finish");
    await ask(`${proxy}/scim/v1/Users?count=2`);
    gone.destroy();
    const [first, second] = await recorded(2);
    expect([first?.response.status, second?.response.status].sort()).toEqual([0, 200]);
    const lost = [first, second].find((entry) => entry?.response.status === 0);
    expect(lost?.comment).toBe("the client closed the connection");
    expect(warnings).toEqual([]);
  });

  test("a recording that cannot be written ends with a line, and the traffic goes on", async () => {
    const url = await upstream((_request, response) => response.end());
    session = new RecordSession({
      upstream: upstreamOf(url),
      env: {},
      warn: (line) => warnings.push(line),
    });
    const add = () => {
      throw new Error("ENOSPC: no space left");
    };
    const proxy = await session.start(0, () => ({ add, close: () => {} }));
    undo.push(() => session.stop());
    for (let count = 0; count < 3; count += 1) {
      expect((await ask(`${proxy}/scim/v1/Users`)).status).toBe(200);
    }
    await expect.poll(() => session.counts.exchanges).toBe(3);
    expect(warnings).toEqual([
      "the recording ends here, requests still pass: ENOSPC: no space left",
    ]);
    expect(session.isComplete).toBe(false);
    expect(session.counts.recorded).toBe(0);
  });
});

test.each([
  ["https://api.slack.com", "https://api.slack.com", ""],
  ["https://api.slack.com/scim/v1/", "https://api.slack.com", ""],
  ["https://gate.corp/slack/scim/v2", "https://gate.corp", "/slack"],
  ["http://localhost:8080/", "http://localhost:8080", ""],
  ["http://[::1]:8080/x//", "http://[::1]:8080", "/x"],
])("%s is an organisation", (text, origin, prefix) => {
  expect(upstreamOf(text)).toEqual({ origin, prefix });
});

test.each([
  ["nonsense", /is not an http or https URL/],
  ["ftp://x", /is not an http or https URL/],
  ["https://ada:pw@x.example", /must not contain credentials/],
  ["https://x.example/?token=pw", /must not contain credentials/],
  ["http://api.slack.com", /use https/],
  ["http://192.168.1.1/scim/v1", /use https/],
])("%s is rejected", (text, why) => {
  expect(() => upstreamOf(text)).toThrow(why);
  expect(() => upstreamOf(text)).not.toThrow(/pw/);
});
