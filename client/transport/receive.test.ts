import { EventEmitter, once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent } from "undici";
import { afterEach, expect, test } from "vitest";
import { receive } from "./receive.ts";

const open: { server: Server; agent: Agent }[] = [];

afterEach(async () => {
  for (const { server, agent } of open.splice(0)) {
    await agent.destroy();
    server.closeAllConnections();
    server.close();
  }
});

/** A server with one connection to it, and how a request is sent to it. */
async function against(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const agent = new Agent({ connections: 1 });
  open.push({ server, agent });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (limits: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
    receive(
      agent,
      { origin, path: "/", method: "GET" },
      { timeoutMs: limits.timeoutMs ?? 100_000, signal: limits.signal },
    );
}

test("a response is read as UTF-8, in any chunks, without a byte order mark", async () => {
  const bytes = Buffer.from("\ufeffZoë 🎉");
  const send = await against((_, response) => {
    response.setHeader("X-Twice", ["1", "2"]);
    for (const byte of bytes) response.write(Buffer.from([byte]));
    response.end();
  });
  const { status, headers, text } = await send();
  expect({ status, text, twice: headers["x-twice"] }).toEqual({
    status: 200,
    text: "Zoë 🎉",
    twice: ["1", "2"],
  });
});

test("an interim response is not the response", async () => {
  const send = await against((_, response) => {
    response.writeEarlyHints({ link: "</a>; rel=preload" }, () => {
      response.statusCode = 201;
      response.end("made");
    });
  });
  expect(await send()).toMatchObject({ status: 201, text: "made" });
});

test("the deadline ends a response whose bytes never stop", async () => {
  const send = await against((_, response) => {
    const trickle = setInterval(() => response.write("."), 1);
    response.on("close", () => clearInterval(trickle));
  });
  await expect(send({ timeoutMs: 50 })).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the deadline and an abort also end a request that still waits for a connection", async () => {
  let asked = 0;
  const arrived = new EventEmitter();
  const send = await against(() => {
    asked += 1;
    arrived.emit("request");
  });
  const [holding, waiting] = [new AbortController(), new AbortController()];
  const isBusy = once(arrived, "request");
  const first = send({ signal: holding.signal });
  await isBusy;
  const second = send({ signal: waiting.signal });
  const third = send({ timeoutMs: 1 });
  waiting.abort(new Error("stopped"));
  await expect(second).rejects.toThrow("stopped");
  await expect(third).rejects.toMatchObject({ name: "TimeoutError" });
  holding.abort(new Error("enough"));
  await expect(first).rejects.toThrow("enough");
  // The connection is free again: what was given up before it was sent is never sent.
  const last = send();
  await once(arrived, "request");
  expect(asked).toBe(2);
  last.catch(() => undefined);
});

test("an abort before the request sends nothing", async () => {
  let asked = 0;
  const send = await against(() => {
    asked += 1;
  });
  await expect(send({ signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow(
    "stopped",
  );
  expect(asked).toBe(0);
});

test("a response that breaks off is an error, and no signal is listened to afterwards", async () => {
  const send = await against((_, response) => {
    response.writeHead(200, { "content-length": "10" });
    response.write("half", () => response.destroy());
  });
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...given: Parameters<typeof add>) => {
    listeners += 1;
    add(...given);
  };
  signal.removeEventListener = (...given: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...given);
  };
  await expect(send({ signal })).rejects.toThrow();
  expect(listeners).toBe(0);
});

test("an abort ends all requests that are under way, and later ones are not sent", async () => {
  const send = await against(() => undefined);
  const stop = new AbortController();
  const both = [send({ signal: stop.signal }), send({ signal: stop.signal })];
  const ended = Promise.allSettled(both);
  stop.abort(new Error("stopped"));
  for (const { reason } of (await ended) as PromiseRejectedResult[]) {
    expect(reason.message).toBe("stopped");
  }
  await expect(send({ signal: stop.signal })).rejects.toThrow("stopped");
});
