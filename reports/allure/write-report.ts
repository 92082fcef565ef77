import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Redact } from "../../schemas/index.ts";
import { pagePaths } from "../navigation.ts";
import type { RunData } from "../run-data.ts";
import { runFiles } from "../run-directory.ts";
import { writePages } from "../write-pages.ts";
import type { Generator } from "./generator.ts";

/** Writes the report of a run, once. */
export class ReportWriter {
  readonly #generator: Generator;
  #run = "";
  #allure: Promise<void> | undefined;

  constructor(generator: Generator) {
    this.#generator = generator;
  }

  /**
   * Begins Allure's page, which takes longest: it needs the results of the run, what Allure's
   * reporter wrote, and the journal; none of the other files.
   */
  async begin(directory: string): Promise<void> {
    this.#run = resolve(directory);
    await rm(runFiles(this.#run).report, { recursive: true, force: true });
    this.#allure = this.#generator.generate(this.#run);
    // The error is thrown where the page is awaited.
    this.#allure.catch(() => {});
  }

  /**
   * Writes the summary and the pages that it links to, while another process writes Allure's page:
   * neither reads what the other writes.
   * @param redact redacts text made from the files of the run
   * @param run absent: what the files of the run say
   * @returns the path of the page to open
   * @throws Error when Allure fails; the message quotes its output
   */
  async finish(redact: Redact, run?: RunData): Promise<string> {
    const { report } = runFiles(this.#run);
    writePages(this.#run, redact, run);
    await this.#allure;
    return resolve(report, pagePaths.summary);
  }

  /** Ends what was begun and not finished. */
  abandon(): void {
    this.#generator.abandon();
  }
}
