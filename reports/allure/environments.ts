import type { AllureConfig } from "allure";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Results } from "../../schemas/index.ts";

type Environments = NonNullable<AllureConfig["environments"]>;

const bothVersions = "Both versions";

/**
 * One environment for each version that was tested, and one for the tests that compare the two.
 * Allure lists one called "default", used or not; here it is the one that holds what is left: the
 * comparing tests, or all of them when there is one version only. A test's version is a label
 * (suites/run/evidence.ts).
 */
export function environments(results: Results): Environments {
  const versions = results.versions.length === 1 ? [] : results.versions;
  const ofVersions = versions.map((version): [string, Environments[string]] => [
    `scim-${version.replace(".", "-")}`,
    {
      name: nameOf(version),
      variables: { Requests: String(results.requests.byVersion[version] ?? 0) },
      matcher: ({ labels }) =>
        labels.some(({ name, value }) => name === allureLabel.version && value === version),
    },
  ]);
  return {
    ...Object.fromEntries(ofVersions),
    default: { name: environmentOfRun(results), matcher: () => true },
  };
}

/** The environment where the report shows what is said of the run as a whole. */
export function environmentOfRun({ versions: [only, second] }: Results): string {
  return only !== undefined && second === undefined ? nameOf(only) : bothVersions;
}

function nameOf(version: string): string {
  return `SCIM ${version}`;
}
