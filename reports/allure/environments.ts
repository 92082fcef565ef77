import type { AllureConfig } from "allure";
import { allureLabel } from "../../schemas/allure-labels.ts";
import type { Results } from "../../schemas/index.ts";

type Environments = NonNullable<AllureConfig["environments"]>;

const bothVersions = "Both versions";

/**
 * One environment for each tested version, and one for the tests that compare the two. Allure
 * always lists one called "default": here it holds the comparing tests, or all tests of a run of
 * one version. A test's version is a label
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

/** The environment where the report shows the results of the run as a whole. */
export function environmentOfRun({ versions: [only, second] }: Results): string {
  return only !== undefined && second === undefined ? nameOf(only) : bothVersions;
}

function nameOf(version: string): string {
  return `SCIM ${version}`;
}
