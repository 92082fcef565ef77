import type { RedactedText } from "../../schemas/index.ts";
import type { RecordedExchange } from "./exchange.ts";
import { RecordGate } from "./har/gate.ts";
import { entryInSlices } from "./har/long-list.ts";
import { bytesOf, InOrder } from "./in-order.ts";
import { RecordingProxy } from "./proxy/proxy.ts";
import type { Upstream } from "./proxy/upstream.ts";
import { Slices } from "./slices.ts";
import { StandIns } from "./stand-ins/stand-ins.ts";

/** Takes the entries of a recording; complete after each. */
export interface EntryWriter {
  /** @throws Error where the entry cannot be written */
  add(entry: RedactedText): void;
  close(): void;
}

/** What was recorded. */
export interface RecordCounts {
  exchanges: number;
  v1: number;
  v2: number;
  /** Paths of neither version. */
  other: number;
  unanswered: number;
  /** Those that are in the file: fewer where it could not be written. */
  recorded: number;
  /** Requests that were not passed on. They are no exchanges. */
  refused: number;
}

export interface RecordOptions {
  upstream: Upstream;
  env: NodeJS.ProcessEnv;
  /** Takes one line for the user. */
  warn: (line: string) => void;
}

/** So many exchanges, or bytes of their bodies, wait to be written; with more, writing goes first. */
const mostQueued = 100;
const mostQueuedBytes = 64 * 1024 * 1024;

/** How long requests in flight have to end. */
const graceMs = 5000;

/** A proxy and its recording. */
export class RecordSession {
  readonly counts: RecordCounts = {
    ...{ exchanges: 0, v1: 0, v2: 0, other: 0, unanswered: 0 },
    ...{ recorded: 0, refused: 0 },
  };
  /** Whether all exchanges could be written. */
  isComplete = true;
  readonly #options: RecordOptions;
  readonly #proxy: RecordingProxy;
  readonly #gate: RecordGate;
  readonly #standIns = new StandIns();
  readonly #ordered = new InOrder((exchange) => this.#record(exchange));
  readonly #queue: RecordedExchange[] = [];
  #queuedBytes = 0;
  /** Runs while the queue holds exchanges. */
  #writing: Promise<void> | undefined;
  #writer: EntryWriter | undefined;
  /** The failure that the user knows of. */
  #lastFailure: string | undefined;

  /** @throws Error for a proxy variable of the environment that is not the URL of a proxy */
  constructor(options: RecordOptions) {
    this.#options = options;
    const { upstream, env, warn } = options;
    this.#gate = new RecordGate(env, upstream);
    this.#proxy = new RecordingProxy({
      upstream,
      env,
      watcher: {
        begin: () => this.#ordered.begin(),
        refused: () => {
          this.counts.refused += 1;
        },
        answered: () => {
          this.#lastFailure = undefined;
        },
        // A line for each change: a client repeats its requests.
        unanswered: (why) => {
          if (why !== this.#lastFailure) warn(`no answer of ${upstream.origin}: ${why}`);
          this.#lastFailure = why;
        },
      },
    });
  }

  /**
   * Listens, then opens the recording: an earlier one is kept where the port cannot be used.
   *
   * @returns the URL that a client is pointed to
   * @throws Error with a code where the port cannot be used, Error of one line where `open` fails
   */
  async start(port: number, open: () => EntryWriter): Promise<string> {
    const url = await this.#proxy.listen(port);
    try {
      this.#writer = open();
    } catch (error) {
      await this.#proxy.close(0);
      throw error;
    }
    return url;
  }

  /** Takes no more requests, waits a little for those in flight, and closes the recording. */
  async stop(): Promise<void> {
    await this.#proxy.close(graceMs);
    await this.#writing;
    this.#writer?.close();
  }

  #record(exchange: RecordedExchange): void {
    this.#queue.push(exchange);
    this.#queuedBytes += bytesOf(exchange);
    this.#writing ??= this.#writeAll();
  }

  /** Writes the queue in slices, so that requests pass meanwhile. */
  async #writeAll(): Promise<void> {
    const slices = new Slices();
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.#queuedBytes -= bytesOf(next);
      await this.#write(next, slices);
      const isShort = this.#queue.length < mostQueued && this.#queuedBytes < mostQueuedBytes;
      if (isShort && slices.isOver) await slices.next();
    }
    this.#writing = undefined;
  }

  async #write(exchange: RecordedExchange, slices: Slices): Promise<void> {
    const { counts } = this;
    counts.exchanges += 1;
    const [, version] = /\/scim\/v([12])(?:[/?]|$)/i.exec(exchange.request.path) ?? [];
    counts[version === "1" ? "v1" : version === "2" ? "v2" : "other"] += 1;
    if (!exchange.response) counts.unanswered += 1;
    if (!this.isComplete) return;
    try {
      this.#gate.learn(exchange);
      const { upstream } = this.#options;
      const entry = await entryInSlices(exchange, upstream, this.#standIns, slices);
      const text = await this.#gate.json(entry, slices);
      if (slices.isOver) await slices.next();
      this.#writer?.add(text);
      counts.recorded += 1;
    } catch (error) {
      // The traffic of the client must not end with a full disk.
      this.isComplete = false;
      const why = error instanceof Error ? error.message : String(error);
      this.#options.warn(`the recording ends here, requests still pass: ${why}`);
    }
  }
}
