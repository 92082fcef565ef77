import type { JsonObject } from "../../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { items } from "../../json.ts";
import { primaryOf, type Scene, thirdAddress, valuesOf } from "../../patch/patching.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { example, lesson, patchUser } from "../lesson.ts";
import { inForms } from "../probing/changes-in-forms.ts";
import { inOwnForm } from "../probing/forms.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";

const twoAddresses = ({ user, otherAddress }: Scene): Partial<NeutralUser> => ({
  emails: [...(user.sent.emails ?? []), { value: otherAddress, primary: false }],
});

/** What the probes of a user with two addresses have in common. */
const ofTwo = { state: twoAddresses, touches: ["emails"] } as const;

const otherPrimary: Trial<number> = {
  ...ofTwo,
  key: "DIFF-PATCH-10",
  intents: ({ otherAddress: value }) => [
    { kind: "changeValue", path: "emails", match: { value }, to: { primary: true } },
  ],
  see: ({ emails }) => (emails ?? []).filter(({ primary }) => primary === true).length,
  usual: 1,
};

/** The secondary address, removed by its value. */
export const secondaryRemoved = inForms({
  ...ofTwo,
  key: "DIFF-EMAIL-01",
  intents: ({ otherAddress: value }) => [{ kind: "remove", path: "emails", match: { value } }],
  done: (after, { address }) => has(after, address),
});

/** The secondary address, selected by `primary`. */
const removedByMark: Trial<string> = {
  ...ofTwo,
  key: "DIFF-EMAIL-01, by mark",
  intents: () => [{ kind: "remove", path: "emails", match: { primary: false } }],
  see: (after, { address }) => (has(after, address) ? "works" : "no effect"),
  usual: "works",
};

const bySecondary = (scene: Scene): PatchIntent => ({
  kind: "changeValue",
  path: "emails",
  match: { primary: false },
  to: { value: thirdAddress(scene) },
});

const secondaryReplaced = inForms({
  ...ofTwo,
  key: "DIFF-EMAIL-02",
  intents: (scene, form) =>
    form === "1.1"
      ? [
          {
            kind: "add",
            path: "emails",
            values: [
              { value: scene.address, primary: true },
              { value: thirdAddress(scene), primary: false },
            ],
          },
        ]
      : [bySecondary(scene)],
  done: (after, scene) => has(after, scene.address, thirdAddress(scene)),
});

/** The request that the reference prints in 2.0. */
const replacedAsPrinted: Trial<string> = {
  ...ofTwo,
  key: "DIFF-EMAIL-02, as printed",
  intents: (scene) => [bySecondary(scene)],
  call: { form: { change: "entry" } },
  see: (after, scene) => {
    const address = has(after, scene.address, thirdAddress(scene)) ? "new" : "old";
    return `the ${address} address, ${after.active ? "active" : "deactivated"}`;
  },
  usual: "the new address, active",
};

const added: Trial<string> = {
  key: "DIFF-EMAIL-03, array",
  touches: ["emails"],
  intents: ({ otherAddress: value }) => [
    { kind: "add", path: "emails", values: [{ value, type: "home", primary: false }] },
  ],
  see: (after, { address, otherAddress }, { status }) => {
    if (has(after, address, otherAddress)) return "works";
    return status >= 400 ? "refused" : "no effect";
  },
  usual: "works",
};

const addedAsObject: Trial<string> = {
  ...added,
  key: "DIFF-EMAIL-03, single object",
  call: { change: withoutArrays },
};

const allRemoved: Trial<{ secondary: string; primary: string }> = {
  ...ofTwo,
  key: "DIFF-EMAIL-04",
  intents: () => [{ kind: "clear", path: "emails" }],
  see: ({ emails }, { address, otherAddress }) => ({
    secondary: valuesOf(emails).includes(otherAddress) ? "stays" : "is gone",
    primary: primaryOf(emails) === address ? "stays" : "is gone",
  }),
  usual: { secondary: "is gone", primary: "stays" },
};

