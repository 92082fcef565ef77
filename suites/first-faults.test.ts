import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { allChecks, isRed } from "./testing/all-checks.ts";
import { bothVersions, withRun } from "./testing/mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** One fault of each area, and every rule that has to turn red: these and no others. */
const faults: Readonly<Record<string, readonly string[]>> = {};

test.each(Object.entries(faults))(
  "%s turns exactly the rules red that it breaks",
  async (name, rules) => {
    mock.reset();
    mock.setFaults([name]);
    const results = await withRun(bothVersions(mock.url), { runs: 10, patienceMs: 500 }, allChecks);
    expect([...new Set(results.filter(isRed).map(({ id }) => id))].sort()).toEqual(
      [...rules].sort(),
    );
  },
  60_000,
);
