import type { Agent, Dispatcher } from "undici";
import { parseJson } from "../answer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type Route, routeTo } from "./proxy.ts";
import { receive } from "./receive.ts";
import type { Recorder } from "./recorder.ts";
import { longestWait, retryAfter } from "./retry-after.ts";
import type { GatePass, TenantGate } from "./tenant-gate.ts";
import { describeTransportFailure, TransportError } from "./transport-error.ts";

/** A request as it is sent; `path` starts with `/` and follows the base URL. */
export interface WireRequest {
  method: string;
  path: string;
  /** Replaces the path of the base URL. */
  prefix?: string;
  query?: Readonly<Record<string, string>>;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}

export interface WireResponse {
  status: number;
  /** Lower-case names; repeated headers joined by a comma. */
  headers: Record<string, string>;
  text: string;
  /** The text as JSON; undefined when it is empty or not JSON. */
  json: () => unknown;
  /** The recorded exchange of the last attempt. */
  exchangeId: string;
}

/** How often a request is retried after a failure of each kind; 0 for never. */
export interface RetryOptions {
  connectionErrors: number;
  /** Status 429: `Retry-After` gives the wait; all waits of a request take two minutes at most. */
  rateLimited: number;
  /** Status 500, 502, 503, 504, for methods that change nothing. */
  serverErrors: number;
  /**
   * The pause before the first retry after a connection or server error, in milliseconds: between
   * half of this and all of it, doubled with each further one. Default: 200.
   */
  pauseMs?: number;
}

export interface TransportOptions {
  baseUrl: string;
  timeoutMs: number;
  maxResponseBytes: number;
  connections: number;
  /** Wins over the proxies of the environment. */
  proxy?: string;
  env?: NodeJS.ProcessEnv;
  clock?: Clock;
  retry: RetryOptions;
  recorder: Recorder;
  gate: TenantGate;
  signal?: AbortSignal;
  /** Called with one line for each attempt: method, path, status or failure, time. No secrets. */
  logger?: (line: string) => void;
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
const safe = new Set(["GET", "HEAD"]);

/** Idempotent methods, which may be retried although the first attempt may have reached the server (RFC 9110 §9.2.2). */
const idempotent = new Set(["GET", "HEAD", "PUT", "DELETE"]);

/** Sends requests to one base URL; every attempt is recorded. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #route: Route;
  readonly #origin: string;
  readonly #prefix: string;
  readonly #clock: Clock;

  /** @throws ProxyUrlError */
  constructor(options: TransportOptions) {
    this.#options = options;
    const base = new URL(options.baseUrl);
    this.#origin = base.origin;
    this.#prefix = base.pathname.replace(/\/+$/, "");
    const settings: Agent.Options = {
      connections: options.connections,
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      connect: { timeout: options.timeoutMs },
      maxResponseSize: options.maxResponseBytes,
    };
    const { proxy, env = process.env, clock = systemClock } = options;
    this.#clock = clock;
    this.#route = routeTo(this.#origin, settings, proxy, env);
  }

  /**
   * Sends a request, retrying as configured.
   * @throws TransportError when no response arrived
   */
  async send(request: WireRequest): Promise<WireResponse> {
    const pass = await this.#options.gate.enter(request);
    try {
      return await this.#sendOften(request, pass);
    } finally {
      pass.leave();
    }
  }

