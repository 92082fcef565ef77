import { env } from "node:process";
import { fileURLToPath } from "node:url";
import type { AllureConfig } from "allure";
import { readResults } from "../run-directory.ts";

/** Allure 3 loads this module as its configuration; `writeReport` names the run's folder. */
const directory = env.SCIM_RUN_DIRECTORY ?? "";
const results = readResults(directory);

const config: AllureConfig = {
  name: `SCIM conformance of ${results.target}`,
  variables: {
    Target: results.target,
    Profile: results.profile,
    Seed: String(results.seed),
    Version: results.toolVersion,
  },
  environments: {
    "scim-1-1": { name: "SCIM 1.1", matcher: ({ labels }) => isVersion(labels, "1.1") },
    "scim-2-0": { name: "SCIM 2.0", matcher: ({ labels }) => isVersion(labels, "2.0") },
  },
  plugins: {
    awesome: {
      // One file: it opens from disk, where a page may not fetch its data.
      options: {
        reportName: `SCIM conformance of ${results.target}`,
        singleFile: true,
        groupBy: ["epic"],
      },
    },
    differences: {
      import: fileURLToPath(new URL("./differences-plugin.js", import.meta.url)),
      options: { directory },
    },
    coverage: {
      import: fileURLToPath(new URL("./coverage-plugin.js", import.meta.url)),
      options: { directory },
    },
  },
};

function isVersion(labels: readonly { name: string; value?: string }[], version: string): boolean {
  return labels.some(({ name, value }) => name === "version" && value === version);
}

export default config;
