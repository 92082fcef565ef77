import type { Exchange } from "../../schemas/index.ts";
import type { Version } from "../version.ts";
import type { Redaction } from "./redaction.ts";

/** One attempt of a request as it went over the wire, before redaction. */
export interface Attempt {
  startedAt: Date;
  durationMs: number;
  attempt: number;
  request: { method: string; url: string; headers: Record<string, string>; body?: string };
  response?: { status: number; headers: Record<string, string>; body: string };
  error?: string;
}

/** How much of a body is kept, in UTF-16 code units. */
const keptBody = 64 * 1024;

/**
 * Turns attempts into exchanges, redacts them, numbers them and hands them on. The only place
 * where something of an exchange leaves memory.
 */
export class Recorder {
  readonly #version: Version;
  readonly #redaction: Redaction;
  readonly #sink: ((exchange: Exchange) => void) | undefined;
  #count = 0;

  /** @param sink without one, attempts are only numbered: redaction costs more than a request */
  constructor(version: Version, redaction: Redaction, sink?: (exchange: Exchange) => void) {
    this.#version = version;
    this.#redaction = redaction;
    this.#sink = sink;
  }

  /** @returns the id of the recorded exchange */
  record(attempt: Attempt): string {
    this.#count += 1;
    const id = `${this.#version}/${this.#count}`;
    if (!this.#sink) return id;
    const { request, response } = attempt;
    const exchange: Exchange = {
      id,
      version: this.#version,
      startedAt: attempt.startedAt.toISOString(),
      durationMs: Math.round(attempt.durationMs * 1000) / 1000,
      attempt: attempt.attempt,
      request: {
        method: request.method,
        url: this.#redaction.url(request.url),
        headers: this.#redaction.headers(request.headers),
        ...(request.body === undefined
          ? {}
          : { body: cut(this.#redaction.body(request.body)).body }),
      },
    };
    if (response) {
      exchange.response = {
        status: response.status,
        headers: this.#redaction.headers(response.headers),
        ...cut(this.#redaction.body(response.body)),
      };
    }
    if (attempt.error !== undefined) exchange.error = this.#redaction.text(attempt.error);
    this.#sink(exchange);
    return id;
  }
}

function cut(body: string): { body: string; truncated?: boolean } {
  return body.length <= keptBody ? { body } : { body: body.slice(0, keptBody), truncated: true };
}
