import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "undici";
import { type Route, routeTo } from "../../../client/transport/proxy.ts";
import { hasDotSegment } from "../../../client/transport/safe-path.ts";
import { describeTransportFailure } from "../../../client/transport/transport-error.ts";
import type { Headers, RecordedExchange } from "../exchange.ts";
import { Capture } from "./capture.ts";
import { headerPairs, passedOn, phraseOf, readable, toUpstream } from "./headers.ts";
import { rejectConnection } from "./reject-connection.ts";
import type { Upstream } from "./upstream.ts";

/** A long filter makes a long request line; in bytes. */
const largestHead = 64 * 1024;
/** Longer than clients keep a connection open, so that none is closed while a request is on its way. */
const keepAliveMs = 75_000;
/** How long the upstream may take to accept a connection. */
const connectMs = 10_000;

/** Who is shown what passes. */
export interface ProxyWatcher {
  /** A request begins. @returns what takes the exchange when it has ended */
  begin(): (exchange: RecordedExchange) => void;
  /** The upstream did not answer: what the client and the user are told, in a few words. */
  unanswered(why: string): void;
  /** It answered. */
  answered(): void;
  /** A request is not passed on: it is for another host, or is not one of HTTP. */
  refused(): void;
}

export interface ProxyOptions {
  upstream: Upstream;
  /** On 127.0.0.1; 0 for a free one. */
  port: number;
  watcher: ProxyWatcher;
  /** With the proxies between this machine and the upstream. */
  env: NodeJS.ProcessEnv;
}

/**
 * An HTTP server on this machine that passes every request on to one upstream, and nothing to another
 * host: redirects are answers like any other. Bodies pass as they arrive, byte by byte the same.
 */
export class RecordingProxy {
  readonly #upstream: Upstream;
  readonly #watcher: ProxyWatcher;
  readonly #route: Route;
  readonly #server: Server;
  readonly #running = new Set<AbortController>();
  readonly #idle = new Set<() => void>();
  /** Connections with an answer on its way. */
  readonly #answering = new Set<Duplex>();

