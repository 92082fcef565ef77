import {
  createGateState,
  createTenantGate,
  type LimitName,
  type Version,
  versions,
} from "../../client/index.ts";
import type { Mock } from "../../mock/index.ts";
import { canaryIds } from "../../suites/canary.ts";
import { requirements } from "../../suites/catalogue.ts";
import { contentOf } from "../../suites/content.ts";
import { cleanUp } from "../../suites/run/clean-up.ts";
import { Journal } from "../../suites/run/journal.ts";
import type { RunConfig } from "../../suites/run/run-config.ts";
import { createClients } from "../../suites/run/run-context.ts";
import { scheduleOf } from "../../suites/run/units.ts";
import { bothVersions, withRun } from "./mock-run.ts";

export interface Measured {
  mock: Mock;
  versions: readonly Version[];
  writes: boolean;
  cases: number;
  seed: number;
  /** Absent: all. */
  requirements?: readonly string[];
  /** Whether it is a canary run; `requirements` are then those of the canary. */
  canary?: boolean;
  /** Whether the differences between versions are observed too. */
  differences: boolean;
}

/** Carries out a run without vitest, clean-up included. @returns how many requests it sent, for each limit */
export async function sentBy(measured: Measured): Promise<ReadonlyMap<LimitName, number>> {
  const { mock, writes, cases, seed, canary = false } = measured;
  const requirements = canary ? canaryIds : measured.requirements;
  mock.reset();
  const urls = Object.entries(bothVersions(mock.url)).filter(([version]) =>
    measured.versions.some((one) => one === version),
  );
  const gate = createGateState();
  const options = {
    writes,
    cases,
    seed,
    gate,
    canary,
    maxUsers: canary ? 1 : 40,
    maxGroups: canary ? 2 : 40,
    patienceMs: 300,
    ...(requirements ? { requirements } : {}),
  };
  await withRun(Object.fromEntries(urls), options, async (run) => {
    // Clean-up removes only what its journal says is the run's.
    const { baseUrls, namePrefix, runTag, emailDomain, files } = run.config;
    new Journal(files.journal).open({ baseUrls, namePrefix, runTag, emailDomain });
    const content = contentOf(run.config.profile);
    const left = measured.differences ? {} : { differences: [], differentials: [] };
    await scheduleOf(run, { ...content, ...left }).all();
    await clean(run.config);
  });
  return createTenantGate("off", { state: gate }).sent();
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
