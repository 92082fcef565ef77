import {
  createGateState,
  createTenantGate,
  type LimitName,
  type Version,
  versions,
} from "../../client/index.ts";
import type { Mock } from "../../mock/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { differences } from "../../suites/differences/catalogue.ts";
import { isProbed } from "../../suites/differences/difference.ts";
import { differentials } from "../../suites/differences/generated/differentials.ts";
import { cleanUp } from "../../suites/run/clean-up.ts";
import { differ } from "../../suites/run/differ.ts";
import { Journal } from "../../suites/run/journal.ts";
import { observeDifference } from "../../suites/run/observe-difference.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { createClients, type RunContext } from "../../suites/run/run-context.ts";
import { someChecks } from "./all-checks.ts";
import { bothVersions, withRun } from "./mock-run.ts";

export interface Measured {
  mock: Mock;
  versions: readonly Version[];
  writes: boolean;
  cases: number;
  seed: number;
  /** Absent: all. */
  requirements?: readonly string[];
  /** Whether the differences between versions are observed too. */
  differences: boolean;
}

/** Carries out a run without vitest, clean-up included. @returns how many requests it sent, for each limit */
export async function sentBy(measured: Measured): Promise<ReadonlyMap<LimitName, number>> {
  const { mock, writes, cases, seed } = measured;
  mock.reset();
  const urls = Object.entries(bothVersions(mock.url)).filter(([version]) =>
    measured.versions.some((one) => one === version),
  );
  const gate = createGateState();
  const options = { writes, cases, seed, gate, maxUsers: 40, maxGroups: 40, patienceMs: 300 };
  await withRun(Object.fromEntries(urls), options, async (run) => {
    await someChecks(run, (id) => measured.requirements?.includes(id) ?? true);
    if (measured.differences) await observeDifferences(run);
    await clean(run.config);
  });
  return createTenantGate("off", { state: gate }).sent();
}

async function observeDifferences(run: RunContext): Promise<void> {
  const jobs: (() => Promise<unknown>)[] = [
    ...(run.checks.size === 2 ? differentials : []).map((one) => () => differ(run, one)),
    ...differences.filter(isProbed).flatMap((one) =>
      [...run.checks].map(
        ([version, context]) =>
          () =>
            observeDifference(run, one, version, context),
      ),
    ),
  ];
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  };
  // As many at once as in a run.
  await Promise.all(Array.from({ length: 8 }, work));
}

async function clean(config: RunConfig): Promise<void> {
  const clients = createClients(config);
  const journal = new Journal(config.files.journal);
  await cleanUp(clients, journal);
  await Promise.all(clients.map((client) => client.close()));
}

/** The ids of the requirements of an area. */
export function idsOf(area: string): string[] {
  return requirements
    .filter((one) => one.area === area)
    .flatMap((one) => versions.flatMap((version) => one.versions[version]?.id ?? []));
}
