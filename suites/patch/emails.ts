import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, slackClause } from "../clause.ts";
import { clientError } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import {
  alsoChanged,
  patchUser,
  primaryOf,
  refusal,
  type Scene,
  valuesOf,
  withOperations,
} from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

/** The user has a second address. */
const secondAddress = ({ user, fresh, t }: Scene): Partial<NeutralUser> => ({
  emails: [...(user.sent.emails ?? []), { value: second({ fresh, t }), primary: false }],
});

const second = ({ fresh, t }: Pick<Scene, "fresh" | "t">) => t.names.email(`${fresh}-2`);

/** The addresses of a user, by names that are the same in every run. */
function addressesOf(after: NeutralUser, scene: Scene) {
  const words = new Map([
    [scene.address, "first"],
    [second(scene), "second"],
    [scene.otherAddress, "new"],
  ]);
  const say = (value: unknown) => words.get(String(value).toLowerCase()) ?? "unknown";
  const primary = primaryOf(after.emails);
  return {
    addresses: valuesOf(after.emails).map(say).sort(),
    primary: primary === undefined ? "none" : say(primary),
  };
}

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
    state: secondAddress,
    intents: (scene) => [
      { kind: "add", path: "emails", values: [{ value: second(scene), primary: false }] },
    ],
    changes: [],
    expect: { addresses: ["first", "second"], primary: "first" },
    observe: addressesOf,
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
        match: { value: second(scene) },
        to: { primary: true },
      },
    ],
    changes: ["emails"],
    expect: { primaries: 1, primary: "second" },
    observe: (after, scene) => ({
      primary: addressesOf(after, scene).primary,
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
    intents: (scene) => [{ kind: "remove", path: "emails", match: { value: second(scene) } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "`remove` with a filter on a sub-attribute removes the matching values",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.2-05", doc("FACT-PATCH-62")) },
    state: secondAddress,
    intents: () => [{ kind: "remove", path: "emails", match: { primary: false } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "`replace` with a filter in the path replaces the matching value",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-06", doc("FACT-PATCH-63")) },
    state: secondAddress,
    intents: () => [],
    call: ({ otherAddress }) =>
      withOperations({
        op: "replace",
        path: "emails[primary eq false]",
        value: { value: otherAddress, primary: false },
      }),
    changes: ["emails"],
    expect: { addresses: ["first", "new"], primary: "first" },
    observe: addressesOf,
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
    observe: addressesOf,
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
  {
    title: "a new e-mail address sent with the primary one replaces the second one",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause("SLACK-PATCH-16", "DOC", "FACT-USER-54") },
    expect: { refused: false, addresses: ["first", "new"], alsoChanged: [] },
    check: async (t) => {
      const { outcome, before, after, scene } = await patchUser(t, {
        state: secondAddress,
        intents: ({ address, otherAddress }) => [
          {
            kind: "add",
            path: "emails",
            values: [
              { value: address, primary: true },
              { value: otherAddress, primary: false },
            ],
          },
        ],
      });
      return {
        refused: refusal(outcome),
        addresses: addressesOf(after, scene).addresses,
        alsoChanged: await alsoChanged(t, { before, after }, ["emails"]),
      };
    },
  },
];
