import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createGateState, createTenantGate, limitNames } from "../../client/index.ts";
import { type Mock, startMock } from "../../mock/index.ts";
import { canaryIds } from "../../suites/canary.ts";
import { timeAtLimits } from "../../suites/run/workload.ts";
import { allChecks, inOneLine } from "../runs/all-checks.ts";
import { bothVersions, withRun } from "../runs/mock-run.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
beforeEach(() => {
  mock.reset();
  mock.setFaults([]);
});
afterAll(() => mock.close());

const canary = { canary: true, requirements: canaryIds, maxUsers: 1, maxGroups: 2 } as const;

/** The checks of a canary run of both versions. */
const carriedOut = (options = {}) =>
  withRun(bothVersions(mock.url), { ...canary, patienceMs: 300, ...options }, allChecks);

test("the canary has twelve rules, passes all in both versions, and creates one user", async () => {
  const gate = createGateState();
  const checks = await carriedOut({ gate });
  const sent = createTenantGate("off", { state: gate }).sent();
  console.log([...sent], timeAtLimits({ requests: 0, byLimit: sent }));
  expect(checks.map(inOneLine).filter((line) => !line.startsWith("pass"))).toEqual([]);
});
