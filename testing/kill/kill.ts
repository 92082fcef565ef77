import { afterAll, beforeAll, expect, test } from "vitest";
import type { Version } from "../../client/index.ts";
import { type FaultArea, listFaults, type Mock, startMock } from "../../mock/index.ts";
import type { CheckResult, DifferenceResult } from "../../schemas/index.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { isProbed, type ProbedDifference } from "../../suites/differences/difference.ts";
import { differenceResults } from "../../suites/differences/results.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { allChecks, inOneLine } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";

/** Faults that show only under load or in timing: a run neither floods a target nor judges its speed. */
const onlyUnderLoad = new Set([
  "hanging-reads",
  "rate-limit-answers-503",
  "rate-limit-retry-after-as-date",
  "rate-limit-without-retry-after",
  "slow-answers",
  "slow-lists",
  "writes-not-locked",
]);

const isRule = (id: string) => /^(SCIM|SLACK)/.test(id);

/** The known differences that a probe observes; the others cannot be observed from outside. */
const probed = new Map(differences.filter(isProbed).map((each) => [each.id, each]));

/** A rule in one version. */
interface Kill {
  id: string;
  version: Version;
}

/** A fault that a run has to find, and what finds it. */
interface Killer {
  name: string;
  area: FaultArea;
  summary: string;
  kills: readonly Kill[];
  /** The differences that are not as documented then. */
  differences: readonly ProbedDifference[];
}

/**
 * Every fault that names a rule or a difference. A guess that a fault replaces (`INF FACT-PATCH-98`) does
 * not count: no rule may assert it.
 */
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
      differences: [...new Set(Object.values(breaks).flat())].flatMap((id) => probed.get(id) ?? []),
    }))
    .filter((killer) => killer.kills.length + killer.differences.length > 0);
}

export function inVersion({ id, version }: Kill): string {
  return `${id} [${version}]`;
}

/**
 * Whether a result shows that the rule does not hold. A broken optional rule is skipped, with the
 * code `optional`, and one that rests on another broken one with the id of that one; a broken
 * connection is reported as an error, not as a finding.
 */
export function isBroken({ verdict, reason }: CheckResult, area: FaultArea): boolean {
  return (
    verdict === "fail" ||
    verdict === "warn" ||
    (verdict === "error" && area === "transport") ||
    (verdict === "skip" && (reason?.code === "optional" || reason?.blockedBy !== undefined))
  );
}

/** Whether the difference between the versions is not as the catalogue says. */
function isOtherwise({ status }: DifferenceResult): boolean {
  return status === "otherwise" || status === "not-seen";
}

/**
 * Plants every fault of some areas in the mock, one at a time, and tests each rule and each
 * difference that the fault names. Each is tested alone, in a new run, so that none is skipped
 * because another failed. Each must be broken with the fault, and not, or not as badly, without it.
 */
export function killFaultsOf(areas: readonly FaultArea[]): void {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());

  /** The result of a rule or a difference while faults are planted. */
  interface Seen {
    isBroken: boolean;
    status: string;
    line: string;
  }

  const carriedOut = async ({ id, version }: Kill, area: FaultArea): Promise<Seen> => {
    const results = await withRun(
      { [version]: bothVersions(mock.url)[version] },
      { cases: 20, patienceMs: 300, requirements: [id] },
      allChecks,
    );
    const [result] = results;
    if (!result || results.length > 1) throw new Error(`${results.length} checks of ${id}`);
    const line = inOneLine(result);
    return { isBroken: isBroken(result, area), status: result.verdict, line };
  };
  const observed = async (difference: ProbedDifference): Promise<Seen> => {
    const content = { requirements: [], differences: [difference], differentials: [] };
    const reports = await withRun(bothVersions(mock.url), { patienceMs: 300 }, (run) =>
      scheduleOf(run, content).all(),
    );
    const probes = reports.flatMap((report) => (report.kind === "probe" ? [report.probe] : []));
    const [result] = differenceResults([difference], probes);
    if (!result) throw new Error(`no result of ${difference.id}`);
    const line = `${result.status} ${result.id} ${result.note ?? ""}`;
    return { isBroken: isOtherwise(result), status: result.status, line };
  };

  const healthy = new Map<string, Seen>();
  /** @returns a line that says that the fault was not seen, or undefined */
  const survives = async (key: string, fault: string, look: () => Promise<Seen>) => {
    const lookWith = (faults: readonly string[]) => {
      mock.reset();
      mock.setFaults(faults);
      return look();
    };
    const without = healthy.get(key) ?? (await lookWith([]));
    healthy.set(key, without);
    const seen = await lookWith([fault]);
    if (seen.isBroken && seen.status !== without.status) return [];
    return [`${seen.line} (without the fault: ${without.status})`];
  };

  const faults = killers().filter(({ area }) => areas.includes(area));
  test.each(faults.map((fault) => [fault.name, fault] as const))(
    "%s",
    async (name, { area, kills, differences, summary }) => {
      const alive: string[] = [];
      for (const kill of kills) {
        alive.push(...(await survives(inVersion(kill), name, () => carriedOut(kill, area))));
      }
      for (const difference of differences) {
        alive.push(...(await survives(difference.id, name, () => observed(difference))));
      }
      expect(alive, `${summary}: not seen`).toEqual([]);
    },
    60_000,
  );
}
