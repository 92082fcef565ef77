import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultArea, listFaults, type Mock, startMock } from "../../mock/index.ts";
import { allChecks, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

/**
 * Plants every fault of some areas in the mock, one at a time, runs all checks, and sees that those
 * turn red that should. What turned red, and what only warned, is kept in a file beside the test for
 * review: a change of it is a change of what the suite can find.
 */
export function killFaultsOf(areas: readonly FaultArea[], matrixFile: string): void {
  const matrix: Record<string, { red: string[]; warn: string[] }> = {};
  let healthyWarnings: ReadonlySet<string>;
  let mock: Mock;

  beforeAll(async () => {
    mock = await startMock();
    healthyWarnings = new Set(
      (await run()).filter(({ verdict }) => verdict === "warn").map(nameOf),
    );
  }, 60_000);
  afterAll(() => mock.close());

  async function run() {
    mock.reset();
    return withRun(bothVersions(mock.url), { runs: 5, patienceMs: 300 }, allChecks);
  }

  test.each(
    listFaults()
      .filter(({ area }) => areas.includes(area))
      .map((fault) => [fault.name, fault] as const),
  )(
    "%s",
    async (name, fault) => {
      mock.setFaults([name]);
      const results = await run();
      mock.setFaults([]);
      const red = results.filter(isRed).map(nameOf).sort();
      const warn = results
        .filter(({ verdict }) => verdict === "warn")
        .map(nameOf)
        .filter((result) => !healthyWarnings.has(result))
        .sort();
      matrix[name] = { red, warn };
      const seen = [...red, ...warn].map((result) => result.split(" ")[0]);
      expect(
        fault.breaks.filter((id) => seen.includes(id)),
        `${fault.summary}: none of the rules that it breaks was seen broken`,
      ).not.toEqual([]);
    },
    120_000,
  );

  test("what turns red is what was reviewed", async () => {
    await expect(`${JSON.stringify(matrix, null, 2)}\n`).toMatchFileSnapshot(matrixFile);
  });
}

function nameOf({ id, version }: { id: string; version: string }): string {
  return `${id} ${version}`;
}
