import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultArea, listFaults, type Mock, startMock } from "../../mock/index.ts";
import { allChecks, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/**
 * Faults that no requirement may find, because nobody knows what Slack does there: each turns a
 * guess into another. The probes of differences look at some of them.
 */
const guesses = new Set([
  "user-create-ignores-active",
  "v1-patch-takes-patch-op",
  "v2-bad-token-as-in-2023",
  "v2-patch-op-case-refused",
  "v2-patch-remove-with-value-empties",
  "v2-patch-unknown-path-refused",
  "v2-schemas-list-without-total",
]);

/** Faults that show only under load, or as time: a run neither floods a target nor judges its speed. */
const onlyUnderLoad = new Set([
  "hanging-reads",
  "rate-limit-answers-503",
  "rate-limit-retry-after-as-date",
  "rate-limit-without-retry-after",
  "slow-answers",
  "slow-lists",
  "writes-not-locked",
]);

/** Whether a fault breaks a rule of ours, and not only the catalogue of differences. */
const breaksRule = (id: string) => /^(SCIM|SLACK)/.test(id);

/**
 * Plants every fault of some areas in the mock, one at a time, runs all checks, and sees that a rule
 * which the fault says it breaks turns red, or warns where the rule is no stronger.
 */
export function killFaultsOf(areas: readonly FaultArea[]): void {
  let healthy: ReadonlySet<string>;
  let mock: Mock;

  beforeAll(async () => {
    mock = await startMock();
    healthy = new Set(await broken());
  }, 60_000);
  afterAll(() => mock.close());

  /** The ids of the rules that are seen broken now. */
  async function broken(): Promise<string[]> {
    mock.reset();
    const results = await withRun(bothVersions(mock.url), { runs: 5, patienceMs: 300 }, allChecks);
    return results
      .filter((result) => isRed(result) || result.verdict === "warn")
      .map(({ id }) => id);
  }

  const faults = listFaults()
    .filter(
      ({ area, name }) => areas.includes(area) && !guesses.has(name) && !onlyUnderLoad.has(name),
    )
    .filter(({ breaks }) => breaks.some(breaksRule));

  test.each(faults.map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, { breaks, summary }) => {
      mock.setFaults([name]);
      const seen = (await broken()).filter((id) => !healthy.has(id));
      mock.setFaults([]);
      expect(
        breaks.filter((id) => seen.includes(id)),
        `${summary}: none of ${breaks.join(", ")} was seen broken, but ${seen.join(", ") || "nothing"}`,
      ).not.toEqual([]);
    },
    120_000,
  );
}
