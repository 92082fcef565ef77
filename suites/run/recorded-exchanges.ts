import { closeSync, openSync, readSync } from "node:fs";
import { type Exchange, violations } from "../../schemas/index.ts";

/** How much is read at once, in bytes. */
const chunkSize = 1024 * 1024;

/** Reads the exchanges of a run from their file while the checks, in another thread, append to it. */
export class RecordedExchanges {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  readonly #byId = new Map<string, Exchange>();
  #file: number | undefined;
  /** The beginning of a line whose end was not read yet. */
  #rest: Buffer = Buffer.alloc(0);

  /** @param path of a file of JSON lines; it must exist when an exchange is asked for */
  constructor(path: string) {
    this.#path = path;
  }

  /** Exchanges by their ids; those that could not be recorded, on a full disk, are left out. */
  of(ids: readonly string[]): Exchange[] {
    if (ids.some((id) => !this.#byId.has(id) && !this.#lines.has(id))) this.#readOn();
    return ids.flatMap((id) => this.#get(id) ?? []);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #get(id: string): Exchange | undefined {
    const line = this.#lines.get(id);
    if (line !== undefined) {
      this.#lines.delete(id);
      const json: unknown = JSON.parse(line);
      if (violations("suite/exchange", json).length === 0) this.#byId.set(id, json as Exchange);
    }
    return this.#byId.get(id);
  }

  #readOn(): void {
    this.#file ??= openSync(this.#path, "r");
    const chunk = Buffer.alloc(chunkSize);
    for (;;) {
      const size = readSync(this.#file, chunk);
      if (size === 0) return;
      const bytes = Buffer.concat([this.#rest, chunk.subarray(0, size)]);
      const end = bytes.lastIndexOf("\n") + 1;
      this.#rest = bytes.subarray(end);
      for (const line of bytes.toString("utf8", 0, end).split("\n")) {
        const [, id] = /^\{"id":"([^"]*)"/.exec(line) ?? [];
        if (id !== undefined) this.#lines.set(id, line);
      }
    }
  }
}
