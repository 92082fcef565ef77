import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { clientError } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import {
  alsoChanged,
  patchUser,
  primaryOf,
  type Scene,
  thirdAddress,
  valuesOf,
  withOperations,
} from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

/** The user has a second address: the same as in the probes, so that both send one request. */
const secondAddress = ({ user, otherAddress }: Scene): Partial<NeutralUser> => ({
  emails: [...(user.sent.emails ?? []), { value: otherAddress, primary: false }],
});

/** A second address that no other check uses: another one would store it with another type. */
const ownSecond = ({ fresh, t }: Pick<Scene, "fresh" | "t">) => t.names.email(`${fresh}-2`);

/** The addresses of a user, by names that are the same in every run. */
const named =
  (namesOf: (scene: Scene) => [address: string, name: string][]) =>
  (after: NeutralUser, scene: Scene) => {
    const words = new Map(namesOf(scene));
    const say = (value: unknown) => words.get(String(value).toLowerCase()) ?? "unknown";
    const primary = primaryOf(after.emails);
    return {
      addresses: valuesOf(after.emails).map(say).sort(),
      primary: primary === undefined ? "none" : say(primary),
    };
  };

/** Of a user with one address before. */
const addressesOf = named(({ address, otherAddress }) => [
  [address, "first"],
  [otherAddress, "new"],
]);

/** Of a user with two addresses before: see {@link secondAddress}. */
const addressesOfTwo = named((scene) => [
  [scene.address, "first"],
  [scene.otherAddress, "second"],
  [thirdAddress(scene), "new"],
]);

export const emails: readonly Requirement[] = [
  userPatchRequirement({
    title: "PATCH adds a value to a multi-valued attribute and keeps the existing ones",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-11", doc("FACT-PATCH-58")),
      "2.0": clause("SCIM20-7644-3.5.2.1-03", doc("FACT-PATCH-58")),
    },
    intents: ({ otherAddress }) => [
      {
        kind: "add",
        path: "emails",
        values: [{ value: otherAddress, type: "home", primary: false }],
      },
    ],
    changes: ["emails"],
    expect: { addresses: ["first", "new"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "`add` accepts a single object for a multi-valued attribute",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.1-07", doc("FACT-PATCH-59")) },
    intents: () => [],
    call: ({ otherAddress }) =>
      withOperations({
        op: "add",
        path: "emails",
        value: { value: otherAddress, type: "home", primary: false },
      }),
    changes: ["emails"],
    expect: { addresses: ["first", "new"] },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "adding an existing value does not duplicate it",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-12"),
      "2.0": clause("SCIM20-7644-3.5.2.1-05", inf("FACT-PATCH-67")),
    },
    state: (scene) => ({
      emails: [...(scene.user.sent.emails ?? []), { value: ownSecond(scene), primary: false }],
    }),
    intents: (scene) => [
      { kind: "add", path: "emails", values: [{ value: ownSecond(scene), primary: false }] },
    ],
    changes: [],
    expect: { addresses: ["first", "second"], primary: "first" },
    observe: named((scene) => [
      [scene.address, "first"],
      [ownSecond(scene), "second"],
    ]),
  }),
  userPatchRequirement({
    title: "setting a new primary value unsets the former one",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-22", inf("FACT-USER-58")),
      "2.0": clause("SCIM20-7644-3.5.2-14", inf("FACT-USER-58")),
    },
    state: secondAddress,
    intents: (scene) => [
      {
        kind: "changeValue",
        path: "emails",
        match: { value: scene.otherAddress },
        to: { primary: true },
      },
    ],
    changes: ["emails"],
    expect: { primaries: 1, primary: "second" },
    observe: (after, scene) => ({
      primary: addressesOfTwo(after, scene).primary,
      primaries: (after.emails ?? []).filter((entry) => entry.primary).length,
    }),
  }),
  userPatchRequirement({
    title: "PATCH removes the given value of a multi-valued attribute, and no other",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-14", doc("FACT-PATCH-61")),
      "2.0": clause("SCIM20-7644-3.5.2.2-03", doc("FACT-PATCH-61")),
    },
    tellsDeclined: true,
    state: secondAddress,
    intents: (scene) => [{ kind: "remove", path: "emails", match: { value: scene.otherAddress } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOfTwo,
  }),
  userPatchRequirement({
    title: "`remove` with a filter on a sub-attribute removes the matching values",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.2-05", doc("FACT-PATCH-62")) },
    state: secondAddress,
    intents: () => [{ kind: "remove", path: "emails", match: { primary: false } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOfTwo,
  }),
  userPatchRequirement({
    title: "`replace` with a filter in the path replaces the matching value",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-06", doc("FACT-PATCH-63")) },
    state: secondAddress,
    intents: () => [],
    call: (scene) =>
      withOperations({
        op: "replace",
        path: "emails[primary eq false]",
        value: { value: thirdAddress(scene), primary: false },
      }),
    changes: ["emails"],
    expect: { addresses: ["first", "new"], primary: "first" },
    observe: addressesOfTwo,
  }),
  userPatchRequirement({
    title: "removing all e-mail addresses keeps the primary one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-13", "DOC", "FACT-PATCH-64"),
      "2.0": slackClause("SLACK-PATCH-13", "DOC", "FACT-PATCH-64"),
    },
    state: secondAddress,
    intents: () => [{ kind: "clear", path: "emails" }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOfTwo,
  }),
  userPatchRequirement({
    title: "the primary e-mail address can be replaced",
    versions: {
      "1.1": slackClause("SLACK-PATCH-14", "DOC", "FACT-USER-56"),
      "2.0": slackClause("SLACK-PATCH-14", "DOC", "FACT-USER-56"),
    },
    intents: ({ otherAddress }) => [
      { kind: "add", path: "emails", values: [{ value: otherAddress, primary: true }] },
    ],
    changes: ["emails"],
    expect: { primary: "new" },
    observe: (after, scene) => ({ primary: addressesOf(after, scene).primary }),
  }),
  {
    title: "removing the primary e-mail address is rejected with missing_primary_email",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-15", "DOC", "FACT-ERROR-31"),
      "2.0": slackClause("SLACK-PATCH-15", "DOC", "FACT-ERROR-31"),
    },
    expect: {
      status: clientError,
      code: "missing_primary_email",
      changed: [],
    },
    check: async (t) => {
      const { outcome, before, after } = await patchUser(t, {
        intents: ({ address }) => [{ kind: "remove", path: "emails", match: { value: address } }],
      });
      return {
        status: outcome.status,
        code: outcome.error?.code,
        changed: await alsoChanged(t, { before, after }, []),
      };
    },
  },
  userPatchRequirement({
    title: "a new e-mail address sent with the primary one replaces the second one",
    versions: { "1.1": slackClause("SLACK-PATCH-16", "DOC", "FACT-USER-54") },
    state: secondAddress,
    intents: (scene) => [
      {
        kind: "add",
        path: "emails",
        values: [
          { value: scene.address, primary: true },
          { value: thirdAddress(scene), primary: false },
        ],
      },
    ],
    changes: ["emails"],
    expect: { addresses: ["first", "new"] },
    observe: (after, scene) => ({ addresses: addressesOfTwo(after, scene).addresses }),
  }),
];
