import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import type { Redact } from "../../schemas/index.ts";
import { readCatalogue, readCoverage, readResults } from "../run-directory.ts";
import { summaryPage } from "../summary/page.ts";
import { addPage, type PageOptions } from "./add-page.ts";

/** Adds the summary page for decision makers to Allure's report. */
export default class SummaryPlugin implements Plugin {
  readonly #directory: string;
  readonly #redact: Redact;

  constructor(options: PageOptions) {
    this.#directory = options.directory;
    this.#redact = options.redact;
  }

  async done(context: PluginContext): Promise<void> {
    const page = summaryPage(
      readResults(this.#directory),
      readCatalogue(this.#directory),
      readCoverage(this.#directory),
    );
    await addPage(context, this.#redact(page));
  }

  async info(): Promise<PluginSummary> {
    const { summary } = readResults(this.#directory);
    const { pass, fail, warn, deviation, skip, error } = summary;
    return {
      name: "Can we migrate? A summary on one page",
      plugin: "Summary",
      stats: {
        total: pass + fail + warn + deviation + skip + error,
        passed: pass + warn + deviation,
        failed: fail,
        skipped: skip,
        broken: error,
      },
      status: fail > 0 ? "failed" : "passed",
      duration: 0,
    };
  }
}
