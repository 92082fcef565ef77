import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import type { Redact } from "../../schemas/index.ts";
import { coveragePage } from "../coverage/page.ts";
import { readCoverage, readResults } from "../run-directory.ts";
import { countVerdicts } from "../verdict-counts.ts";
import { addPage, type PageOptions } from "./add-page.ts";

/** Adds the coverage page to Allure's report. */
export default class CoveragePlugin implements Plugin {
  readonly #directory: string;
  readonly #redact: Redact;

  constructor(options: PageOptions) {
    this.#directory = options.directory;
    this.#redact = options.redact;
  }

  async done(context: PluginContext): Promise<void> {
    const page = coveragePage(readResults(this.#directory), readCoverage(this.#directory));
    await addPage(context, this.#redact(page));
  }

  async info(): Promise<PluginSummary> {
    const statements = readCoverage(this.#directory);
    const tested = statements.filter(({ state }) => state === "tested").length;
    const unknown = countVerdicts(readResults(this.#directory).checks)["not-known"];
    return {
      name: "What was tested and what was not",
      plugin: "Coverage",
      stats: {
        total: statements.length,
        passed: tested - unknown,
        unknown,
        skipped: statements.length - tested,
      },
      status: "passed",
      duration: 0,
    };
  }
}
