import type { AllureReport } from "@allurereport/core";
import { allureLabel } from "../../schemas/allure-labels.ts";

type Store = AllureReport["store"];
type Labels = readonly { name: string; value?: string }[];

/**
 * Labels each test whose verdict changed since the previous run. Allure compares statuses: it sees
 * that a rule broke, but not that it is now a warning, a deviation or skipped.
 */
export async function labelChanges(store: Store): Promise<void> {
  for (const test of await store.allTestResults()) {
    const [before] = (await store.historyByTr(test)) ?? [];
    const was = verdictOf(before?.labels);
    if (was === undefined || was === verdictOf(test.labels)) continue;
    test.labels.push(
      { name: allureLabel.was, value: was },
      { name: allureLabel.tag, value: `was ${was}` },
    );
  }
}

function verdictOf(labels: Labels | undefined): string | undefined {
  return labels?.find(({ name }) => name === allureLabel.verdict)?.value;
}
