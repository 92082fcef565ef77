import type { Exchange, RedactedText } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import type { Attempt } from "./attempt.ts";
import { digestOf } from "./digest.ts";
import type { Redaction } from "./redaction.ts";

/** How much of a body is kept, in UTF-16 code units. */
const keptBody = 64 * 1024;

/** Receives a redacted exchange, and the same as a line of JSON that may be written. */
export type ExchangeSink = (exchange: Exchange, line: RedactedText) => void;

/** Which numbers a recorder gives: `first`, `first + step` … */
export interface ExchangeNumbers {
  first: number;
  step: number;
}

/**
 * Turns attempts into exchanges, redacts them, numbers them and passes them to the sink. The only
 * place where a part of an exchange leaves memory.
 */
export class Recorder {
  readonly #version: Version;
  readonly #redaction: Redaction;
  readonly #sink: ExchangeSink | undefined;
  readonly #step: number;
  #number: number;

  /** @param sink without one, attempts are only numbered: redaction costs more than a request */
  constructor(
    version: Version,
    redaction: Redaction,
    sink?: ExchangeSink,
    { first, step }: ExchangeNumbers = { first: 1, step: 1 },
  ) {
    this.#step = step;
    this.#number = first - step;
    this.#version = version;
    this.#redaction = redaction;
    this.#sink = sink;
  }

  /** @returns the id of the recorded exchange */
  record(attempt: Attempt): string {
    this.#number += this.#step;
    const id = `${this.#version}/${this.#number}`;
    if (!this.#sink) return id;
    const { request, response, error } = this.#redaction.attempt(attempt);
    const { body, ...head } = request;
    const exchange: Exchange = {
      id,
      version: this.#version,
      startedAt: attempt.startedAt.toISOString(),
      durationMs: Math.round(attempt.durationMs * 1000) / 1000,
      attempt: attempt.attempt,
      request: { ...head, ...(body === undefined ? {} : { body: cut(body).body }) },
      ...(response && { response: { ...response, ...cut(response.body) } }),
      ...(error === undefined ? {} : { error }),
    };
    exchange.sha256 = digestOf(exchange);
    this.#sink(exchange, this.#redaction.line(exchange));
    return id;
  }
}

/** A part of a text keeps the whole in memory, for as long as it exists; a copy does not. */
function copyOf(part: string): string {
  return Buffer.from(part, "utf16le").toString("utf16le");
}

function cut(body: string): { body: string; truncated?: boolean } {
  if (body.length <= keptBody) return { body };
  return { body: copyOf(body.slice(0, keptBody)), truncated: true };
}
