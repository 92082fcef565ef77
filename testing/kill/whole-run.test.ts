import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../mock/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { checksOf, inOneLine } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";
import { inVersion, isBroken, killers } from "./kill.ts";

/**
 * Rules of a whole run share requests, which a rule that is tested alone does not: what is found
 * alone must be found beside the others too, with as few cases and as few users as on a live tenant.
 */
const live = { cases: 3, maxUsers: 40, patienceMs: 300 } as const;

/** The areas whose rules share requests, and the faults in what these do. */
const areas = ["representation", "users", "patch", "put", "delete", "errors"];
const faultAreas = ["patch", "put", "users"];

/** One fault of each kind that shared requests could hide. All of them: `KILL=all`. */
const sample = [
  "user-patch-wipes-title",
  "user-patch-enterprise-replaces-whole",
  "patch-removes-all-values",
];

const faults = killers().filter(
  ({ name, area, kills }) =>
    faultAreas.includes(area) &&
    kills.length > 0 &&
    (process.env.KILL === "all" || sample.includes(name)),
);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

async function runWith(names: readonly string[]): Promise<Map<string, CheckResult>> {
  mock.reset();
  mock.setFaults(names);
  const content = {
    requirements: requirements.filter(({ area }) => areas.includes(area)),
    differences: [],
    differentials: [],
  };
  const reports = await withRun(bothVersions(mock.url), live, (run) =>
    scheduleOf(run, content).all(),
  );
  return new Map(checksOf(reports).map((check) => [inVersion(check), check]));
}

test("the sample has faults that exist", () => {
  expect(faults.map(({ name }) => name)).toEqual(expect.arrayContaining(sample));
});

test.each(faults.map((fault) => [fault.name, fault] as const))(
  "%s is found in a whole run",
  async (name, { area, kills, summary }) => {
    const results = await runWith([name]);
    // Those of other areas are not in this run.
    const seen = kills.flatMap((kill) => results.get(inVersion(kill)) ?? []);
    expect(seen, summary).not.toEqual([]);
    const alive = seen.filter((result) => !isBroken(result, area)).map(inOneLine);
    expect(alive, `${summary}: not seen`).toEqual([]);
  },
);
