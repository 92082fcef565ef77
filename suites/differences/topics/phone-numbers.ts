import type { NeutralUser } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { valuesOf } from "../../patch/patching.ts";
import { unknownNumberChanged } from "../../patch/phone-numbers.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { example, lesson, patchUser } from "../lesson.ts";
import { inForms } from "../probing/changes-in-forms.ts";
import { inOwnForm } from "../probing/forms.ts";
import type { PutTrial } from "../probing/put-trial.ts";
import { triedByPut } from "../probing/put-trials.ts";
import type { Trial } from "../probing/trial.ts";
import { tried } from "../probing/trials.ts";
import { shown } from "../probing/user-changes.ts";

const [home, cell, other] = ["+1 555 0100", "+1 555 0101", "+1 555 0199"] as const;

const twoNumbers = (): Partial<NeutralUser> => ({
  phoneNumbers: [
    { value: home, primary: true },
    { value: cell, primary: false },
  ],
});

/** Slack's two numbers, identified by `primary` and `type` in a response (FACT-USER-61). */
const slots = ({ phoneNumbers }: NeutralUser) => {
  const entries = shown(phoneNumbers, "phone numbers");
  return {
    primary: entries.find((entry) => entry.primary === true)?.value ?? undefined,
    mobile: entries.find((entry) => entry.type === "mobile")?.value ?? undefined,
  };
};

/** What the probes of a user with two numbers have in common. */
const ofTwo = { state: twoNumbers, touches: ["phoneNumbers"] } as const;

const primaryReplaced = inForms({
  ...ofTwo,
  key: "DIFF-PHONE-02",
  intents: (_scene, form) =>
    form === "1.1"
      ? [{ kind: "add", path: "phoneNumbers", values: [{ value: other, primary: true }] }]
      : [
          {
            kind: "changeValue",
            path: "phoneNumbers",
            match: { value: home },
            to: { value: other },
          },
        ],
  done: (after) => {
    const { primary, mobile } = slots(after);
    return primary === other && mobile === cell;
  },
});

const mobileRemoved = inForms({
  ...ofTwo,
  key: "DIFF-PHONE-03",
  intents: () => [{ kind: "remove", path: "phoneNumbers", match: { value: cell } }],
  done: (after) => {
    const { primary, mobile } = slots(after);
    return primary === home && mobile === undefined;
  },
});

const allRemoved: Trial<string> = {
  ...ofTwo,
  key: "DIFF-PHONE-03, all",
  intents: () => [{ kind: "clear", path: "phoneNumbers" }],
  see: ({ phoneNumbers }) =>
    valuesOf(shown(phoneNumbers, "phone numbers")).length === 0 ? "works" : "no effect",
  usual: "works",
};

const numbersByType: PutTrial<{ sentAsMobile: string; sentAsWork: string }> = {
  key: "DIFF-PHONE-01",
  changes: ["phoneNumbers"],
  sends: () => ({
    phoneNumbers: [
      { value: home, type: "work" },
      { value: cell, type: "mobile" },
    ],
  }),
  see: (after) => {
    const { primary, mobile } = slots(after);
    const place = (number: string) =>
      primary === number ? "primary" : mobile === number ? "mobile" : "nowhere";
    return { sentAsMobile: place(cell), sentAsWork: place(home) };
  },
  usual: { sentAsMobile: "primary", sentAsWork: "mobile" },
};

