import { AsyncLocalStorage } from "node:async_hooks";
import { closeSync } from "node:fs";
import type { ExchangeSink } from "../../client/index.ts";
import type { Exchange } from "../../schemas/index.ts";
import { LineFile } from "./write-text.ts";

/**
 * Knows which check caused which exchange. Checks run concurrently, so the current one is found
 * through the asynchronous context that the exchange was made in.
 */
export class ExchangeLog {
  readonly #scope = new AsyncLocalStorage<string[]>();
  readonly #byId = new Map<string, Exchange>();
  readonly #file: LineFile;

  /** @param file what is there already stays */
  constructor(file: string) {
    this.#file = new LineFile(file);
  }

  /** Takes an exchange that the client recorded: redacted already. */
  readonly add: ExchangeSink = (exchange, line) => {
    this.#byId.set(exchange.id, exchange);
    this.#scope.getStore()?.push(exchange.id);
    this.#file.write(line);
  };

  /** Runs something and collects the ids of the exchanges that it caused into `ids`. */
  collect<T>(ids: string[], run: () => Promise<T>): Promise<T> {
    return this.#scope.run(ids, run);
  }

  /** Counts exchanges made elsewhere, such as those of a shared fixture, to the current check. */
  cite(ids: readonly string[]): void {
    const current = this.#scope.getStore();
    for (const id of ids) if (current && !current.includes(id)) current.push(id);
  }

  get(id: string): Exchange | undefined {
    return this.#byId.get(id);
  }

  get size(): number {
    return this.#byId.size;
  }

  close(): void {
    closeSync(this.#file.descriptor);
  }
}
