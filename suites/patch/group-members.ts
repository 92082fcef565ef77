import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralGroup, PatchIntent } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import { notObserved } from "../not-observed.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import { createWithUnsupported } from "../users/samples.ts";
import { type WithValues, withValues } from "../with-values.ts";
import {
  changesBesides,
  type GroupPatch,
  memberIds,
  needsFilterInPath,
  patchGroup,
  refusal,
  withOperations,
} from "./patching.ts";

/** Two users that no check changes. */
interface Pair {
  first: string;
  second: string;
}

const pair = (t: CheckContext): Promise<Pair> =>
  t.once("two users for groups", async () => ({
    first: (await t.createdUser()).id,
    second: await secondOf(t),
  }));

/** A user that was created anyway, where it can be: Slack never removes users. */
async function secondOf(t: CheckContext): Promise<string> {
  const given = t.provider.offers.everyAttribute
    ? (await createWithUnsupported(t)).resource?.id
    : undefined;
  return given ?? (await t.fixtures.newUser()).id;
}

type Who = "first" | "second";

interface MembersCase {
  title: string;
  versions: Requirement["versions"];
  /** The members before. Default: none. */
  before?: readonly Who[];
  intents: (pair: Pair) => PatchIntent[];
  call?: (pair: Pair) => CheckCallOptions;
  /** The members afterwards. */
  after: readonly Who[];
  /** Whether the PATCH removes a value that does not exist. */
  misses?: true;
}

/** A requirement on the members after a PATCH of a group. */
function membersRequirement(given: MembersCase): Requirement {
  const { title, versions, before = [], after } = given;
  return {
    title,
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions,
    expect: { refused: false, members: [...after], alsoChanged: [] },
    check: async (t) => {
      const users = await pair(t);
      const wanted = after.map((who) => users[who]).sort();
      const call = given.call?.(users);
      const seen = await patchGroup(t, {
        members: before.map((who) => users[who]),
        intents: given.intents(users),
        ...(call === undefined ? {} : { call }),
        until: (group) => memberIds(group).join() === wanted.join(),
      });
      needsFilterInPath(seen);
      return {
        refused:
          given.misses && maySayNoTarget(t, seen.outcome)
            ? notObserved("not-applicable", "the provider may reject this")
            : refusal(seen.outcome),
        status: seen.outcome.status,
        members: named(seen.after, users),
        alsoChanged: changesBesides(seen.before, seen.after, ["members"]),
      };
    },
  };
}

/**
 * A provider may reject the removal of a value that does not exist: SCIM 1.1 protocol §3.3.2, and
 * `noTarget` of RFC 7644 §3.12, table 9. Slack does not (FACT-GROUP-61, FACT-GROUP-62).
 */
function maySayNoTarget(t: CheckContext, { status, error }: Outcome<unknown>): boolean {
  if (t.provider.offers.removalOfNonMembers || status !== 400) return false;
  return t.version === "1.1" || error?.scimType === "noTarget";
}

/** The members, by names that are the same in every run. */
function named(group: NeutralGroup, { first, second }: Pair): WithValues {
  const say = (id: string) => (id === first ? "first" : id === second ? "second" : "unknown");
  const members = memberIds(group);
  return withValues(members.map(say).sort(), { "members afterwards": members, first, second });
}

const add = (...ids: string[]): PatchIntent => ({
  kind: "add",
  path: "members",
  values: ids.map((value) => ({ value })),
});
const remove = (value: string): PatchIntent => ({
  kind: "remove",
  path: "members",
  match: { value },
});

