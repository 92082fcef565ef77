import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../client/index.ts";
import { type FaultArea, listFaults, type Mock, startMock } from "../../mock/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { allChecks, inOneLine } from "../runs/all-checks.ts";
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

/** A rule in one version. */
export interface Kill {
  id: string;
  version: Version;
}

/** A fault that rules have to find, and the rules. */
export interface Killer {
  name: string;
  area: FaultArea;
  summary: string;
  kills: readonly Kill[];
}

export function killers(): Killer[] {
  return listFaults()
    .filter(({ name }) => !onlyUnderLoad.has(name))
    .map(({ name, area, summary, versions, breaks }) => ({
      name,
      area,
      summary,
      kills: versions.flatMap((version) =>
        breaks[version].filter(isRule).map((id) => ({ id, version })),
      ),
    }))
    .filter(({ kills }) => kills.length > 0);
}

export function inVersion({ id, version }: Kill): string {
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
 * Plants every fault of some areas in the mock, one at a time, and carries out each rule that it says
 * it breaks: alone, by a run of its own which has learnt nothing from other checks, so that none is
 * skipped because another failed. Each is seen broken, and was not, or not as badly, without the
 * fault.
 */
export function killFaultsOf(areas: readonly FaultArea[]): void {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  const carriedOut = async ({ id, version }: Kill, faults: readonly string[]) => {
    mock.reset();
    mock.setFaults(faults);
    const results = await withRun(
      { [version]: bothVersions(mock.url)[version] },
      { cases: 20, patienceMs: 300, requirements: [id] },
      allChecks,
    );
    const [result] = results;
    if (!result || results.length > 1) throw new Error(`${results.length} checks of ${id}`);
    return result;
  };
  const healthy = new Map<string, CheckResult>();
  const withoutFault = async (kill: Kill) => {
    const known = healthy.get(inVersion(kill)) ?? (await carriedOut(kill, []));
    healthy.set(inVersion(kill), known);
    return known;
  };

  const faults = killers().filter(({ area }) => areas.includes(area));
  test.each(faults.map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, { area, kills, summary }) => {
      const alive: string[] = [];
      for (const kill of kills) {
        const { verdict } = await withoutFault(kill);
        const result = await carriedOut(kill, [name]);
        if (isBroken(result, area) && result.verdict !== verdict) continue;
        alive.push(`${inOneLine(result)} (without the fault: ${verdict})`);
      }
      expect(alive, `${summary}: rules that do not see it`).toEqual([]);
    },
    60_000,
  );
}
