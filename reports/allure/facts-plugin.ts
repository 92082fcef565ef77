import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import { facts } from "../../facts/index.ts";
import type { Redact } from "../../schemas/index.ts";
import { factsPage } from "../facts/page.ts";
import { readCatalogue, readResults } from "../run-directory.ts";
import { addPage, type PageOptions } from "./add-page.ts";

/** Adds the page of facts to Allure's report. */
export default class FactsPlugin implements Plugin {
  readonly #directory: string;
  readonly #redact: Redact;

  constructor(options: PageOptions) {
    this.#directory = options.directory;
    this.#redact = options.redact;
  }

  async done(context: PluginContext): Promise<void> {
    const page = factsPage(readResults(this.#directory), readCatalogue(this.#directory));
    await addPage(context, this.#redact(page));
  }

  async info(): Promise<PluginSummary> {
    const assumed = facts.filter(({ tag }) => tag === "INF").length;
    return {
      name: "Facts about Slack, with their sources",
      plugin: "Facts",
      stats: { total: facts.length, passed: facts.length - assumed, skipped: assumed },
      status: "passed",
      duration: 0,
    };
  }
}
