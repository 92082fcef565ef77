import { expect, test } from "vitest";
import { startMock } from "../../mock/index.ts";
import { allChecks, inOneLine } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";
import { inVersion, killers } from "./kill.ts";

test("every check that an organisation without faults passes fails with a fault", async () => {
  const mock = await startMock();
  try {
    const results = await withRun(bothVersions(mock.url), { cases: 5 }, allChecks);
    const killed = new Set(killers().flatMap(({ kills }) => kills.map(inVersion)));
    const satisfied = results.filter(
      ({ verdict }) => verdict === "pass" || verdict === "deviation",
    );
    expect(satisfied.length).toBeGreaterThan(700);
    expect(satisfied.filter((result) => !killed.has(inVersion(result))).map(inOneLine)).toEqual([]);
  } finally {
    await mock.close();
  }
}, 60_000);
