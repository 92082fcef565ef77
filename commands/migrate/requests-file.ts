import { createReadStream, existsSync, renameSync, rmSync } from "node:fs";
import { TextFile } from "../../reports/write-text.ts";
import type { MigrationLine } from "../../schemas/index.ts";
import type { RecordingGate } from "./gate.ts";
import { linesOf } from "./input/lines.ts";

/** How many lines wait before they are written: each batch passes the gate together. */
const batch = 500;

/** requests.v2.jsonl, written line by line. */
export class RequestsFile {
  readonly #path: string;
  readonly #gate: RecordingGate;
  readonly #file: TextFile;
  #waiting: MigrationLine[] = [];
  /** How many credentials were known when the first line was written. */
  #knownAtStart: number | undefined;

  constructor(path: string, gate: RecordingGate) {
    this.#path = path;
    this.#gate = gate;
    this.#file = new TextFile(path, 0);
  }

  add(line: MigrationLine): void {
    this.#waiting.push(line);
    if (this.#waiting.length >= batch) this.#flush();
  }

  /**
   * Writes what waits. Lines that were written before a credential was known pass the gate again.
   */
  async close(): Promise<void> {
    this.#flush();
    this.#file.close();
    if (this.#knownAtStart === undefined || this.#knownAtStart === this.#gate.known) return;
    await this.#again();
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    this.#knownAtStart ??= this.#gate.known;
    this.#file.write(this.#waiting.map((line) => this.#gate.json(line)));
    this.#waiting = [];
  }

  async #again(): Promise<void> {
    const path = `${this.#path}.new`;
    if (existsSync(path)) rmSync(path);
    const file = new TextFile(path, 0);
    try {
      for await (const lines of linesOf(createReadStream(this.#path, "utf8"), Infinity)) {
        file.write(lines.map(({ text }) => this.#gate.json(JSON.parse(text))));
      }
    } finally {
      file.close();
    }
    renameSync(path, this.#path);
  }
}
