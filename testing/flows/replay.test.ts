import { expect, test } from "vitest";
import type { Version } from "../../facts/flows/flow.ts";
import { flows, replaysOf } from "../../facts/flows/index.ts";
import { type MockOptions, startMock } from "../../mock/index.ts";
import { type Judged, replay, wrongWith } from "./replay.ts";

/** What a flow shows on a new organisation. */
async function replayed(id: string, version: Version, options: MockOptions = {}) {
  const flow = flows.find((each) => each.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  const settings = { deactivationDelayMs: 0, photoDelayMs: 0, ...options.settings };
  const mock = await startMock({ ...options, settings });
  try {
    return await replay(flow, version, mock);
  } finally {
    await mock.close();
  }
}

const wrong = (judged: readonly Judged[]) => judged.flatMap(wrongWith);

const replays = flows.flatMap((flow) =>
  replaysOf(flow).map((version) => ({ id: flow.id, version })),
);

/** The value with one leaf changed, once for each leaf. An empty array or object is a leaf. */
function* changes(value: unknown): Generator<unknown> {
  if (Array.isArray(value) && value.length > 0) {
    yield value.slice(1);
    for (const [index, each] of value.entries()) {
      for (const changed of changes(each)) yield value.with(index, changed);
    }
  } else if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    for (const [name, each] of Object.entries(value)) {
      for (const changed of changes(each)) yield { ...value, [name]: changed };
    }
  } else yield "another value";
}

test.each(replays)(
  "the embedded organisation answers $id in $version, and each thing that is expected can fail",
  async ({ id, version }) => {
    const judged = await replayed(id, version);
    expect(wrong(judged)).toEqual([]);
    for (const one of judged) {
      expect(wrongWith({ ...one, answer: { ...one.answer, status: 599 } })).toHaveLength(1);
      for (const body of one.holds === undefined ? [] : changes(one.holds)) {
        const tampered = { ...one, answer: { ...one.answer, body } };
        expect(wrongWith(tampered), `${one.at}: ${JSON.stringify(body)}`).toHaveLength(1);
      }
    }
  },
);

/** An organisation that is not as the flow expects, and the step that shows it. */
const planted: readonly [string, Version, MockOptions, RegExp][] = [
  ["okta-1.1", "1.1", { faults: ["patch-removes-all-values"] }, /Remove one member/],
  ["okta-1.1", "1.1", { faults: ["v1-group-rename-drops-members"] }, /Rename the group/],
  ["okta-1.1", "1.1", { settings: { v1GroupPatchStatus: 200 } }, /Add members/],
  ["okta-1.1", "1.1", { faults: ["patch-does-not-reactivate"] }, /Reactivate/],
  ["okta-1.1", "1.1", { faults: ["user-duplicate-answers-400"] }, /same user again/],
  ["okta-1.1", "1.1", { faults: ["put-stores-nothing"] }, /whole user/],
  ["okta-2.0", "2.0", { faults: ["v2-patch-without-path-refused"] }, /Deactivate the user/],
  ["okta-2.0", "2.0", { faults: ["v2-patch-replace-members-adds"] }, /Push all members/],
  ["okta-2.0", "2.0", { faults: ["patch-removes-all-values"] }, /Remove one member/],
  ["okta-2.0", "2.0", { settings: { v2Filter: "off" } }, /Look the user up/],
  ["entra-gallery", "1.1", { faults: ["user-patch-stores-nothing"] }, /changed attributes/],
  ["entra-gallery", "1.1", { faults: ["patch-removes-nothing"] }, /Remove the member/],
  [
    "entra-custom",
    "2.0",
    { settings: { removeMembersWithValue: "selected" } },
    /loses all members/,
  ],
  ["entra-custom", "2.0", { settings: { stringBooleans: "accept" } }, /stays active/],
  ["entra-custom", "2.0", { settings: { stringBooleans: "refuse" } }, /stays active/],
  ["entra-custom", "2.0", { faults: ["v2-patch-op-case-refused"] }, /Update several/],
  ["entra-custom-flag", "2.0", { faults: ["patch-removes-all-values"] }, /Remove one member/],
  ["entra-custom-flag", "2.0", { faults: ["v2-patch-value-path-ignored"] }, /several attributes/],
  ["entra-custom-flag", "2.0", { faults: ["user-patch-stores-nothing"] }, /several attributes/],
  ["authentik", "2.0", { settings: { removeMembersWithValue: "selected" } }, /loses all members/],
  ["authentik", "2.0", { faults: ["config-denies-patch"] }, /Read the configuration/],
  ["authentik", "2.0", { settings: { groupDuplicates: "accept" } }, /Create an existing group/],
  ["authentik", "2.0", { faults: ["v2-config-singular-missing"] }, /Read the configuration/],
  ["authentik", "2.0", { faults: ["v2-patch-first-operation-only"] }, /an operation for each/],
  ["onelogin", "2.0", { settings: { foreignSchemas: "accept" } }, /unchanged template/],
  ["onelogin", "2.0", { faults: ["put-stores-nothing"] }, /Update the user by PUT/],
  [
    "jumpcloud",
    "1.1",
    { settings: { displayNamePolicy: "members-edit" } },
    /with the displayName again/,
  ],
  ["jumpcloud", "1.1", { settings: { v1UserDeleteStatus: 204 } }, /Delete the test user/],
  ["jumpcloud", "2.0", { settings: { v2GroupDeleteStatus: 200 } }, /Delete the test group/],
  ["mixed-script", "1.1", { faults: ["v2-user-ids-differ"] }, /See it in version 2.0/],
  ["python-sdk", "1.1", { faults: ["user-patch-name-replaces-whole"] }, /by PATCH/],
  ["python-sdk", "1.1", { settings: { errorSuffixes: false } }, /an invalid filter/],
  ["python-sdk", "2.0", { faults: ["v2-patch-takes-v1-body"] }, /rejected/],
  ["java-sdk", "1.1", { settings: { putEmptyManager: "refuse" } }, /without its null members/],
  ["java-sdk", "2.0", { settings: { putEmptyManager: "refuse" } }, /without its null members/],
  ["java-sdk", "2.0", { settings: { removeMembersWithValue: "selected" } }, /all members go/],
  ["java-sdk", "2.0", { settings: { stringBooleans: "accept" } }, /boolean as a text/],
  ["python-slack-scim", "1.1", { settings: { putEmptyManager: "refuse" } }, /null members/],
  ["python-slack-scim", "2.0", { settings: { putEmptyManager: "refuse" } }, /null members/],
];

test.each(planted)("%s in %s notices %o", async (id, version, options, step) => {
  const found = wrong(await replayed(id, version, options));
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(step);
});

test("each replay has an organisation that it notices", () => {
  const noticed = new Set(planted.map(([id, version]) => `${id} in ${version}`));
  const without = replays.filter(({ id, version }) => !noticed.has(`${id} in ${version}`));
  expect(without).toEqual([]);
});
