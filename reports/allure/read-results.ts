import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AllureReport } from "@allurereport/core";
import { BufferResultFile } from "@allurereport/reader-api";

/**
 * A file that was read at once. Allure's own classes open a stream for each, twice for an
 * attachment, which for thousands of small files takes most of the time.
 */
class ReadFile extends BufferResultFile {
  readonly #content: Buffer;

  constructor(content: Buffer, name: string) {
    super(content, name);
    this.#content = content;
  }

  override async asBuffer(): Promise<Buffer> {
    return this.#content;
  }

  override async asUtf8String(): Promise<string> {
    return this.#content.toString("utf8");
  }

  override async asJson<T>(): Promise<T> {
    return JSON.parse(this.#content.toString("utf8"));
  }
}

/** Gives a report what Allure's reporter wrote into a folder. */
export async function readAllureResults(report: AllureReport, directory: string): Promise<void> {
  // Without a check, as in an empty shard, nothing was written.
  if (!existsSync(directory)) return;
  const entries = readdirSync(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  for (const name of names.sort()) {
    await report.readResult(new ReadFile(readFileSync(join(directory, name)), name));
  }
}