  /** @throws Error for a proxy variable of the environment that is not the URL of a proxy */
  constructor({ upstream, watcher, env }: Omit<ProxyOptions, "port">) {
    this.#upstream = upstream;
    this.#watcher = watcher;
    const settings = { connect: { timeout: connectMs }, maxHeaderSize: largestHead };
    this.#route = routeTo(upstream.origin, settings, undefined, env);
    this.#server = createServer({ maxHeaderSize: largestHead, requestTimeout: 0 });
    this.#server.keepAliveTimeout = keepAliveMs;
    this.#server.on("request", this.#take);
    this.#server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
      response.writeContinue();
      this.#take(request, response);
    });
    this.#server.on("checkExpectation", this.#take);
    this.#server.on("clientError", (error: Error, socket: Duplex) => {
      if (rejectConnection(error, socket, this.#answering.has(socket))) watcher.refused();
    });
    // A client that takes this for a proxy of https.
    this.#server.on("connect", (_request: IncomingMessage, socket: Duplex) => {
      watcher.refused();
      rejectConnection(undefined, socket, false);
    });
  }

  /** @returns the URL that a client is pointed to @throws Error with a code where the port cannot be used */
  async listen(port: number): Promise<string> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  /** Takes no more requests; those that run have this long to end. */
  async close(graceMs: number): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeIdleConnections();
    const deadline = setTimeout(() => {
      for (const running of this.#running) running.abort();
    }, graceMs);
    await this.#whenIdle();
    clearTimeout(deadline);
    this.#server.closeAllConnections();
    await closed;
    await this.#route.dispatcher.destroy();
  }

  #whenIdle(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.add(resolve));
  }

  readonly #take = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? "";
    const { prefix } = this.#upstream;
    if (!path.startsWith("/") || (prefix !== "" && hasDotSegment(path.replace(/[?#].*/s, "")))) {
      this.#watcher.refused();
      void reject(response, 400, "record: the request names another host, or leaves its URL");
      return;
    }
    const stop = new AbortController();
    this.#running.add(stop);
    const { socket } = request;
    this.#answering.add(socket);
    void this.#exchange(request, response, stop).finally(() => {
      this.#running.delete(stop);
      this.#answering.delete(socket);
      if (this.#running.size > 0) return;
      for (const resolve of this.#idle) resolve();
      this.#idle.clear();
    });
  };

  async #exchange(
    request: IncomingMessage,
    response: ServerResponse,
    stop: AbortController,
  ): Promise<void> {
    const end = this.#watcher.begin();
    const startedAt = new Date();
    const start = performance.now();
    const sent = new Capture();
    const headers = headerPairs(request.rawHeaders);
    let answer: Answer | undefined;
    let failure: string | undefined;
    let isGone = false;
    response.once("close", () => {
      if (response.writableFinished) return;
      isGone = true;
      stop.abort();
    });
    try {
      answer = await this.#ask(request, headers, sent, stop.signal);
      this.#watcher.answered();
      await passAnswer(answer, response, request.method === "HEAD");
    } catch (error) {
      failure = isGone ? "the client closed the connection" : this.#whyOf(error);
      if (!answer && !isGone) {
        if (!stop.signal.aborted) this.#watcher.unanswered(failure);
        await reject(response, 502, `record: no answer of ${this.#upstream.origin}: ${failure}`);
      } else response.destroy();
    }
    // What the client still sends must not keep its connection from the next request.
    request.resume();
    end({
      startedAt,
      milliseconds: performance.now() - start,
      request: {
        method: request.method ?? "",
        path: request.url ?? "",
        httpVersion: `HTTP/${request.httpVersion}`,
        headers: readable(headers),
        body: sent.body,
      },
      response: answer && {
        status: answer.status,
        statusText: answer.statusText,
        headers: readable(answer.headers),
        body: answer.received.body,
      },
      failure,
    });
  }

  #whyOf(error: unknown): string {
    return describeTransportFailure(error, this.#route.proxy).why;
  }

  async #ask(
    request: IncomingMessage,
    headers: Headers,
    sent: Capture,
    signal: AbortSignal,
  ): Promise<Answer> {
    const hasBody = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name));
    const { origin, prefix } = this.#upstream;
    const answer = await this.#route.dispatcher.request({
      origin,
      path: `${prefix}${request.url ?? "/"}`,
      method: (request.method ?? "GET") as Dispatcher.HttpMethod,
      headers: toUpstream(headers).flat(),
      body: hasBody ? Readable.from(captured(request, sent), { objectMode: false }) : null,
      responseHeaders: "raw",
      // A client that waits for a slow answer decides itself when to give up.
      headersTimeout: 0,
      bodyTimeout: 0,
      signal,
    });
    // Undici types the fields as they are without `raw`.
    const raw = answer.headers as unknown as Buffer[];
    return {
      status: answer.statusCode,
      statusText: phraseOf(answer.statusText),
      headers: headerPairs(raw),
      body: answer.body,
      received: new Capture(),
    };
  }
}

interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Dispatcher.ResponseData["body"];
  readonly received: Capture;
}

/** The body of a request, which stays open when the upstream answers before it has read all of it. */
async function* captured(request: IncomingMessage, sent: Capture): AsyncGenerator<Buffer> {
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    sent.add(bytes);
    yield bytes;
  }
}

async function passAnswer(
  { status, statusText, headers, body, received }: Answer,
  response: ServerResponse,
  isHead: boolean,
): Promise<void> {
  response.sendDate = false;
  response.writeHead(status, statusText, passedOn(headers).flat());
  if (isHead) {
    await body.dump();
    response.end();
    return;
  }
  // Unlike flushHeaders(), which encodes them as UTF-8, this sends the fields byte for byte.
  response.write(Buffer.alloc(0));
  await pipeline(body, received.passing(), response);
}

/** An answer of the proxy itself. */
async function reject(response: ServerResponse, status: number, error: string): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify({ error });
  const closed = once(response, "close");
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    connection: "close",
  });
  response.end(text);
  await closed;
}
