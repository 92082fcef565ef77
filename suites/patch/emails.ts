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
  userPatchRequirement,
  valuesOf,
  withOperations,
} from "./patching.ts";

/** The user has a second address. */
const secondAddress = ({ user, fresh, t }: Scene): Partial<NeutralUser> => ({
  emails: [...(user.sent.emails ?? []), { value: second({ fresh, t }), primary: false }],
});

const second = ({ fresh, t }: Pick<Scene, "fresh" | "t">) => t.names.email(`${fresh}-2`);

/** Says which addresses a user has in words that do not change from run to run. */
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
    title: "a value is added to a multi-valued attribute, beside those that are there",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-11", doc("§7.2")),
      "2.0": clause("SCIM20-7644-3.5.2.1-03", doc("§7.3")),
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
    title: "SCIM 2.0: a single object is accepted for a multi-valued attribute",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.1-07", doc("§7.3")) },
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
    title: "a value that is there already is merged, not added again",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-12"),
      "2.0": clause("SCIM20-7644-3.5.2.1-05", inf("§7.3")),
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
    title: "making another value primary takes the mark from the one that had it",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-22", inf("§5.3")),
      "2.0": clause("SCIM20-7644-3.5.2-14", inf("§5.3")),
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
    title: "the value that is named is removed, and no other",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-14", doc("§7.2")),
      "2.0": clause("SCIM20-7644-3.5.2.2-03", doc("§7.3")),
    },
    state: secondAddress,
    intents: (scene) => [{ kind: "remove", path: "emails", match: { value: second(scene) } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "SCIM 2.0: a filter on a sub-attribute removes the values that match",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.2-05", doc("§7.3")) },
    state: secondAddress,
    intents: () => [{ kind: "remove", path: "emails", match: { primary: false } }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "SCIM 2.0: `replace` with a filter in the path replaces the value that matches",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-06", doc("§7.3")) },
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
    title: "removing all addresses keeps the primary one",
    versions: {
      "1.1": slackClause("SLACK-PATCH-13", "DOC", "§5.3"),
      "2.0": slackClause("SLACK-PATCH-13", "DOC", "§5.3"),
    },
    state: secondAddress,
    intents: () => [{ kind: "clear", path: "emails" }],
    changes: ["emails"],
    expect: { addresses: ["first"], primary: "first" },
    observe: addressesOf,
  }),
  userPatchRequirement({
    title: "the primary address can be replaced",
    versions: {
      "1.1": slackClause("SLACK-PATCH-14", "DOC", "§5.3"),
      "2.0": slackClause("SLACK-PATCH-14", "DOC", "§5.3"),
    },
    intents: ({ otherAddress }) => [
      { kind: "add", path: "emails", values: [{ value: otherAddress, primary: true }] },
    ],
    changes: ["emails"],
    expect: { primary: "new" },
    observe: (after, scene) => ({ primary: addressesOf(after, scene).primary }),
  }),
  {
    title: "removing the primary address is refused: missing_primary_email",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-15", "DOC", "§5.3"),
      "2.0": slackClause("SLACK-PATCH-15", "DOC", "§5.3"),
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
    title: "the second address is given up when a new one is sent with the first",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause("SLACK-PATCH-16", "DOC", "§5.3") },
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
