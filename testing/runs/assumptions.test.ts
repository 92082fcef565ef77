import { afterAll, beforeAll, expect, test } from "vitest";
import { facts } from "../../facts/index.ts";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import { learntFrom } from "../../reports/learnt/learnt.ts";
import { isFindingOfCheck, isUnexpectedDifference } from "../../schemas/finding.ts";
import type { CheckResult, DifferenceResult } from "../../schemas/index.ts";
import { versions } from "../../schemas/version.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { differenceResults } from "../../suites/differences/results.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { inOneLine, isRed } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";
import { sampleResults } from "./sample-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 5, photoDelayMs: 5 } });
});
afterAll(() => mock.close());

interface Run {
  checks: CheckResult[];
  differences: DifferenceResult[];
}

function runWith(settings: Partial<MockSettings>): Promise<Run> {
  mock.changeSettings(settings);
  mock.reset();
  return withRun(bothVersions(mock.url), { seed: 7, cases: 3 }, async (run) => {
    const content = { requirements, differences, differentials: [] };
    const reports = await scheduleOf(run, content).all();
    const probes = reports.flatMap((report) => (report.kind === "probe" ? [report.probe] : []));
    return {
      checks: reports.flatMap((report) => (report.kind === "check" ? [report.check] : [])),
      differences: differenceResults(differences, probes),
    };
  });
}

/** What a run would learn if the target were not the mock. */
const learntBy = ({ checks, differences: found }: Run) =>
  learntFrom(sampleResults(found, { checks }), { isMock: false, hosts: [], names: [], ids: [] })
    .facts;

test("the embedded organisation does what is assumed: no warning is left, and no assumption is contradicted", async () => {
  const run = await runWith({});
  // All that it does is known or assumed: a warning without a fact hides a guess.
  expect(run.checks.filter((check) => isFindingOfCheck(check, true)).map(inOneLine)).toEqual([]);
  const learnt = learntBy(run);
  expect(learnt.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(learnt.length).toBeGreaterThan(50);
}, 120_000);

test("an organisation that does otherwise is no finding, and contradicts exactly those facts", async () => {
  const run = await runWith({
    ...{ attributesParameter: "honour", wwwAuthenticate: true, locationHeader: true },
    ...{ v1AcceptsPatchOp: true, emptyOperations: "error", directoryBlock: true },
  });
  expect(run.checks.filter(isRed).map(inOneLine)).toEqual([]);
  expect(run.differences.filter(isUnexpectedDifference).map(({ id }) => id)).toEqual([]);
  const contradicted = learntBy(run).filter(({ agrees }) => !agrees);
  expect(contradicted.map(({ id }) => id).sort()).toEqual([
    "FACT-AUTH-17",
    "FACT-DISCOVERY-44",
    "FACT-FORMAT-14",
    "FACT-FORMAT-19",
    "FACT-PATCH-23",
    "FACT-PATCH-30",
  ]);
}, 120_000);

test("an organisation that begins to count at 0 contradicts what is assumed of startIndex=0", () => {
  const steps = (row: string) => {
    const probes = versions.map((version) => ({
      ...{ id: "DIFF-PAGE-03", version, observation: { row }, mismatches: [], exchanges: [] },
    }));
    const found = differenceResults(differences, probes);
    return { learnt: learntBy({ checks: [], differences: found }), found };
  };
  expect(steps("read twice").learnt).toMatchObject([{ id: "FACT-LIST-17", agrees: true }]);
  const once = steps("read once");
  expect(once.learnt).toMatchObject([{ id: "FACT-LIST-17", agrees: false }]);
  expect(once.found.filter(isUnexpectedDifference)).toEqual([]);
});

test("what a difference assumes is stated by facts that are assumptions", () => {
  const guesses = new Set<string>(facts.flatMap(({ id, tag }) => (tag === "INF" ? [id] : [])));
  const wrong = differences.flatMap(({ id, kind, assumes }) => [
    ...(kind === "assumed" && assumes === undefined ? [`${id} does not say what is assumed`] : []),
    ...(assumes?.facts ?? []).filter((fact) => !guesses.has(fact)).map((fact) => `${id}: ${fact}`),
  ]);
  expect(wrong).toEqual([]);
});
