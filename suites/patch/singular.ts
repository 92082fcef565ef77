import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { oneOf } from "../expectation.ts";
import { writtenWithoutEffect } from "../put/each-attribute.ts";
import type { Requirement } from "../requirement.ts";
import { deactivated, reactivatedByPatch } from "./activity.ts";
import { changesBesides, plainPatch, refusal, withOperations } from "./patching.ts";
import { userPatchRequirement } from "./user-patch-rule.ts";

const notEmpty = (value: string | null | undefined) =>
  value !== undefined && value !== null && value !== "";

const plain = {
  title: "Principal",
  displayName: "Countess",
  userType: "Contractor",
  preferredLanguage: "fr_FR",
  locale: "fr_FR",
  timezone: "Europe/Paris",
} as const;

/** Attributes without a default; a name and a time zone have one. */
const clearable = ["title", "userType", "preferredLanguage", "locale"] as const;

export const singular: readonly Requirement[] = [
  {
    title: "PATCH is supported",
    area: "patch",
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-API-3.3-02", obs("FACT-PATCH-01")),
      "2.0": clause("SCIM20-7644-3.5.2-01", doc("FACT-PATCH-02")),
    },
    expect: { refused: false },
    check: async (t) => {
      if (!(await t.provider.offers.capability("patch")))
        return { refused: "not offered, by the configuration or by the response to a PATCH" };
      return { refused: refusal((await plainPatch(t)).outcome) };
    },
  },
  {
    title: "PATCH accepts a partial resource without required attributes",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": clause("SCIM11-API-3.3.2-02", doc("FACT-PATCH-11")) },
    expect: { refused: false, displayName: "Countess" },
    check: async (t) => {
      const { outcome, after } = await plainPatch(t);
      return { refused: refusal(outcome), displayName: after.displayName };
    },
  },
  {
    title: "PATCH of a singular attribute replaces its value",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-09", doc("FACT-PATCH-40")),
      "2.0": {
        ...clause("SCIM20-7644-3.5.2.3-02", doc("FACT-PATCH-40")),
        // SCIM 1.1 states the second half in another rule: SCIM11-API-3.3.2-23.
        expect: { displayName: "Countess", alsoChanged: [], withoutEffect: [] },
      },
    },
    expect: { displayName: "Countess", withoutEffect: [] },
    check: async (t) => {
      const { before, after } = await plainPatch(t);
      return {
        displayName: after.displayName,
        alsoChanged: changesBesides(before, after, ["displayName"]),
        withoutEffect: await writtenWithoutEffect(t, (id, _, path, value) =>
          t.users.patch(id, [{ kind: "set", path, value }]),
        ),
      };
    },
  },
  {
    title: "PATCH leaves unmentioned attributes unchanged",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": clause("SCIM11-API-3.3.2-23", doc("FACT-PATCH-10")) },
    expect: { alsoChanged: [] },
    check: async (t) => {
      const { before, after } = await plainPatch(t);
      return { alsoChanged: changesBesides(before, after, ["displayName"]) };
    },
  },
  {
    title: "PATCH returns the new state",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "1.1": slackClause("SLACK-PATCH-01", "OBS", "FACT-PATCH-01"),
      "2.0": slackClause("SLACK-PATCH-01", "DOC", "FACT-PATCH-02"),
    },
    expect: { otherwiseThanRead: [] },
    check: async (t) => {
      const { outcome, after } = await plainPatch(t);
      return { otherwiseThanRead: changesBesides(outcome.resource ?? {}, after, []) };
    },
  },
  userPatchRequirement({
    title: "`add` replaces the value of a singular attribute",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.1-02", inf("FACT-PATCH-48")) },
    intents: () => [],
    call: () => withOperations({ op: "add", path: "title", value: "Principal" }),
    changes: ["title"],
    expect: { title: "Principal" },
    observe: (after) => ({ title: after.title }),
  }),
  userPatchRequirement({
    title: "`replace` sets an attribute that has no value",
    versions: { "2.0": clause("SCIM20-7644-3.5.2.3-03", inf("FACT-PATCH-49")) },
    state: () => ({ title: "" }),
    intents: () => [{ kind: "set", path: "title", value: "Principal" }],
    changes: ["title"],
    expect: { title: "Principal" },
    observe: (after) => ({ title: after.title }),
  }),
  userPatchRequirement({
    title: "PATCH can remove a singular attribute",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-06", doc("FACT-PATCH-42")),
      "2.0": clause("SCIM20-7644-3.5.2.2-01", inf("FACT-PATCH-43")),
    },
    intents: () => [{ kind: "clear", path: "title" }],
    changes: ["title"],
    expect: { titleIsSet: false },
    observe: (after) => ({ titleIsSet: notEmpty(after.title) }),
  }),
  userPatchRequirement({
    title: "an attribute removed and set in one PATCH has the new value",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-05", inf("FACT-PATCH-15")),
      "2.0": clause("SCIM20-7644-3.5.2-13"),
    },
    intents: () => [
      { kind: "clear", path: "title" },
      { kind: "set", path: "title", value: "First" },
      { kind: "set", path: "title", value: "Principal" },
    ],
    changes: ["title"],
    expect: { title: "Principal" },
    observe: (after) => ({ title: after.title }),
  }),
  userPatchRequirement({
    title: "PATCH can set each documented singular attribute, several at once",
    versions: {
      "1.1": slackClause("SLACK-PATCH-03", "DOC", "FACT-PATCH-40"),
      "2.0": slackClause("SLACK-PATCH-03", "DOC", "FACT-PATCH-40"),
    },
    intents: () =>
      Object.entries(plain).map(([path, value]) => ({ kind: "set" as const, path, value })),
    changes: Object.keys(plain),
    expect: plain,
    observe: (after) =>
      Object.fromEntries(
        Object.keys(plain).map((name) => [name, after[name as keyof typeof plain]]),
      ),
  }),
  userPatchRequirement({
    title: "PATCH with a single space clears an attribute",
    versions: { "1.1": slackClause("SLACK-PATCH-04", "DOC", "FACT-PATCH-17") },
    state: () => ({ title: "Engineer", userType: "Employee" }),
    intents: () => [
      { kind: "set", path: "title", value: " " },
      { kind: "set", path: "userType", value: " " },
    ],
    changes: ["title", "userType"],
    expect: { title: oneOf("", null), userType: oneOf("", null) },
    observe: ({ title, userType }) => ({ title, userType }),
  }),
  userPatchRequirement({
    title: "PATCH can clear each documented singular attribute by name",
    versions: { "1.1": slackClause("SLACK-PATCH-90", "DOC", "FACT-PATCH-42") },
    state: () => ({
      title: "Engineer",
      userType: "Employee",
      preferredLanguage: "fr_FR",
      locale: "fr_FR",
    }),
    intents: () => clearable.map((path) => ({ kind: "clear", path })),
    changes: clearable,
    expect: { set: [] },
    observe: (after) => ({ set: clearable.filter((name) => after[name]) }),
  }),
  userPatchRequirement({
    title: "PATCH of active to false deactivates a user",
    versions: {
      "1.1": slackClause("SLACK-PATCH-05", "DOC", "FACT-PATCH-34"),
      "2.0": slackClause("SLACK-PATCH-05", "DOC", "FACT-PATCH-34"),
    },
    intents: () => [{ kind: "set", path: "active", value: false }],
    send: deactivated,
    changes: ["active"],
    expect: { active: false },
    observe: (after) => ({ active: after.active }),
  }),
  userPatchRequirement({
    title: "PATCH of active to true reactivates a user",
    versions: {
      "1.1": slackClause("SLACK-PATCH-06", "DOC", "FACT-PATCH-34"),
      "2.0": slackClause("SLACK-PATCH-06", "DOC", "FACT-PATCH-34"),
    },
    intents: () => [{ kind: "set", path: "active", value: true }],
    send: reactivatedByPatch,
    changes: ["active"],
    expect: { active: true },
    observe: (after) => ({ active: after.active }),
  }),
  userPatchRequirement({
    title: "PATCH of userName changes nickName too",
    versions: {
      "1.1": slackClause("SLACK-PATCH-07", "DOC", "FACT-PATCH-45"),
      "2.0": slackClause("SLACK-PATCH-07", "DOC", "FACT-PATCH-45"),
    },
    intents: ({ fresh }) => [{ kind: "set", path: "userName", value: fresh }],
    changes: ["userName", "nickName", "profileUrl"],
    expect: { userName: "as sent", nickName: "as sent" },
    observe: (after, { fresh }) => namesAfter(after, fresh),
  }),
  userPatchRequirement({
    title: "PATCH of nickName changes userName too",
    versions: {
      "1.1": slackClause("SLACK-PATCH-08", "DOC", "FACT-PATCH-45"),
      "2.0": slackClause("SLACK-PATCH-08", "DOC", "FACT-PATCH-45"),
    },
    intents: ({ fresh }) => [{ kind: "set", path: "nickName", value: fresh }],
    changes: ["userName", "nickName", "profileUrl"],
    expect: { userName: "as sent", nickName: "as sent" },
    observe: (after, { fresh }) => namesAfter(after, fresh),
  }),
];

function namesAfter(after: NeutralUser, fresh: string): Record<string, string> {
  const state = (name: string | null | undefined) => (name === fresh ? "as sent" : "otherwise");
  return { userName: state(after.userName), nickName: state(after.nickName) };
}
