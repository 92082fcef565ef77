import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { addLine, DigestOfAll } from "../../client/transport/digest.ts";
import { type Exchange, type Results, violations } from "../../schemas/index.ts";

/** How much is read at once, in bytes. */
const chunkSize = 1024 * 1024;

/** What a run recorded. */
export interface Recorded {
  /** By id, in the order in which they were recorded. */
  exchanges: ReadonlyMap<string, Exchange>;
  /** The requests to each version, one for each attempt, with the digest of all. */
  requests: Results["requests"];
}

/** Reads the exchanges of a run from their file while the checks, in another thread, append to it. */
export class RecordedExchanges {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  readonly #byId = new Map<string, Exchange>();
  /** In the order of the file. */
  readonly #ids: string[] = [];
  readonly #digest = new DigestOfAll();
  readonly #byVersion: Record<string, number> = {};
  #file: number | undefined;
  /** The beginning of a line whose end was not read yet. */
  #rest: Buffer = Buffer.alloc(0);

  /** @param path of a file of JSON lines; without it, nothing is recorded yet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Exchanges by their ids; those that could not be recorded, on a full disk, are left out. */
  of(ids: readonly string[]): Exchange[] {
    if (ids.some((id) => !this.#byId.has(id) && !this.#lines.has(id))) this.#readOn();
    return ids.flatMap((id) => this.#get(id) ?? []);
  }

  /** Reads the rest, once the checks have ended, and closes the file. */
  end(): Recorded {
    this.#readOn();
    if (this.#file !== undefined) closeSync(this.#file);
    const byVersion = this.#byVersion;
    const total = Object.values(byVersion).reduce((sum, count) => sum + count, 0);
    return {
      exchanges: new Map(
        this.#ids.flatMap((id) => {
          const exchange = this.#get(id);
          return exchange ? [[id, exchange] as const] : [];
        }),
      ),
      requests: { total, byVersion, sha256: this.#digest.end() },
    };
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
    if (this.#file === undefined && !existsSync(this.#path)) return;
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
        if (id === undefined) continue;
        this.#lines.set(id, line);
        this.#ids.push(id);
        const version = addLine(this.#digest, line);
        if (version !== undefined) this.#byVersion[version] = (this.#byVersion[version] ?? 0) + 1;
      }
    }
  }
}
