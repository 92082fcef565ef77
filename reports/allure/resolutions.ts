import type { AllureReport } from "@allurereport/core";
import { allureLabel, differenceLevel } from "../../schemas/allure-labels.ts";
import type { Known, Results } from "../../schemas/index.ts";

/**
 * Gives each failed test that the baseline covers its resolution in Allure: `accepted` where a person
 * accepted it, `muted` where no one has explained it yet. Allure shows both as failures that do not
 * count, with the reason. Its third one, `issue`, is for failures that do count.
 *
 * Allure's rules find a test by its case; here the results say which tests are known.
 */
export async function resolveKnown(store: AllureReport["store"], results: Results): Promise<void> {
  const known = knownTests(results);
  if (known.size === 0) return;
  for (const test of await store.allTestResults()) {
    if (test.status !== "failed") continue;
    const label = (name: string) => test.labels.find((one) => one.name === name)?.value ?? "";
    const isOfDifference = label(allureLabel.level) === differenceLevel;
    const id = label(allureLabel.requirement);
    const entry = known.get(isOfDifference ? id : `${id} ${label(allureLabel.version)}`);
    if (!entry) continue;
    test.resolution = entry.status === "accepted" ? "accepted" : "muted";
    test.resolutionComment = commentOf(entry);
  }
}

/** By id and version; a difference by its id. */
function knownTests({ checks, differences }: Results): ReadonlyMap<string, Known> {
  return new Map([
    ...checks.flatMap(({ id, version, known }) =>
      known ? [[`${id} ${version}`, known] as const] : [],
    ),
    ...differences.flatMap(({ id, known }) => (known ? [[id, known] as const] : [])),
  ]);
}

function commentOf({ status, reason, owner, ticket, expires }: Known): string {
  const why = reason === "" ? "no reason given" : reason;
  return [
    status === "new" ? "not explained yet" : why,
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(ticket === undefined ? [] : [`ticket: ${ticket}`]),
    ...(expires === undefined ? [] : [`last day: ${expires}`]),
  ].join(" · ");
}