  async #sendOften(request: WireRequest, pass: GatePass): Promise<WireResponse> {
    const { retry, signal } = this.#options;
    const used = { connectionErrors: 0, rateLimited: 0, serverErrors: 0 };
    let held = 0;
    for (let attempt = 1; ; attempt += 1) {
      let wait: number;
      await this.#unlessAborted(request, pass.attempt(signal));
      try {
        const response = await this.#attempt(request, attempt);
        if (response.status === 429) {
          wait = this.#rateLimitWait(response, used.rateLimited);
          pass.limited(wait);
          if (used.rateLimited >= retry.rateLimited || held + wait > longestWait) return response;
          used.rateLimited += 1;
          held += wait;
        } else if (
          isServerError(response.status) &&
          safe.has(request.method) &&
          used.serverErrors < retry.serverErrors
        ) {
          used.serverErrors += 1;
          wait = backOff(used.serverErrors, retry.pauseMs);
        } else {
          return response;
        }
      } catch (error) {
        if (!mayRetry(error, request.method) || used.connectionErrors >= retry.connectionErrors) {
          throw error;
        }
        used.connectionErrors += 1;
        wait = backOff(used.connectionErrors, retry.pauseMs);
      }
      await this.#unlessAborted(request, this.#clock.sleep(wait, signal));
    }
  }

  /** Never at once: a server that asks for that in every response would be called without end. */
  #rateLimitWait({ headers }: WireResponse, before: number): number {
    const least = backOff(before + 1);
    return Math.max(least, retryAfter(headers["retry-after"], this.#clock.date()) ?? least);
  }

  /** @throws TransportError instead of the error of an aborted wait */
  async #unlessAborted(request: WireRequest, waiting: Promise<void>): Promise<void> {
    try {
      await waiting;
    } catch (error) {
      throw new TransportError("aborted", `${this.#name(request)}: aborted`, undefined, error);
    }
  }

  #name({ method, path, prefix = this.#prefix }: WireRequest): string {
    return `${method} ${this.#origin}${prefix}${path}`;
  }

  async close(): Promise<void> {
    await this.#route.dispatcher.destroy();
  }

  async #attempt(request: WireRequest, attempt: number): Promise<WireResponse> {
    const { recorder, signal, logger, timeoutMs } = this.#options;
    const query =
      request.query && Object.keys(request.query).length > 0
        ? `?${encodeQuery(request.query)}`
        : "";
    const path = `${request.prefix ?? this.#prefix}${request.path}${query}`;
    const url = `${this.#origin}${path}`;
    const recorded = {
      method: request.method,
      url,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: printable(request.body) }),
    };
    const startedAt = new Date();
    const start = performance.now();
    try {
      const { status, text, ...response } = await receive(
        this.#route.dispatcher,
        {
          origin: this.#origin,
          path,
          method: request.method as Dispatcher.HttpMethod,
          headers: request.headers,
          body: request.body ?? null,
        },
        { timeoutMs, signal },
      );
      const headers = joinHeaders(response.headers);
      const json = readOnce(text);
      const durationMs = performance.now() - start;
      const exchangeId = recorder.record({
        startedAt,
        durationMs,
        attempt,
        request: recorded,
        response: { status, headers, body: text, json },
      });
      logger?.(`${request.method} ${request.path} ${status} ${durationMs.toFixed(1)} ms`);
      return { status, headers, text, json, exchangeId };
    } catch (error) {
      const { kind, why } = describeTransportFailure(error, this.#route.proxy);
      const exchangeId = recorder.record({
        startedAt,
        durationMs: performance.now() - start,
        attempt,
        request: recorded,
        error: why,
      });
      logger?.(`${request.method} ${request.path} failed: ${why}`);
      throw new TransportError(kind, `${this.#name(request)}: ${why}`, exchangeId, error);
    }
  }
}

/** JSON that the record and the caller share; who needs none, such as a walk, does not wait for it. */
function readOnce(text: string): () => unknown {
  let read: { json: unknown } | undefined;
  return () => {
    read ??= { json: parseJson(text) };
    return read.json;
  };
}

function mayRetry(error: unknown, method: string): boolean {
  if (!(error instanceof TransportError)) return false;
  if (error.kind === "unreachable") return true;
  return error.kind === "broken" && idempotent.has(method);
}

function isServerError(status: number): boolean {
  return status === 500 || (status >= 502 && status <= 504);
}

/** Exponential back-off with jitter, in milliseconds. */
function backOff(attempt: number, firstMs = 200): number {
  return firstMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/** `%20` for a space, which every server decodes alike, unlike `+`. */
function encodeQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

function printable(body: string | Uint8Array): string {
  return typeof body === "string" ? body : Buffer.from(body).toString("utf8");
}

function joinHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return joined;
}
