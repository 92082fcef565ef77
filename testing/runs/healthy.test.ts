import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import { observedDifferences } from "../../suites/differential/observations.ts";
import type { RunContext } from "../../suites/run/run-context.ts";
import { allChecks, checksOf, inOneLine, isRed, wholeRun } from "./all-checks.ts";
import { healthyOrganisation, healthySettings } from "./healthy-settings.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
let usual: MockSettings;
beforeAll(async () => {
  mock = await startMock();
  usual = { ...mock.settings };
});
afterAll(() => mock.close());

const seeds = Array.from({ length: 30 }, (_, seed) => seed);

test("the organisations below show every healthy value of every switch", () => {
  const shown = seeds.map((seed) => ({ ...usual, ...healthyOrganisation(seed) }));
  const missing = Object.entries(healthySettings).flatMap(([name, values]) =>
    typeof values === "string"
      ? []
      : values
          .map((value) => JSON.stringify(value))
          .filter(
            (value) =>
              !shown.some((one) => JSON.stringify(one[name as keyof MockSettings]) === value),
          )
          .map((value) => `${name} ${value}`),
  );
  expect(missing).toEqual([]);
});

/** All checks, and where the versions differ in what they saw although nothing says so. */
async function checksAndDifferences(run: RunContext) {
  const reports = await wholeRun(run);
  const observed = reports.flatMap((report) =>
    report.kind === "check" && report.observed ? [report.observed] : [],
  );
  const { namePrefix, runTag } = run.config;
  return {
    results: checksOf(reports),
    differences: observedDifferences(observed, `${namePrefix}${runTag}`),
  };
}

test.each(seeds)(
  "nothing is red on a healthy organisation, whatever is open about it (seed %i)",
  async (seed) => {
    mock.changeSettings({ ...usual, ...healthyOrganisation(seed) });
    mock.reset();
    const { results, differences } = await withRun(
      bothVersions(mock.url),
      { seed, cases: 8 },
      checksAndDifferences,
    );
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    expect(differences.map(({ id, v1, v2 }) => ({ id, v1, v2 }))).toEqual([]);
  },
  60_000,
);

test("a read-only run creates nothing, changes nothing, and finds nothing", async () => {
  mock.changeSettings(usual);
  mock.reset();
  const methods = await withRun(bothVersions(mock.url), { writes: false }, async (run) => {
    const results = await allChecks(run);
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    const cited = new Set(results.flatMap(({ exchanges }) => exchanges));
    return new Set([...cited].map((id) => run.log.get(id)?.request.method));
  });
  expect([...methods]).toEqual(["GET"]);
}, 60_000);
