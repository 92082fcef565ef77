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
    name: `SCIM conformance of ${results.target}`,
    // In a first run Allure would mark every test as new.
    ...(earlierRuns > 0 ? { historyPath: history, historyLimit: rememberedRuns } : {}),
    // Allure would remember messages and machine names; history.ts remembers less.
    appendHistory: false,
    categories: categories(earlierRuns > 0),
    environments: environments(results),
    qualityGate: qualityGate(results),
    variables: variables(results, earlierRuns),
    plugins: {
      awesome: {
        // One file: it opens from disk, where a page may not fetch its data.
        options: {
          reportName: `SCIM conformance of ${results.target}`,
          singleFile: true,
          groupBy: [allureLabel.epic],
          charts,
        },
      },
      // Allure adds it by default: a log for machines, as results.json is.
      agent: { enabled: false },
    },
  };
}
