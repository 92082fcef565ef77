import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addLine, DigestOfAll } from "../../client/transport/digest.ts";
import { UsageError } from "../../reports/exit.ts";
import { shown } from "../../reports/output/output-error.ts";
import { runFiles } from "../../reports/run-directory.ts";
import { TextFile, writeText } from "../../reports/write-text.ts";
import type { Redact } from "../../schemas/index.ts";

/** How many lines are written at once. */
const linesAtOnce = 500;

/** Copies the evidence of shards into the folder of the merged run. */
export class Evidence {
  readonly #directory: string;
  readonly #ids = new Set<string>();
  readonly #all = new DigestOfAll();

  /** @param directory of the merged run */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Adds the exchanges of a shard, which have numbers that no other shard gives. A line that a crash
   * cut off is left out.
   * @throws UsageError where another shard has an exchange of the same id
   */
  addExchanges(shard: string, redact: Redact): void {
    const { exchanges: from } = runFiles(shard);
    if (!existsSync(from)) return;
    const lines = readFileSync(from, "utf8")
      .split("\n")
      .filter((line) => line.endsWith("}"));
    for (const line of lines) {
      const [, id = ""] = /^\{"id":"([^"]*)"/.exec(line) ?? [];
      if (this.#ids.has(id)) {
        throw new UsageError(`${shown(shard)}: another shard has an exchange ${shown(id)} too`);
      }
      this.#ids.add(id);
      addLine(this.#all, line);
    }
    const { exchanges: to } = runFiles(this.#directory);
    const file = new TextFile(to);
    try {
      for (let at = 0; at < lines.length; at += linesAtOnce) {
        file.write([redact(lines.slice(at, at + linesAtOnce).join("\n")), redact("\n")]);
      }
    } finally {
      file.close();
    }
  }

  /** The digest of all exchanges, once those of all shards were added. */
  digest(): string {
    return this.#all.end();
  }

  /** Adds what Allure's page is made of: each file has a name that no other shard gives. */
  addAllureResults(shard: string, redact: Redact): void {
    const { allureResults: from } = runFiles(shard);
    const { allureResults: to } = runFiles(this.#directory);
    mkdirSync(to, { recursive: true });
    if (!existsSync(from)) return;
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(from, entry.name), "utf8");
      writeText(join(to, entry.name), redact(text));
    }
  }
}