/** Phone numbers. */
export const phoneNumbers: readonly Difference[] = [
  {
    id: "DIFF-PATCH-08",
    facts: ["FACT-PATCH-99"],
    area: "patch",
    topic: "patch",
    title: "changing a value that does not exist",
    kind: "assumed",
    impact: "silent",
    v1: "May be rejected; not documented by Slack",
    v2: "400 noTarget in the RFC; not documented by Slack",
    source: "SCIM 1.1 §3.3.2; RFC 7644 §3.5.2.3",
    clientMustChange:
      'Send {"op": "add", "path": "phoneNumbers", "value": [{"value": "+1 555 0199", "primary": true}]} where the stored number is not certain. Do not rely on replace at phoneNumbers[value eq "+1 555 0198"].value: what Slack does with a filter that matches no number is not known (FACT-PATCH-99). Read the user after the change.',
    lesson: lesson(
      "If this was not probed, treat 200 without a change, 200 with an added number and 400 as possible, and read the user after each change by a filter.",
      patchUser([
        { kind: "add", path: "phoneNumbers", values: [{ value: "+1 555 0199", primary: true }] },
      ]),
    ),
    expect: {
      "1.1": { noMatch: oneOf("accepted", "refused") },
      "2.0": { noMatch: oneOf("accepted", "refused") },
    },
    assumes: { facts: ["FACT-PATCH-99"], expect: { "2.0": { noMatch: "accepted" } } },
    safety: "write",
    observe: async (t) => {
      const { status } = (await unknownNumberChanged(t)).outcome;
      return { noMatch: status < 300 ? "accepted" : status < 500 ? "refused" : "fails" };
    },
  },
  {
    id: "DIFF-PHONE-01",
    facts: ["FACT-USER-61", "FACT-USER-62", "FACT-USER-63", "FACT-USER-77"],
    area: "users",
    topic: "phone numbers",
    title: "which phone number becomes primary",
    kind: "documented",
    impact: "silent",
    v1: "A table of rules: a number sent as mobile becomes the primary one, one sent as work becomes the mobile one",
    v2: "Examples only, with the same result",
    source: "Slack reference",
    clientMustChange:
      'Map numbers by primary, not by the type that you sent: the number sent with "type": "mobile" comes back with "primary": true, the one sent with "type": "work" comes back with "type": "mobile". This is the same in both versions.',
    lesson: lesson(
      "If the numbers came back otherwise, or this was not probed, write two numbers to a test user and read which one is primary before you map them.",
      patchUser(
        [
          {
            kind: "add",
            path: "phoneNumbers",
            values: [
              { value: "+1 555 0120", type: "work" },
              { value: "+1 555 0121", type: "mobile" },
            ],
          },
        ],
        { id: example.otherUser },
      ),
    ),
    ...sameInBoth({ sentAsMobile: "primary", sentAsWork: "mobile" }),
    safety: "write",
    puts: () => [numbersByType],
    observe: (t) => triedByPut(t, numbersByType),
  },
  {
    id: "DIFF-PHONE-02",
    facts: ["FACT-PATCH-69", "FACT-PATCH-72"],
    area: "patch",
    topic: "phone numbers",
    title: "changing one number",
    kind: "documented",
    impact: "breaking",
    v1: "An entry of the array, marked as primary or not",
    v2: 'A replace operation at phoneNumbers[value eq "x"].value',
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "replace", "path": "phoneNumbers[value eq \\"+1 555 0100\\"].value", "value": "+1 555 0199"} in place of the entry {"value": "+1 555 0199", "primary": true}. Read the user first: the filter needs the stored number.',
    lesson: lesson(
      "If 2.0 changed the number by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the old number to stay.",
      patchUser({
        "1.1": [{ kind: "add", path: "phoneNumbers", values: [{ value: other, primary: true }] }],
        "2.0": [
          {
            kind: "changeValue",
            path: "phoneNumbers",
            match: { value: home },
            to: { value: other },
          },
        ],
      }),
    ),
    expect: inOwnForm,
    safety: "write",
    ...primaryReplaced,
  },
  {
    id: "DIFF-PHONE-03",
    facts: ["FACT-PATCH-70", "FACT-PATCH-71"],
    area: "patch",
    topic: "phone numbers",
    title: "removing numbers",
    kind: "documented",
    impact: "breaking",
    v1: '"operation": "delete" for one, meta.attributes for all',
    v2: "A remove operation with a filter for one, without a filter for all",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "remove", "path": "phoneNumbers[value eq \\"+1 555 0101\\"]"} in place of {"value": "+1 555 0101", "operation": "delete"}, and {"op": "remove", "path": "phoneNumbers"} in place of "phoneNumbers" in meta.attributes.',
    lesson: lesson(
      "If 2.0 removed the numbers by the 1.1 bodies as well, both forms work and you can change the client later; if this was not probed, expect the numbers to stay.",
      patchUser([{ kind: "remove", path: "phoneNumbers", match: { value: cell } }]),
      patchUser([{ kind: "clear", path: "phoneNumbers" }]),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], all: "works" },
      "2.0": { ...inOwnForm["2.0"], all: "works" },
    },
    safety: "write",
    trials: (t) => [...mobileRemoved.trials(t), allRemoved],
    observe: async (t) => ({
      ...(await mobileRemoved.observe(t)),
      all: await tried(t, allRemoved),
    }),
  },
];
