import type { AwesomePluginOptions } from "@allurereport/plugin-awesome";
import type { AllureConfig } from "allure";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Results } from "../../schemas/index.ts";
import { historyFile, rememberedRuns } from "../history-file.ts";
import { categories } from "./categories.ts";
import { charts } from "./charts.ts";
import { environments } from "./environments.ts";
import { countRuns } from "./history.ts";
import { qualityGate } from "./quality-gate.ts";
import { variables } from "./variables.ts";

/** The configuration from which Allure makes its pages of a run. */
export function reportConfig(directory: string, results: Results): AllureConfig {
  const history = historyFile(directory, results, "allure");
  const earlierRuns = countRuns(history);
  return {
    name: reportName(results),
    // In a first run Allure would mark every test as new.
    ...(earlierRuns > 0 ? { historyPath: history, historyLimit: rememberedRuns } : {}),
    // Allure would remember messages and machine names; history.ts remembers less.
    appendHistory: false,
    categories: categories(earlierRuns > 0),
    environments: environments(results),
    qualityGate: qualityGate(results),
    variables: variables(results, earlierRuns),
  };
}

/** How Allure's page of a run looks. It is written as many files, of which page.ts makes one. */
export function pageOptions(results: Results): AwesomePluginOptions {
  return {
    reportName: reportName(results),
    groupBy: [allureLabel.epic],
    // Allure's type knows the names of charts as an enum only.
    charts: charts as NonNullable<AwesomePluginOptions["charts"]>,
  };
}

function reportName({ target }: Results): string {
  return `SCIM conformance of ${target}`;
}
