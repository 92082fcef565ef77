import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultArea, listFaults, type Mock, startMock } from "../../mock/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { inOneLine, someChecks } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";

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

/**
 * Whether an id is that of a requirement: not an entry of the catalogue of differences, nor a guess
 * (`INF §7.3`), which no requirement may assert.
 */
const isRule = (id: string) => /^(SCIM|SLACK)/.test(id);

/** The faults that rules have to find, and the rules, as `id [version]`. */
export function killers(): { name: string; area: FaultArea; summary: string; kills: string[] }[] {
  return listFaults()
    .filter(({ name }) => !onlyUnderLoad.has(name))
    .map(({ name, area, summary, versions, breaks }) => ({
      name,
      area,
      summary,
      kills: versions.flatMap((version) =>
        breaks[version].filter(isRule).map((id) => inVersion(id, version)),
      ),
    }))
    .filter(({ kills }) => kills.length > 0);
}

export function inVersion(id: string, version: string): string {
  return `${id} [${version}]`;
}

/**
 * Whether a result tells that the rule does not hold. An optional rule is skipped then, with that
 * code; a broken connection is no finding about the rule, but an error that is told.
 */
function isBroken({ verdict, reason }: CheckResult, area: FaultArea): boolean {
  return (
    verdict === "fail" ||
    verdict === "warn" ||
    (verdict === "error" && area === "transport") ||
    (verdict === "skip" && reason?.code === "optional")
  );
}

/**
 * Plants every fault of some areas in the mock, one at a time, and carries out the checks of the
 * rules that it says it breaks: each is seen broken, and was not, or not as badly, without the fault.
 */
export function killFaultsOf(areas: readonly FaultArea[]): void {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  const faults = killers().filter(({ area }) => areas.includes(area));
  test.each(faults.map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, { area, kills, summary }) => {
      const carriedOut = (faults: readonly string[]) => {
        mock.reset();
        mock.setFaults(faults);
        return withRun(bothVersions(mock.url), { cases: 20, patienceMs: 300 }, (run) =>
          someChecks(run, (id, version) => kills.includes(inVersion(id, version))),
        );
      };
      const healthy = await carriedOut([]);
      const isAnyway = ({ id, version, verdict }: CheckResult) =>
        healthy.some((one) => one.id === id && one.version === version && one.verdict === verdict);
      const results = await carriedOut([name]);
      const alive = results
        .filter((result) => !isBroken(result, area) || isAnyway(result))
        .map(inOneLine);
      expect(alive, `${summary}: rules that do not see it`).toEqual([]);
      expect(results.map(({ id, version }) => inVersion(id, version)).sort()).toEqual(
        [...kills].sort(),
      );
    },
    60_000,
  );
}
