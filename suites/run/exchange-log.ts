import type { ExchangeSink } from "../../client/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { AsyncValue } from "./async-value.ts";
import { CannotWriteError } from "./cannot-write.ts";
import { isServerFailure } from "./endpoint.ts";
import { missedRead } from "./missed-read.ts";
import { LineFile } from "./write-text.ts";

/** Collects the ids of the current check's exchanges. */
const scope = new AsyncValue<string[]>();

/**
 * Knows which check caused which exchange. Checks run concurrently, so the current one is found
 * through the asynchronous context that the exchange was made in.
 */
export class ExchangeLog {
  readonly #byId = new Map<string, Exchange>();
  readonly #captions = new Map<string, string>();
  readonly #file: LineFile;
  readonly #onBroken: (error: CannotWriteError) => void;
  #isBroken = false;

  /**
   * @param file existing lines stay
   * @param onBroken called once, when a line cannot be written; the checks go on
   * @throws CannotWriteError when the file cannot be opened
   */
  constructor(file: string, onBroken: (error: CannotWriteError) => void = () => undefined) {
    this.#file = new LineFile(file);
    this.#onBroken = onBroken;
  }

  /** Appends an exchange that the client recorded, already redacted. Never throws. */
  readonly add: ExchangeSink = (exchange, line) => {
    this.#byId.set(exchange.id, exchange);
    scope.getStore()?.push(exchange.id);
    // The line may be incomplete, so that following ones would be unreadable too.
    if (this.#isBroken) return;
    try {
      this.#file.write(line);
    } catch (error) {
      if (!(error instanceof CannotWriteError)) throw error;
      this.#isBroken = true;
      this.#onBroken(error);
    }
  };

  /** Runs something and collects the ids of the exchanges that it caused into `ids`. */
  collect<T>(ids: string[], run: () => Promise<T>): Promise<T> {
    return scope.run(ids, run);
  }

  /**
   * Does something, with its exchanges as evidence of the current check, and says whether one of them
   * got 5xx, a response that is not JSON, or not the resource that it asked for.
   */
  readonly watched = async <T>(run: () => Promise<T>): Promise<{ answer: T; failed: boolean }> => {
    const exchanges: string[] = [];
    try {
      const answer = await scope.run(exchanges, run);
      return { answer, failed: this.sawFailure(exchanges) || this.#sawNothing(exchanges) };
    } finally {
      this.cite(exchanges);
    }
  };

  /** Whether one of these exchanges is a failure of the provider. */
  sawFailure(ids: readonly string[]): boolean {
    return ids.some((id) => isServerFailure(this.get(id)?.response?.status ?? 0));
  }

  #sawNothing(ids: readonly string[]): boolean {
    return ids.some((id) => {
      const exchange = this.get(id);
      const { status, body, truncated } = exchange?.response ?? {};
      const isUnreadable = status === 200 && !truncated && !isJson(body ?? "");
      return isUnreadable || (exchange !== undefined && missedRead(exchange) !== undefined);
    });
  }

  /** Adds exchanges made outside the current check, such as those of a shared fixture, to it. */
  cite(ids: readonly string[]): void {
    const current = scope.getStore();
    for (const id of ids) if (current && !current.includes(id)) current.push(id);
  }

  /** Says what an exchange is for, as its check knows it. */
  caption(id: string, text: string): void {
    this.#captions.set(id, text);
  }

  /** What checks said of these exchanges, by id; not redacted. */
  captionsOf(ids: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      ids.flatMap((id) => {
        const text = this.#captions.get(id);
        return text === undefined ? [] : [[id, text]];
      }),
    );
  }

  get(id: string): Exchange | undefined {
    return this.#byId.get(id);
  }

  get size(): number {
    return this.#byId.size;
  }

  close(): void {
    this.#file.close();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