/** Whether the user has exactly these addresses, the first as primary. */
function has({ emails }: NeutralUser, ...addresses: string[]): boolean {
  return (
    primaryOf(emails) === addresses[0] &&
    valuesOf(emails).sort().join() === [...addresses].sort().join()
  );
}

/** E-mail addresses. */
export const emails: readonly Difference[] = [
  {
    id: "DIFF-PATCH-10",
    facts: ["FACT-USER-54", "FACT-USER-55", "FACT-USER-58"],
    area: "patch",
    topic: "patch",
    title: "making another value primary",
    kind: "documented",
    impact: "cosmetic",
    v1: "Shown in an example; one address is primary afterwards",
    v2: "Stated: the others become false; one address is primary afterwards",
    source: "SCIM 1.1 §3.3.2; RFC 7644 §3.5.2; Slack reference",
    clientMustChange:
      'Send {"op": "replace", "path": "emails[value eq \\"ada@example.org\\"].primary", "value": true} in place of the entry {"value": "ada@example.org", "primary": true}. Leave the other address alone: one address is primary afterwards in both versions.',
    lesson: lesson(
      'If more than one address was primary afterwards, or this was not probed, change one test user and count the entries with "primary": true before you rely on it.',
      patchUser([
        {
          kind: "changeValue",
          path: "emails",
          match: { value: "ada@example.org" },
          to: { primary: true },
        },
      ]),
    ),
    ...sameInBoth({ primaries: 1 }),
    safety: "write",
    trials: () => [otherPrimary],
    observe: async (t) => ({ primaries: await tried(t, otherPrimary) }),
  },
  {
    id: "DIFF-EMAIL-01",
    facts: ["FACT-PATCH-61", "FACT-PATCH-62"],
    area: "patch",
    topic: "e-mail addresses",
    title: "removing the secondary address",
    kind: "documented",
    impact: "breaking",
    v1: 'An entry {"value": …, "operation": "delete"}',
    v2: 'A remove operation at emails[primary eq false] or emails[value eq "x"]',
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "emails[primary eq false]"} in place of {"value": "ada@example.org", "operation": "delete"}. To name the address, write emails[value eq "ada@example.org"], with the address in double quotes.',
    lesson: lesson(
      'If the entry with "operation": "delete" removed the address in 2.0 as well, both forms work and you can change the client later; if this was not probed, expect the address to stay.',
      patchUser([{ kind: "remove", path: "emails", match: { value: "ada@example.org" } }], {
        form: { secondary: "primary" },
      }),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], byMark: oneOf("works", "no effect") },
      "2.0": { ...inOwnForm["2.0"], byMark: "works" },
    },
    safety: "write",
    // Whether 1.1 knows this form is not documented.
    trials: (t) => [...secondaryRemoved.trials(t), ...(t.version === "1.1" ? [] : [removedByMark])],
    observe: async (t) => ({
      ...(await secondaryRemoved.observe(t)),
      byMark: await tried(t, removedByMark),
    }),
  },
  {
    id: "DIFF-EMAIL-02",
    facts: ["FACT-USER-54", "FACT-PATCH-63", "FACT-PATCH-68"],
    area: "patch",
    topic: "e-mail addresses",
    title: "replacing the secondary address",
    kind: "documented",
    impact: "breaking",
    v1: "Both addresses are sent",
    v2: "A replace operation at emails[primary eq false]; the user stays active. The response that Slack's reference prints for this request shows the old address and active: false: it illustrates the form, not the result",
    source: "Slack reference (FACT-PATCH-63, FACT-PATCH-68)",
    clientMustChange:
      'Send {"op": "replace", "path": "emails[primary eq false]", "value": {"value": "ada@example.net"}} in place of both addresses. Copy this request of Slack\'s reference, not the response printed there (FACT-PATCH-68): a stub made from it expects the old address, and whoever sends it back by PUT deactivates the user. Read the user after the change: it has the new address and active true.',
    lesson: lesson(
      "If 2.0 replaced the secondary address by both addresses in a 1.1 body as well, both forms work and you can change the client later; if this was not probed, read one test user after the change.",
      patchUser(
        {
          "1.1": [
            {
              kind: "add",
              path: "emails",
              values: [
                { value: "ada@example.com", primary: true },
                { value: "ada@example.net", primary: false },
              ],
            },
          ],
          "2.0": [
            {
              kind: "changeValue",
              path: "emails",
              match: { primary: false },
              to: { value: "ada@example.net" },
            },
          ],
        },
        { form: { change: "entry" } },
      ),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], asPrinted: "not applicable" },
      "2.0": { ...inOwnForm["2.0"], asPrinted: "the new address, active" },
    },
    safety: "write",
    trials: (t) => [
      ...secondaryReplaced.trials(t),
      ...(t.version === "1.1" ? [] : [replacedAsPrinted]),
    ],
    observe: async (t) => ({
      ...(await secondaryReplaced.observe(t)),
      asPrinted: t.version === "1.1" ? "not applicable" : await tried(t, replacedAsPrinted),
    }),
  },
  {
    id: "DIFF-EMAIL-03",
    facts: ["FACT-PATCH-59", "FACT-ERROR-25"],
    area: "patch",
    topic: "e-mail addresses",
    title: "the form of emails in a PATCH",
    kind: "documented",
    impact: "cosmetic",
    v1: "An array; a single object is rejected or has no effect",
    v2: "An array or a single object",
    source: "Slack reference",
    clientMustChange:
      'Keep sending emails as an array, {"op": "add", "path": "emails", "value": [{"value": "grace@example.org", "primary": false}]}: arrays work in both versions. A single object is documented for 2.0 only.',
    lesson: lesson(
      "A client that sends arrays has nothing to change here, whatever your organisation does with a single object.",
      patchUser(
        [{ kind: "add", path: "emails", values: [{ value: "grace@example.org", primary: false }] }],
        { id: example.otherUser },
      ),
    ),
    expect: {
      "1.1": { array: "works", singleObject: oneOf("refused", "no effect") },
      "2.0": { array: "works", singleObject: "works" },
    },
    safety: "write",
    // 1.1 is expected to reject the object, and would reject the other changes with it.
    trials: (t) => (t.version === "1.1" ? [added] : [added, addedAsObject]),
    observe: async (t) => ({
      array: await tried(t, added),
      singleObject: await tried(t, addedAsObject),
    }),
  },
  {
    id: "DIFF-EMAIL-04",
    facts: ["FACT-PATCH-64"],
    area: "patch",
    topic: "e-mail addresses",
    title: "removing all addresses",
    kind: "documented",
    impact: "silent",
    v1: 'meta.attributes: ["emails"] removes the secondary address only',
    v2: "A remove operation at emails does the same; RFC 7644 would remove all",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "emails"} in place of "emails" in meta.attributes, and expect the primary address to stay: only the secondary one goes in both versions. A library that follows RFC 7644 expects an empty list.',
    lesson: lesson(
      "If the primary address went too, or this was not probed, remove the secondary address by emails[primary eq false] instead.",
      patchUser([{ kind: "clear", path: "emails" }]),
    ),
    ...sameInBoth({ secondary: "is gone", primary: "stays" }),
    safety: "write",
    trials: () => [allRemoved],
    observe: (t) => tried(t, allRemoved),
  },
];
/** Replaces the array of addresses with its first entry, in the body of either version. */
function withoutArrays(body: JsonObject): JsonObject {
  if (body.emails !== undefined) return { ...body, emails: items(body.emails)[0] };
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({ ...each, value: items(each.value)[0] })),
  };
}
