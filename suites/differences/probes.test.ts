import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, type MockSettings, startMock } from "../../mock/index.ts";
import type { DifferenceResult } from "../../schemas/index.ts";
import { Journal } from "../run/journal.ts";
import { createRunContext } from "../run/run-context.ts";
import { scheduleOf } from "../run/units.ts";
import { differences } from "./catalogue.ts";
import { differenceResults } from "./results.ts";

const folder = mkdtempSync(join(tmpdir(), "scim-probes-"));
let mock: Mock;
let runs = 0;

beforeAll(async () => {
  mock = await startMock({ rateLimits: "off" });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  differences: DifferenceResult[];
  created: { users: number; groups: number };
}

/** The probes of these ids, or all, in both versions, as in a run. */
async function runProbes(faults: readonly string[] = [], ids?: readonly string[]): Promise<Run> {
  mock.reset();
  mock.setFaults(faults);
  runs += 1;
  const run = createRunContext({
    profile: "slack",
    seed: 1,
    cases: 1,
    baseUrls: { "1.1": `${mock.url}/scim/v1`, "2.0": `${mock.url}/scim/v2` },
    credentials: mock.token,
    writes: true,
    namePrefix: "scimct-",
    runTag: runs.toString(36).padStart(3, "0"),
    emailDomain: "scim-conformance.example",
    maxUsers: 100,
    maxGroups: 50,
    rateLimits: "off",
    files: {
      exchanges: join(folder, `${runs}.exchanges`),
      journal: join(folder, `${runs}.journal`),
    },
    patienceMs: 500,
    strict: false,
  });
  const chosen = differences.filter(({ id }) => ids?.includes(id) ?? true);
  const content = { requirements: [], differences: chosen, differentials: [] };
  const reports = (await scheduleOf(run, content).all()).flatMap((report) =>
    report.kind === "probe" ? [report.probe] : [],
  );
  await run.close();
  const journal = new Journal(join(folder, `${runs}.journal`)).read();
  const created = (resource: string) =>
    journal.filter((entry) => entry.event === "created" && entry.resource === resource).length;
  return {
    differences: differenceResults(differences, reports),
    created: { users: created("User"), groups: created("Group") },
  };
}

/** Entries that are findings, with what was seen. */
const findings = (run: Run) =>
  run.differences
    .filter(({ status }) => status === "otherwise" || status === "not-seen")
    .map(({ id, status, v1, v2 }) => ({ id, status, seen: `${v1} | ${v2}` }));
const idsOf = (found: { id: string }[]) => found.map(({ id }) => id).sort();

const unprobed = differences.filter(({ notProbed }) => notProbed !== undefined).map(({ id }) => id);
const notProbed = (run: Run) =>
  run.differences.filter(({ id, status }) => status === "not-probed" && !unprobed.includes(id));

test("a correct organisation shows every difference as documented, with few objects", async () => {
  const run = await runProbes();
  expect(findings(run)).toEqual([]);
  expect(notProbed(run)).toEqual([]);
  // Slack never removes users. In each version: nine that all checks share or lease, one with an
  // odd name, one with an address as its name, and one that is deleted.
  expect(run.created.users).toBeLessThanOrEqual(2 * 12);
  expect(run.created.groups).toBeLessThanOrEqual(2 * 3);
});

async function withSettings<T>(settings: Partial<MockSettings>, work: () => Promise<T>) {
  const before = { ...mock.settings };
  mock.changeSettings(settings);
  try {
    return await work();
  } finally {
    mock.changeSettings(before);
  }
}

/** What is not known of Slack, the other way than the mock has it; what excludes another is apart. */
const otherReadings: Record<string, Partial<MockSettings>> = {
  lenient: {
    v2AuthError: "2023",
    wwwAuthenticate: true,
    v2GroupDeleteStatus: 200,
    v1SingularProviderConfig: true,
    v1SchemasList: true,
    schemasByUrn: true,
    resourceTypesById: false,
    v2ContentType: "application/scim+json; charset=utf-8",
    v1EscapesSlashes: false,
    locationHeader: true,
    attributesParameter: "honour",
    foreignContentType: "accept",
    v1PostRequiresSchemas: false,
    singleQuotedJson: "accept",
    v1MethodOverride: "honour",
    v2PatchRequiresPatchOp: false,
    foreignSchemas: "accept",
    v2ErrorAlsoCarriesErrors: false,
    errorStatusOverrides: { bad_endpoint: 400, no_such_user: 400 },
    secondaryEmailPlaceholder: true,
    userNameCollision: "alter",
    emailsAsStrings: "accept",
    phoneConflict: "type",
    photoDelayMs: 0,
    extensionNeedsUrn: false,
    putOmittedActive: "false",
    putOmittedGuest: "remove",
    guestConversionDropsGroups: false,
    deactivationDelayMs: 0,
    v1AcceptsPatchOp: true,
    groupDuplicates: "accept",
    groupVisibilityDelayMs: 20,
    itemsPerPage: "asked",
    memberPaging: "honour",
    v1NullValues: "clear",
    malformedPaging: "default",
    filterAttributes: "wide",
    lockWrites: false,
    directoryBlock: true,
    v1PatchAnnounced: false,
  },
  strict: {
    unknownMembers: "error",
    attributeNamesIgnoreCase: false,
    errorSuffixes: false,
    v1CreateErrorSuffix: "none",
    longUserNameCode: "long_username",
    stringBooleans: "refuse",
    groupsWrite: "error",
    putNameConflict: "userName",
    v1ClearingValue: "space",
    v1NullValues: "refuse",
    emailsWithPrimary: "conflict",
    guestsInGroups: "refuse",
    unknownPatchPath: "error",
    patchNoTarget: "error",
    emptyOperations: "error",
    v2Filter: "eq-only",
    writeDurationMs: 2,
  },
};

test.each(Object.entries(otherReadings))(
  "a guess never causes a finding: the %s reading",
  async (_name, settings) => {
    const run = await withSettings(settings, () => runProbes());
    expect(findings(run)).toEqual([]);
    expect(notProbed(run)).toEqual([]);
  },
);

test.each<[string, Partial<MockSettings>, number]>([
  ["without SCIM profile fields", { userShape: "short" }, 18],
  ["without guests", { plan: "business-plus" }, 7],
])(
  "what an organisation %s cannot show is not probed, and not a finding",
  async (_, settings, most) => {
    const run = await withSettings(settings, () => runProbes());
    expect(findings(run)).toEqual([]);
    expect(notProbed(run).length).toBeLessThanOrEqual(most);
    for (const { note } of notProbed(run))
      expect(note).toMatch(/shows no|not offered|returned|in the short form/);
  },
);

test.each<[string, Partial<MockSettings>, string[]]>([
  ["v1.1 returns 204 for DELETE of a user", { v1UserDeleteStatus: 204 }, ["DIFF-STAT-01"]],
  ["v1.1 returns 200 for PATCH of a group", { v1GroupPatchStatus: 200 }, ["DIFF-STAT-02"]],
  ["v1.1 creates groups with an empty response", { groupPostBody: "empty" }, []],
  ["v1.1 demands schemas in a PATCH", { v1PatchRequiresSchemas: true }, ["DIFF-SCHEMAS-01"]],
  ["v1.1 demands schemas in a PUT", { v1PutRequiresSchemas: true }, ["DIFF-SCHEMAS-01"]],
])("both observed and documented behaviour is expected: %s", async (_, settings, ids) => {
  const run = await withSettings(settings, () => runProbes());
  expect(idsOf(findings(run))).toEqual(ids);
});

/** Faults of one version that leave each other alone, and all entries that find them. */
const together: readonly (readonly [string, readonly string[]])[][] = [
  [
    ["v2-resource-types-without-group", ["DIFF-RT-01"]],
    ["v1-user-has-v2-urn", ["DIFF-URN-01"]],
    ["v2-phones-not-swapped", ["DIFF-PHONE-01"]],
    ["v1-filter-email-refused", ["DIFF-FILT-07"]],
    ["v1-group-patch-answers-200", ["DIFF-STAT-02"]],
    ["v2-patch-operations-reversed", ["DIFF-PATCH-06"]],
    ["v2-put-keeps-title", ["DIFF-PUT-01", "DIFF-PUT-02"]],
    ["v1-error-code-as-string", ["DIFF-ERR-03", "DIFF-ERR-06"]],
    ["v2-delete-deactivates-nothing", ["SAME-08"]],
  ],
  [
    ["v2-config-singular-missing", ["DIFF-URL-02"]],
    ["v2-group-has-user-urn", ["DIFF-URN-02"]],
    ["v2-list-has-v1-urn", ["DIFF-URN-06"]],
    ["v2-page-overlaps", ["SAME-02", "DIFF-PAGE-03"]],
    ["v2-group-patch-answers-204", ["DIFF-STAT-02"]],
    ["v2-patch-single-object-refused", ["DIFF-EMAIL-03"]],
    ["v1-delete-user-with-body", ["DIFF-STAT-01"]],
    ["v2-error-without-schemas", ["DIFF-ERR-04"]],
  ],
];

test.each(together)(
  "faults of one version are found by their entries, and by no others",
  async (...faults) => {
    const run = await runProbes(faults.map(([name]) => name));
    expect(idsOf(findings(run))).toEqual(faults.flatMap(([, ids]) => ids).sort());
  },
);

test("a probe says what its reads showed, in the captions of its exchanges", async () => {
  const { differences: results } = await runProbes([], ["DIFF-EMAIL-01"]);
  const captions = results.find(({ id }) => id === "DIFF-EMAIL-01")?.captions ?? {};
  expect(new Set(Object.values(captions))).toEqual(
    new Set([
      "prepares the user by PUT",
      "reads the user back: the change is there",
      "reads the user back: the change had no effect",
    ]),
  );
});
