import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type NeutralUser,
  type PatchForm,
  type PatchIntent,
  violations,
} from "../../schemas/index.ts";
import {
  applyUserPatch,
  groupPatchArbitrary,
  invalidGroupPatchArbitrary,
  invalidUserPatchArbitrary,
  malformedIntents,
  patchFormArbitrary,
  userPatchArbitrary,
} from "../index.ts";
import { describeObligations } from "../obligations.ts";

const full: NeutralUser = {
  userName: "ada",
  title: "a",
  userType: "b",
  locale: "en-US",
  preferredLanguage: "en-US",
  name: { givenName: "Ada", honorificPrefix: "Dr." },
  emails: [
    { value: "a@b.example", primary: true },
    { value: "c@b.example", primary: false },
  ],
  phoneNumbers: [{ value: "1", type: "mobile" }],
  roles: [{ value: "r", primary: true }],
  addresses: [{ country: "US" }],
  enterprise: { department: "d", costCenter: "e" },
  guest: { type: "multi", expiration: "2040-01-01T00:00:00Z" },
};

const kinds = ["set", "clear", "add", "remove", "replaceValues", "changeValue"] as const;
const wrong = (intents: readonly PatchIntent[]) => [
  ...intents.flatMap((intent) => violations("suite/patch-intent", intent)),
  ...(intents.length === 0 ? ["no intent"] : []),
  ...(JSON.stringify(intents).includes("urn:") ? ["a URN"] : []),
];

describeObligations("userPatchArbitrary for a full user", {
  arbitrary: () => userPatchArbitrary(full),
  violations: wrong,
  // Shrinking keeps the failing change, and leaves only that one.
  minimal: 1,
  minimalPart: (intents) => intents.length,
  classes: {
    ...Object.fromEntries(
      kinds.map((kind) => [
        `the kind ${kind}`,
        (intents: PatchIntent[]) => intents.some((intent) => intent.kind === kind),
      ]),
    ),
    "several at once": (intents) => intents.length > 1,
    "the primary mark moved": (intents) =>
      intents.some((intent) => intent.kind === "changeValue" && intent.to.primary === true),
    "a part of a name": (intents) => intents.some(({ path }) => path.startsWith("name.")),
    "a part of the enterprise block": (intents) =>
      intents.some(({ path }) => path.startsWith("enterprise.")),
    "the secondary address removed": (intents) =>
      intents.some(({ kind, path }) => kind === "remove" && path === "emails"),
  },
});

describeObligations("userPatchArbitrary for a user with nothing set", {
  arbitrary: () => userPatchArbitrary({}, { kinds: ["set", "clear"], attributes: ["title"] }),
  violations: wrong,
  minimal: [{ kind: "set", path: "title", value: "a" }],
});

describeObligations("userPatchArbitrary of what both versions document", {
  arbitrary: () => userPatchArbitrary(full, { documentedIn: "both" }),
  violations: (intents) => [...wrong(intents), ...applyUserPatch(full, intents).inferred],
  minimal: 1,
  minimalPart: (intents) => intents.length,
});

const group = { displayName: "g", members: [{ value: "U1" }, { value: "U2" }] };

describeObligations("groupPatchArbitrary", {
  arbitrary: () => groupPatchArbitrary(group, { memberIds: ["U1", "U2", "U3"] }),
  violations: wrong,
  minimal: 1,
  minimalPart: (intents) => intents.length,
  classes: Object.fromEntries(
    (["set", "clear", "add", "remove", "replaceValues"] as const).map((kind) => [
      `the kind ${kind}`,
      (intents: PatchIntent[]) => intents.some((intent) => intent.kind === kind),
    ]),
  ),
});

for (const version of ["1.1", "2.0"] as const) {
  const drawn = { version, uncertain: true };
  const forms =
    version === "1.1"
      ? { cleared: "space", roles: "strings", separator: ":" }
      : {
          roles: "strings",
          single: "object",
          ids: "bare",
          part: "object",
          secondary: "primary",
          change: "entry",
          block: "replace",
          member: "value",
          path: "omitted",
          separator: ".",
        };
  describeObligations(`patchFormArbitrary for ${version}`, {
    arbitrary: () => patchFormArbitrary(drawn),
    violations: (form) => violations("suite/patch-form", form),
    minimal: {},
    classes: Object.fromEntries(
      Object.entries(forms).map(([choice, form]) => [
        `${choice}: ${form}`,
        (value: PatchForm) => value[choice as keyof PatchForm] === form,
      ]),
    ),
  });
}

test("a form with an undocumented effect is drawn only on demand", () => {
  const drawn = fc.sample(patchFormArbitrary({ version: "2.0" }), { seed: 1, numRuns: 300 });
  const choices = new Set(drawn.flatMap((form) => Object.keys(form)));
  expect([...choices].sort()).toEqual(["change", "ids", "part", "roles", "secondary", "single"]);
});

test("a state to which no change of the given kinds applies is rejected at once", () => {
  expect(() => userPatchArbitrary({}, { kinds: ["remove"] })).toThrow(RangeError);
});

const invalidUserNames = [
  "userName emptied",
  "userName cleared",
  "nickName emptied",
  "userName too long",
  "nickName too long",
  "displayName too long",
  "displayName with @ in front",
  "displayName with an emoji",
  "title with an emoji",
  "names of spaces",
  "the primary address removed",
  "a malformed address",
  "a password set",
  "a manager without id",
];

describeObligations("invalidUserPatchArbitrary", {
  arbitrary: () => invalidUserPatchArbitrary(full),
  violations: ({ intents }) => wrong(intents),
  minimal: "userName emptied",
  minimalPart: ({ name }) => name,
  classes: Object.fromEntries(
    invalidUserNames.map((member) => [member, ({ name }: { name: string }) => name === member]),
  ),
});

describeObligations("invalidGroupPatchArbitrary", {
  arbitrary: () => invalidGroupPatchArbitrary(),
  violations: ({ intents }) => wrong(intents),
  minimal: "a member who does not exist added",
  minimalPart: ({ name }) => name,
});

test("the model of a user rejects invalid intents with the named error", () => {
  const refused = fc
    .sample(invalidUserPatchArbitrary(full), { seed: 1, numRuns: 200 })
    .flatMap(({ intents, due }) => {
      const { refusal } = applyUserPatch(full, intents);
      return refusal ? [{ refusal: refusal.codes, due: due.codes }] : [];
    });
  expect(refused.length).toBeGreaterThan(0);
  for (const { refusal, due } of refused) expect(refusal).toEqual(due);
});

test.each(malformedIntents)("an intent with $name breaks the rule $rule", ({ rule, mutate }) => {
  const intent: PatchIntent = { kind: "set", path: "title", value: "a" };
  const broken = violations("suite/patch-intent", mutate(intent));
  expect(broken.map((violation) => violation.rule)).toContain(rule);
});
