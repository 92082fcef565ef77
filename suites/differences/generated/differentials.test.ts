import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Step } from "../../../generators/index.ts";
import { type Mock, startMock } from "../../../mock/index.ts";
import { createRunContext } from "../../run/run-context.ts";
import { scheduleOf } from "../../run/units.ts";
import { differentials } from "./differentials.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-differential-"));
let mock: Mock;
let other: Mock;
let runs = 0;

beforeAll(async () => {
  mock = await startMock({ settings: { deactivationDelayMs: 5 } });
  other = await startMock({ seed: 2 });
});
afterAll(async () => {
  await mock.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mock.setFaults([]);
  mock.reset();
});

/** Carries out every differential property, as in a run. */
async function compareVersions(seed: number, change: { v2?: string; writes?: boolean } = {}) {
  runs += 1;
  const run = createRunContext({
    profile: "slack",
    seed,
    cases: 20,
    baseUrls: { "1.1": `${mock.url}/scim/v1`, "2.0": change.v2 ?? `${mock.url}/scim/v2` },
    credentials: mock.token,
    writes: change.writes ?? true,
    namePrefix: "scimct-",
    runTag: runs.toString(36).padStart(3, "0"),
    emailDomain: "scim-conformance.example",
    maxUsers: 40,
    maxGroups: 10,
    rateLimits: "off",
    files: {
      exchanges: join(folder, `${runs}.exchanges`),
      journal: join(folder, `${runs}.journal`),
    },
    patienceMs: 200,
    strict: false,
  });
  const content = { requirements: [], differences: [], differentials };
  const reports = (await scheduleOf(run, content).all()).flatMap((report) =>
    report.kind === "differential" ? [report.differential] : [],
  );
  await run.close();
  return { reports, run };
}

const disagreeing = ({ reports }: Awaited<ReturnType<typeof compareVersions>>) =>
  reports.filter(({ disagreement }) => disagreement !== undefined);

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  "a correct organisation shows no difference (seed %i)",
  async (seed) => {
    const { reports } = await compareVersions(seed);
    expect(
      reports.map(({ id, disagreement, notProbed }) => ({ id, disagreement, notProbed })),
    ).toEqual(differentials.map(({ id }) => ({ id })));
  },
);

test("a delayed change is awaited", async () => {
  mock.changeSettings({ groupVisibilityDelayMs: 20 });
  const compared = await compareVersions(1);
  mock.changeSettings({ groupVisibilityDelayMs: 0 });
  expect(disagreeing(compared)).toEqual([]);
});

const kindsOf = (value: unknown) =>
  (value as { steps?: Step[] }).steps?.map(({ kind }) => kind) ??
  (value as Step[]).map(({ kind }) => kind);

test.each<[fault: string, id: string, steps: string[], differs: string[], seed?: number]>([
  ["v2-enterprise-under-v1-urn", "DIFF-GEN-01", ["createUser"], ["enterprise"]],
  ["v2-user-ids-differ", "DIFF-GEN-01", ["createUser"], ["id"]],
  ["v2-phones-not-swapped", "DIFF-GEN-02", ["createUser"], ["user-1.phoneNumbers"]],
  ["v2-put-keeps-title", "DIFF-GEN-02", ["createUser"], ["user-1.title"]],
  ["v2-user-patch-wipes-title", "DIFF-GEN-02", ["createUser", "patchUser"], ["user-1.title"]],
  ["v1-patch-removals-last", "DIFF-GEN-02", ["createUser", "patchUser"], ["user-1.roles"]],
  [
    "v2-patch-extension-colon-ignored",
    "DIFF-GEN-02",
    ["createUser", "patchUser"],
    ["user-1.enterprise"],
    3,
  ],
  [
    "v2-delete-deactivates-nothing",
    "DIFF-GEN-02",
    ["createUser", "deactivateUser"],
    ["user-1.active"],
  ],
])("%s is found by %s, and shrinks to %s", async (fault, id, steps, differs, seed = 1) => {
  mock.setFaults([fault]);
  const compared = await compareVersions(seed);
  const found = disagreeing(compared).find((report) => report.id === id);
  expect(kindsOf(found?.disagreement?.value)).toEqual(steps);
  expect(Object.keys(Object(found?.disagreement?.v1))).toEqual(differs);
  const evidence = found?.exchanges.map((name) => compared.run.log.get(name)?.version);
  expect(new Set(evidence)).toEqual(new Set(["1.1", "2.0"]));
});

test.each([
  ["v2-filter-ignored", ["DIFF-GEN-03", "DIFF-GEN-04"]],
  ["v1-filter-email-refused", ["DIFF-GEN-03"]],
])("%s is found by %s", async (fault, ids) => {
  mock.setFaults([fault]);
  const compared = await compareVersions(1);
  expect(disagreeing(compared).map(({ id }) => id)).toEqual(ids);
});

test("versions of two organisations are not compared, and the reason is reported", async () => {
  const { reports } = await compareVersions(1, { v2: `${other.url}/scim/v2` });
  const text = expect.stringMatching(/do not serve the same organisation/);
  for (const { notProbed } of reports) expect(notProbed).toEqual({ code: "not-applicable", text });
});

test("nothing is written in a read-only run", async () => {
  const { reports, run } = await compareVersions(1, { writes: false });
  const text = expect.stringMatching(/read-only/);
  for (const { notProbed } of reports) expect(notProbed).toEqual({ code: "read-only", text });
  expect(run.log.size).toBe(0);
});
