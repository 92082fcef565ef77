import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import { coveragePage } from "../coverage/page.ts";
import { readCoverage, readResults } from "../run-directory.ts";

/** Puts the page of what was tested beside Allure's own. */
export default class CoveragePlugin implements Plugin {
  readonly #directory: string;

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  async done(context: PluginContext): Promise<void> {
    const page = coveragePage(readResults(this.#directory), readCoverage(this.#directory));
    await context.reportFiles.addFile("index.html", Buffer.from(page, "utf8"));
  }

  async info(): Promise<PluginSummary> {
    const statements = readCoverage(this.#directory);
    const tested = statements.filter(({ state }) => state === "tested").length;
    return {
      name: "What was tested, and what was not",
      plugin: "Coverage",
      stats: { total: statements.length, passed: tested, skipped: statements.length - tested },
      status: "passed",
      duration: 0,
    };
  }
}
