import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import { isUnexpectedDifference } from "../../schemas/finding.ts";
import { versions } from "../../schemas/version.ts";
import { differences as catalogue } from "../../suites/differences/catalogue.ts";
import { differenceResults } from "../../suites/differences/results.ts";
import { explanations } from "../../suites/differences/sightings/explained.ts";
import {
  explainedFacts,
  undocumentedDifferences,
} from "../../suites/differences/sightings/undocumented.ts";
import type { RunContext } from "../../suites/run/run-context.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { allChecks, checkReports, checksOf, inOneLine, isRed } from "./all-checks.ts";
import { healthyInOneVersion, healthyOrganisation, healthySettings } from "./healthy-settings.ts";
import { bothVersions, withRun } from "./mock-run.ts";

let mock: Mock;
let usual: MockSettings;
beforeAll(async () => {
  mock = await startMock();
  usual = { ...mock.settings };
});
afterAll(() => mock.close());

const seeds = Array.from({ length: 30 }, (_, seed) => seed);

test("the organisations below have every correct value of every setting", () => {
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

/** The explanations that the runs below need, as requirement and fact. */
const needed = new Set<string>();

/** All checks, and undocumented differences between the versions in what they saw. */
async function checksAndDifferences(run: RunContext) {
  const reports = await checkReports(run);
  const sightings = reports.flatMap((report) =>
    report.kind === "check" && report.sighting ? [report.sighting] : [],
  );
  const { namePrefix, runTag } = run.config;
  const ownNames = `${namePrefix}${runTag}`;
  for (const { requirement, fact, explanation } of explainedFacts(sightings, ownNames)) {
    needed.add(`${requirement} ${fact} ${explanations.indexOf(explanation)}`);
  }
  return {
    results: checksOf(reports),
    differences: undocumentedDifferences(sightings, ownNames),
  };
}

test.each(seeds)(
  "no check fails on a correct organisation, with any setting (seed %i)",
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
);

/** The known differences that are findings. */
async function wrongDifferences(run: RunContext) {
  const content = { requirements: [], differences: catalogue, differentials: [] };
  const reports = await scheduleOf(run, content).all();
  const probes = reports.flatMap((report) => (report.kind === "probe" ? [report.probe] : []));
  return differenceResults(catalogue, probes)
    .filter(isUnexpectedDifference)
    .map(({ id, status, v1, v2 }) => ({ id, status, v1, v2 }));
}

// The first half has every value: the slowest setting has three, and changes with every fifth number.
test.each(seeds.slice(0, 15))(
  "no known difference is a finding on a correct organisation, with any setting (seed %i)",
  async (seed) => {
    mock.changeSettings({ ...usual, ...healthyOrganisation(seed) });
    mock.reset();
    const run = { seed, cases: 1, patienceMs: 500 };
    expect(await withRun(bothVersions(mock.url), run, wrongDifferences)).toEqual([]);
  },
);

const inOneVersion = versions.flatMap((version) =>
  healthyInOneVersion[version].map((settings) => ({ version, settings })),
);
test.each(inOneVersion)(
  "no check of version $version fails with $settings, which contradict only the other version",
  async ({ version, settings }) => {
    mock.changeSettings({ ...usual, ...settings });
    mock.reset();
    const target = { [version]: bothVersions(mock.url)[version] };
    const results = await withRun(target, { cases: 8 }, allChecks);
    expect(results.filter(isRed).map(inOneLine)).toEqual([]);
    // In the other version it is a finding.
    const others = versions.filter((other) => other !== version);
    for (const other of others) {
      mock.reset();
      const found = await withRun({ [other]: bothVersions(mock.url)[other] }, {}, allChecks);
      expect(found.filter(isRed)).not.toEqual([]);
    }
  },
);

test("each explanation of a difference is needed by a run above, for each fact that it names", () => {
  const named = explanations.flatMap(({ facts }, index) =>
    Object.entries(facts).flatMap(([requirement, names]) =>
      names.map((fact) => `${requirement} ${fact} ${index}`),
    ),
  );
  expect(named.filter((one) => !needed.has(one))).toEqual([]);
});

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
});
