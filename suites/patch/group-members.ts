import type { JsonObject, Outcome } from "../../client/index.ts";
import type { NeutralGroup, PatchIntent } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause } from "../clause.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckCallOptions } from "../run/check-calls.ts";
import type { CheckContext } from "../run/check-context.ts";
import {
  changedBesides,
  type GroupPatch,
  memberIds,
  patchGroup,
  refusal,
  withOperations,
} from "./patching.ts";

/** Two users that nobody changes. */
interface Pair {
  first: string;
  second: string;
}

const pair = (t: CheckContext): Promise<Pair> =>
  t.once("two users for groups", async () => ({
    first: (await t.createdUser()).id,
    second: (await t.fixtures.newUser()).id,
  }));

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
  /** Whether a value is removed that is not there. */
  misses?: true;
}

/** A requirement on who is a member after a PATCH of a group. */
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
      return {
        refused: given.misses && maySayNoTarget(t, seen.outcome) ? false : refusal(seen.outcome),
        status: seen.outcome.status,
        members: named(seen.after, users),
        alsoChanged: changedBesides(seen.before, seen.after, ["members"]),
      };
    },
  };
}

/**
 * A provider may refuse to remove what is not there: SCIM 1.1 protocol §3.3.2, and `noTarget` of
 * RFC 7644 §3.12, table 9. Slack does not (facts §8).
 */
function maySayNoTarget(t: CheckContext, { status, error }: Outcome<unknown>): boolean {
  if (t.provider.offers.removalOfNonMembers || status !== 400) return false;
  return t.version === "1.1" || error?.scimType === "noTarget";
}

/** The members in words that do not change from run to run. */
function named(group: NeutralGroup, { first, second }: Pair): string[] {
  const say = (id: string) => (id === first ? "first" : id === second ? "second" : "unknown");
  return memberIds(group).map(say).sort();
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
    title: "members are added beside those that are there",
    versions: {
      "1.1": slackClause("SLACK-PATCH-70", "DOC", "§8"),
      "2.0": slackClause("SLACK-PATCH-70", "DOC", "§8"),
    },
    before: ["first"],
    intents: ({ second }) => [add(second)],
    after: ["first", "second"],
  }),
  membersRequirement({
    title: "adding a member who is one already changes nothing and succeeds",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-18", inf("§8")),
      "2.0": slackClause("SLACK-PATCH-71", "OBS", "§15"),
    },
    before: ["first"],
    intents: ({ first }) => [add(first)],
    after: ["first"],
  }),
  membersRequirement({
    title: "one member is removed, the other stays",
    versions: {
      "1.1": slackClause("SLACK-PATCH-72", "DOC", "§8"),
      "2.0": slackClause("SLACK-PATCH-72", "DOC", "§8"),
    },
    before: ["first", "second"],
    intents: ({ second }) => [remove(second)],
    after: ["first"],
  }),
  membersRequirement({
    title: "removing somebody who is no member changes nothing and succeeds",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-19", obs("§8")),
      "2.0": clause("SCIM20-7644-3.5.2.2-07"),
    },
    before: ["first"],
    intents: ({ second }) => [remove(second)],
    after: ["first"],
    misses: true,
  }),
  membersRequirement({
    title: "a group is emptied by the attribute's name",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-20"),
      "2.0": slackClause("SLACK-PATCH-73", "DOC", "§8"),
    },
    before: ["first", "second"],
    intents: () => [{ kind: "clear", path: "members" }],
    after: [],
  }),
  membersRequirement({
    title: "the whole list of members is replaced",
    versions: {
      "1.1": clause("SCIM11-API-3.3.2-08"),
      "2.0": clause("SCIM20-7644-3.5.2.3-05", doc("§8")),
    },
    before: ["first"],
    intents: ({ second }) => [
      { kind: "replaceValues", path: "members", values: [{ value: second }] },
    ],
    after: ["second"],
  }),
  membersRequirement({
    title: "an addition and a removal in one PATCH both apply",
    versions: { "1.1": clause("SCIM11-API-3.3.2-21", doc("§8")) },
    before: ["first"],
    intents: ({ first, second }) => [remove(first), add(second)],
    after: ["second"],
  }),
  membersRequirement({
    title: "SCIM 1.1: a deletion is ignored when the attribute is cleared in the same PATCH",
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
    title: "SCIM 2.0: a quoted id in the path's filter finds the member",
    versions: { "2.0": slackClause("SLACK-PATCH-74", "OBS", "§8") },
    before: ["first", "second"],
    intents: () => [],
    call: ({ second }) => withOperations({ op: "remove", path: `members[value eq "${second}"]` }),
    after: ["first"],
  }),
  {
    title: "SCIM 2.0: an id without quotes in the path's filter is a syntax error",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.5.2.2-04",
        doc("§7.3", { refused: false, members: ["first"] }, "documents ids without quotes"),
      ),
    },
    expect: { refused: "HTTP 400", members: ["first", "second"] },
    check: async (t) => {
      const { outcome, users, after } = await removeSecond(t, ({ second }) => ({
        op: "remove",
        path: `members[value eq ${second}]`,
      }));
      return {
        refused: outcome.status >= 400 && `HTTP ${outcome.status}`,
        members: named(after, users),
      };
    },
  },
  {
    title: "SCIM 2.0: `remove` ignores a value: all members go",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.5.2.2-08",
        inf("§17.2", { members: ["first"] }, "removes only the values that are given"),
      ),
    },
    expect: { members: [] },
    check: async (t) => {
      const { users, after } = await withValue(t);
      return { members: named(after, users) };
    },
  },
  {
    title: "SCIM 2.0: `remove` of members with a value is accepted",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": slackClause("SLACK-PATCH-75", "OBS", "§8") },
    expect: { refused: false, removed: true },
    check: async (t) => {
      const { outcome, users, after } = await withValue(t);
      return { refused: refusal(outcome), removed: !memberIds(after).includes(users.second) };
    },
  },
  {
    title: "a group is renamed, and keeps its members",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "1.1": slackClause("SLACK-PATCH-76", "DOC", "§8") },
    expect: { refused: false, renamed: true, alsoChanged: [] },
    check: (t) =>
      renamed(t, (name) => ({ intents: [{ kind: "set", path: "displayName", value: name }] })),
  },
  {
    title: "SCIM 2.0: a group is renamed by `replace` without a path",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: { "2.0": slackClause("SLACK-PATCH-77", "OBS", "§15") },
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

/** Two rules look at what `remove` makes of a value. */
const withValue = (t: CheckContext) =>
  t.once("remove of members with a value", () =>
    removeSecond(t, ({ second }) => ({
      op: "remove",
      path: "members",
      value: [{ value: second }],
    })),
  );

/** Gives a group with a member another name. */
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
    renamed: patched.after.displayName === name,
    alsoChanged: changedBesides(patched.before, patched.after, ["displayName"]),
  };
}
