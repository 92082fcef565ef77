import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import type { Redact } from "../../schemas/index.ts";
import { learntFrom } from "../learnt/learnt.ts";
import { readTraces } from "../learnt/target-traces.ts";
import { readCatalogue, readCoverage, readResults } from "../run-directory.ts";
import { summaryPage } from "../summary/page.ts";
import { countVerdicts } from "../verdict-counts.ts";
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
    const results = readResults(this.#directory);
    const page = summaryPage(
      results,
      readCatalogue(this.#directory),
      readCoverage(this.#directory),
      learntFrom(results, readTraces(this.#directory)),
    );
    await addPage(context, this.#redact(page));
  }

  async info(): Promise<PluginSummary> {
    const { checks } = readResults(this.#directory);
    const counts = countVerdicts(checks);
    return {
      name: "Can we migrate? A summary on one page",
      plugin: "Summary",
      stats: {
        total: checks.length,
        passed: counts.pass + counts.warn + counts.deviation,
        // Apart from what passed: Allure has no other word for what is not known.
        unknown: counts["not-known"],
        failed: counts.fail,
        skipped: counts.skip,
        broken: counts.error,
      },
      status: counts.fail > 0 ? "failed" : "passed",
      duration: 0,
    };
  }
}
