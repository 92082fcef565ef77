import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Step } from "../../generators/index.ts";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import type { Version } from "../../schemas/version.ts";
import { Journal } from "../run/journal.ts";
import { createRunContext } from "../run/run-context.ts";
import { scheduleOf } from "../run/units.ts";
import { organisationProperties } from "./organisation.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-organisation-"));
let mock: Mock;
let runs = 0;

beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 5 } });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => mock.setFaults([]));

/** Carries the check out in one version. */
async function check(version: Version, seed: number, budget = { maxUsers: 200, maxGroups: 100 }) {
  mock.reset();
  runs += 1;
  const path = version === "1.1" ? "v1" : "v2";
  const run = createRunContext({
    profile: "slack",
    seed,
    cases: 20,
    baseUrls: { [version]: `${mock.url}/scim/${path}` },
    credentials: mock.token,
    writes: true,
    namePrefix: "scimct-",
    runTag: runs.toString(36).padStart(3, "0"),
    emailDomain: "scim-conformance.example",
    ...budget,
    rateLimits: "off",
    files: {
      exchanges: join(folder, `${runs}.exchanges`),
      journal: join(folder, `${runs}.journal`),
    },
    patienceMs: 200,
    strict: false,
  });
  const content = { requirements: organisationProperties, differences: [], differentials: [] };
  const [report] = await scheduleOf(run, content).all();
  const result = report?.kind === "check" ? report.check : undefined;
  await run.close();
  const entries = new Journal(run.config.files.journal).read();
  const count = (type: string) =>
    entries.filter(({ event, resource }) => event === "created" && resource === type).length;
  return { result, created: { users: count("User"), groups: count("Group") } };
}

/** The kinds of the steps of the counterexample, and the changes of the last one. */
function shortened(message = "") {
  const [, json = ""] = /saw (\{.*\}) \(FACT-/.exec(message) ?? [];
  const { value, due, came } = JSON.parse(json);
  return { steps: value.map(({ kind }: Step) => kind), last: value.at(-1), due, came };
}

test.each([1, 2, 3, 4, 5])("holds on a correct organisation (seed %i)", async (seed) => {
  for (const version of ["1.1", "2.0"] as const) {
    const { result, created } = await check(version, seed);
    expect(result?.message).toBeUndefined();
    expect(result?.verdict).toBe("pass");
    expect(created.users).toBeLessThanOrEqual(2);
  }
});

test.each<[string, Partial<MockSettings>, string]>([
  ["members in the short form", { userShape: "short" }, "pass"],
  ["groups with delayed changes", { groupVisibilityDelayMs: 20 }, "pass"],
  ["2.0 without filters, as documented", { v2Filter: "off" }, "pass"],
  ["display names that may not be changed", { displayNamePolicy: "members-edit" }, "skip"],
])("%s: no finding", async (_, settings, verdict) => {
  const usual = { ...mock.settings };
  mock.changeSettings(settings);
  const { result } = await check("2.0", 1);
  mock.changeSettings(usual);
  expect(result?.verdict).toBe(verdict);
});

test("creates few users and groups if there is a budget, whatever the number of cases", async () => {
  const { result, created } = await check("2.0", 1, { maxUsers: 40, maxGroups: 10 });
  expect(result?.verdict).toBe("pass");
  expect(created).toEqual({ users: 2, groups: 2 });
});

test.each<[fault: string, version: Version, steps: string[], differs: string, seed?: number]>([
  ["v2-put-keeps-title", "2.0", ["createUser"], "user-1.title"],
  ["v2-phones-not-swapped", "2.0", ["createUser"], "user-1.phoneNumbers"],
  ["v2-user-patch-wipes-title", "2.0", ["createUser", "patchUser"], "user-1.title", 3],
  ["v2-patch-extension-colon-ignored", "2.0", ["createUser", "patchUser"], "user-1.enterprise", 2],
  ["v1-patch-removals-last", "1.1", ["createUser", "patchUser"], "user-1.roles"],
  ["v2-delete-deactivates-nothing", "2.0", ["createUser", "deactivateUser"], "user-1.active"],
  ["user-groups-empty", "1.1", ["createUser", "createGroup"], "user-1.groups"],
  ["group-members-missing", "2.0", ["createUser", "createGroup"], "group-1.members"],
])("%s [%s] shrinks to %s", async (fault, version, steps, differs, seed = 1) => {
  mock.setFaults([fault]);
  const { result } = await check(version, seed);
  expect(result?.verdict).toBe("fail");
  const found = shortened(result?.message);
  expect(found.steps).toEqual(steps);
  expect(Object.keys(found.due)).toEqual([`at the end ${differs}`]);
  expect(found.last.intents ?? []).toHaveLength(steps.at(-1) === "patchUser" ? 1 : 0);
});

test("the same seed gives the same result", async () => {
  mock.setFaults(["user-role-lost"]);
  const first = await check("2.0", 3);
  const again = await check("2.0", 3);
  expect(first.result?.verdict).toBe("fail");
  const found = (message: string | undefined) => shortened(message?.replaceAll(/scimct-\w+/g, "x"));
  expect(found(again.result?.message)).toEqual(found(first.result?.message));
});
