import type { Plugin, PluginContext, PluginSummary } from "@allurereport/plugin-api";
import type { Redact } from "../../schemas/index.ts";
import { ownValues } from "../differences/own-values.ts";
import { differencesPage } from "../differences/page.ts";
import { briefStateOf } from "../differences/view.ts";
import { isFinding } from "../results.ts";
import { readCatalogue, readCreated, readExchanges, readResults } from "../run-directory.ts";
import { addPage, type PageOptions } from "./add-page.ts";

/** Adds the page of version differences to Allure's report. */
export default class DifferencesPlugin implements Plugin {
  readonly #directory: string;
  readonly #redact: Redact;

  constructor(options: PageOptions) {
    this.#directory = options.directory;
    this.#redact = options.redact;
  }

  async done(context: PluginContext): Promise<void> {
    const { names, ids } = readCreated(this.#directory);
    const page = differencesPage(
      readResults(this.#directory),
      readCatalogue(this.#directory),
      readExchanges(this.#directory),
      ownValues(names, ids),
    );
    await addPage(context, this.#redact(page));
  }

  async info(): Promise<PluginSummary> {
    const { differences } = readResults(this.#directory);
    const failed = differences.filter(isFinding).length;
    const states = differences.map(briefStateOf);
    const skipped = states.filter((state) => state === "not-probed").length;
    const unknown = states.filter((state) => state === "not-known").length;
    return {
      name: "Differences between SCIM 1.1 and 2.0",
      plugin: "Version differences",
      stats: {
        total: differences.length,
        failed,
        skipped,
        unknown,
        passed: differences.length - failed - skipped - unknown,
      },
      status: failed > 0 ? "failed" : "passed",
      duration: 0,
    };
  }
}