export const groupMembers: readonly Requirement[] = [
  membersRequirement({
    title: "PATCH adds members and keeps the existing ones",
    versions: {
      "1.1": slackClause("SLACK-PATCH-70", "DOC", "FACT-GROUP-50"),
      "2.0": slackClause("SLACK-PATCH-70", "DOC", "FACT-GROUP-50"),
    },
    before: ["first"],
    intents: ({ second }) => [add(second)],
    after: ["first", "second"],
  }),
  membersRequirement({
    title: "adding an existing member succeeds and changes nothing",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-18", inf("FACT-GROUP-63")),
      "2.0": slackClause("SLACK-PATCH-71", "OBS", "FACT-GROUP-64"),
    },
    before: ["first"],
    intents: ({ first }) => [add(first)],
    after: ["first"],
  }),
  membersRequirement({
    title: "PATCH removes one member and keeps the other",
    versions: {
      "1.1": slackClause("SLACK-PATCH-72", "DOC", "FACT-GROUP-51"),
      "2.0": slackClause("SLACK-PATCH-72", "DOC", "FACT-GROUP-51"),
    },
    before: ["first", "second"],
    intents: ({ second }) => [remove(second)],
    after: ["first"],
  }),
  membersRequirement({
    title: "removing a user who is not a member changes nothing",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-19", obs("FACT-GROUP-61")),
      "2.0": clause("SCIM20-7644-3.5.2.2-07"),
    },
    before: ["first"],
    intents: ({ second }) => [remove(second)],
    after: ["first"],
    misses: true,
  }),
  membersRequirement({
    title: "PATCH can remove all members by attribute name",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-20", inf("FACT-GROUP-56")),
      "2.0": slackClause("SLACK-PATCH-73", "DOC", "FACT-GROUP-55"),
    },
    before: ["first", "second"],
    intents: () => [{ kind: "clear", path: "members" }],
    after: [],
  }),
  membersRequirement({
    title: "PATCH can replace all members",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-08"),
      "2.0": clause("SCIM20-7644-3.5.2.3-05", doc("FACT-GROUP-57")),
    },
    before: ["first"],
    intents: ({ second }) => [
      { kind: "replaceValues", path: "members", values: [{ value: second }] },
    ],
    after: ["second"],
  }),
  membersRequirement({
    title: "PATCH can add and remove members at once",
    versions: { "1.1": clause("SCIM11-API-3.3.2-21", doc("FACT-GROUP-58")) },
    before: ["first"],
    intents: ({ first, second }) => [remove(first), add(second)],
    after: ["second"],
  }),
  membersRequirement({
    title: "a deletion is ignored if the same PATCH clears the attribute",
    versions: { "1.1": clause("SCIM11-API-3.3.2-16") },
    before: ["first"],
    intents: ({ first, second }) => [
      { kind: "clear", path: "members" },
      remove(first),
      add(second),
    ],
    after: ["second"],
  }),
  membersRequirement({
    title: "a path filter with a quoted id matches the member",
    versions: { "2.0": slackClause("SLACK-PATCH-74", "OBS", "FACT-GROUP-52") },
    before: ["first", "second"],
    intents: () => [],
    call: ({ second }) => withOperations({ op: "remove", path: `members[value eq "${second}"]` }),
    after: ["first"],
  }),
  {
    title: "a path filter with an unquoted id is rejected",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.5.2.2-04",
        doc(
          "FACT-PATCH-97",
          { refused: false, members: ["first"] },
          "documents ids without quotes",
        ),
      ),
    },
    expect: { refused: "HTTP 400", members: ["first", "second"] },
    check: async (t) => {
      const { users, ...patched } = await removeSecond(t, ({ second }) => ({
        op: "remove",
        path: `members[value eq ${second}]`,
      }));
      const { outcome, after } = patched;
      if (outcome.status !== 400) needsFilterInPath(patched);
      return {
        refused: outcome.status >= 400 && `HTTP ${outcome.status}`,
        members: named(after, users),
      };
    },
  },
  {
    title: "`remove` of members ignores `value` and removes all members",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "2.0": clause("SCIM20-7644-3.5.2.2-08", obs("FACT-GROUP-53")),
    },
    expect: { members: [] },
    check: async (t) => {
      const { users, after } = await withValue(t);
      return { members: named(after, users) };
    },
  },
  {
    title: "`remove` of members with a value is accepted",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": slackClause("SLACK-PATCH-75", "OBS", "FACT-GROUP-54") },
    expect: { refused: false, removed: true },
    check: async (t) => {
      const { outcome, users, after } = await withValue(t);
      return {
        refused: refusal(outcome),
        removed: withValues(!memberIds(after).includes(users.second), {
          "members afterwards": memberIds(after),
          "member to remove": users.second,
        }),
      };
    },
  },
  {
    title: "PATCH can rename a group and keeps its members",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause("SLACK-PATCH-76", "DOC", "FACT-GROUP-59") },
    expect: { refused: false, renamed: true, alsoChanged: [] },
    check: (t) =>
      renamed(t, (name) => ({ intents: [{ kind: "set", path: "displayName", value: name }] })),
  },
  {
    title: "`replace` without a path can rename a group",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": slackClause("SLACK-PATCH-77", "OBS", "FACT-GROUP-60") },
    expect: { refused: false, renamed: true, alsoChanged: [] },
    check: (t) =>
      renamed(t, (name) => ({
        intents: [],
        call: withOperations({ op: "replace", value: { displayName: name } }),
      })),
  },
];

/** Removes the second of two members with a PatchOp operation. */
async function removeSecond(t: CheckContext, operation: (users: Pair) => JsonObject) {
  const users = await pair(t);
  const patched = await patchGroup(t, {
    members: [users.first, users.second],
    intents: [],
    call: withOperations(operation(users)),
    until: (group) => memberIds(group).length < 2,
  });
  return { ...patched, users };
}

/** Two rules use this to observe how `remove` handles a value. */
const withValue = (t: CheckContext) =>
  t.once("remove of members with a value", () =>
    removeSecond(t, ({ second }) => ({
      op: "remove",
      path: "members",
      value: [{ value: second }],
    })),
  );

/** Renames a group that has a member. */
async function renamed(
  t: CheckContext,
  form: (name: string) => Pick<GroupPatch, "intents" | "call">,
) {
  const { first } = await pair(t);
  const name = t.names.next();
  const patched = await patchGroup(t, {
    ...form(name),
    members: [first],
    until: (group) => group.displayName === name,
  });
  return {
    refused: refusal(patched.outcome),
    renamed: withValues(patched.after.displayName === name, {
      sent: name,
      "displayName afterwards": patched.after.displayName,
    }),
    alsoChanged: changesBesides(patched.before, patched.after, ["displayName"]),
  };
}
