import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGateState, createTenantGate } from "../../client/index.ts";
import { listFaults, type Mock, startMock } from "../../mock/index.ts";
import { canaryIds } from "../../suites/canary.ts";
import { Journal } from "../../suites/run/journal.ts";
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

/** Carries out a canary of both versions, without its clean-up. */
function canary({ writes = true, gate = createGateState() } = {}) {
  const options = {
    ...{ canary: true, requirements: canaryIds, maxUsers: 1, maxGroups: 2 },
    ...{ patienceMs: 300, writes, gate },
  };
  return withRun(bothVersions(mock.url), options, async (run) => ({
    checks: await allChecks(run),
    created: new Journal(run.config.files.journal)
      .read()
      .filter(({ event }) => event === "created")
      .map(({ resource }) => resource)
      .sort(),
  }));
}

describe("a sound organisation", () => {
  test("passes twelve rules in both versions, with one user, in 20 s at Slack's limits", async () => {
    const gate = createGateState();
    const { checks, created } = await canary({ gate });
    expect(checks.map(inOneLine).filter((line) => !line.startsWith("pass"))).toEqual([]);
    for (const version of ["1.1", "2.0"]) {
      const tested = checks.filter((check) => check.version === version).map(({ id }) => id);
      expect(tested.toSorted()).toEqual(canaryIds.toSorted());
    }
    expect(new Set(canaryIds).size).toBe(12);
    expect(created).toEqual(["Group", "Group", "User"]);
    const byLimit = createTenantGate("off", { state: gate }).sent();
    expect(timeAtLimits({ requests: 0, byLimit })).toBeLessThan(20_000);
  });

  test("is only read where the run may not write", async () => {
    const { checks, created } = await canary({ writes: false });
    expect(created).toEqual([]);
    const passed = checks.filter(({ verdict }) => verdict === "pass").map(({ id }) => id);
    expect(new Set(passed)).toEqual(
      new Set(["SLACK-CONFIG-01", "SLACK-AUTH-02", "SLACK-REPR-07", "SLACK-FILTER-23"]),
    );
    const others = checks.filter(({ verdict }) => verdict !== "pass");
    expect(new Set(others.map(({ reason }) => reason?.code))).toEqual(new Set(["read-only"]));
  });
});

/** What Slack's status page told, and who sees it. */
const incidents = [
  ["put-without-active-deactivates", "SLACK-PUT-17"],
  ["user-patch-deactivates", "SLACK-PATCH-98"],
  ["group-join-deactivates", "SLACK-GROUP-10"],
] as const;

describe("what Slack's status page told is a finding in both versions", () => {
  test.each(incidents)("%s: %s", async (fault, id) => {
    mock.setFaults([fault]);
    const { checks } = await canary();
    const failed = checks.filter(({ verdict }) => verdict === "fail");
    expect(failed.filter((check) => check.id === id).map(({ version }) => version)).toEqual([
      "1.1",
      "2.0",
    ]);
  });
});

describe("each rule can fail, whatever else of its causes the canary does not test", () => {
  test.each(canaryIds)("%s", async (id) => {
    const faults = listFaults().filter(({ breaks }) => Object.values(breaks).flat().includes(id));
    const [fault] = faults;
    if (!fault) throw new Error(`no fault breaks ${id}`);
    mock.setFaults([fault.name]);
    const { checks } = await canary();
    const versions = fault.versions.filter((version) => fault.breaks[version].includes(id));
    for (const version of versions) {
      const check = checks.find((each) => each.id === id && each.version === version);
      expect(check && inOneLine(check)).toMatch(/^fail/);
    }
  });
});
