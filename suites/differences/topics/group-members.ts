import type { JsonObject } from "../../../client/index.ts";
import type { PatchIntent } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { items } from "../../json.ts";
import type { CheckCallOptions } from "../../run/check-calls.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { example, lesson, patchGroup, putGroup, replacedBy } from "../lesson.ts";
import { inOwnForm } from "../probing/forms.ts";
import {
  membersChangeInForms,
  membersOf,
  pair,
  putMembers,
  same,
} from "../probing/member-changes.ts";

/** How many members one call may carry (FACT-GROUP-24, FACT-GROUP-25). */
const members = { most: "15,000", recommended: "5,000" };

const says = (works: boolean) => (works ? "works" : "no effect");

/** Changes of the members of a group. */
export const groupMembers: readonly Difference[] = [
  {
    id: "DIFF-PATCH-11",
    facts: ["FACT-GROUP-50", "FACT-GROUP-57"],
    area: "patch",
    topic: "patch",
    title: "what a list in a PATCH does to the existing values",
    kind: "documented",
    impact: "silent",
    v1: "The list is merged: existing values stay",
    v2: "A replace operation replaces them",
    source: "SCIM 1.1 §3.3.2; RFC 7644 §3.5.2; Slack reference",
    clientMustChange:
      'Send "op": "add" with "path": "members" where 1.1 sends the list members: a 1.1 list is merged. Never send "op": "replace" to add: it removes every member that you do not name.',
    lesson: lesson(
      "If a replace kept the existing members in your organisation, or this was not probed, send add all the same: it keeps them in either case.",
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.newcomer }] }]),
    ),
    expect: { "1.1": { membersBefore: "stay" }, "2.0": { membersBefore: "go" } },
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const intents: PatchIntent[] = [
        t.version === "1.1"
          ? { kind: "add", path: "members", values: [{ value: second }] }
          : { kind: "replaceValues", path: "members", values: [{ value: second }] },
      ];
      const wanted = t.version === "1.1" ? [first, second] : [second];
      const left = await after(t, [first], intents, {}, (now) => same(now, wanted));
      return { membersBefore: left.includes(first) ? "stay" : "go" };
    },
  },
  {
    id: "DIFF-GRP-07",
    facts: [
      "FACT-GROUP-53",
      "FACT-GROUP-54",
      "FACT-PATCH-23",
      "FACT-CLIENT-21",
      "FACT-CLIENT-23",
      "FACT-CLIENT-71",
      "FACT-CLIENT-72",
    ],
    area: "patch",
    topic: "groups",
    title: "a remove operation at members with a value",
    kind: "observed",
    impact: "breaking",
    harm: "empties groups",
    v1: "No such form; PatchOp has no known effect",
    v2: 'Loses data: for {"op": "Remove", "path": "members", "value": [{"value": "U123"}]} the value is ignored, as in RFC 7644, and all members of the group are removed with 200. Entra\'s custom application without the flag aadOptscim062020 and authentik send this form to remove one member',
    source:
      "Microsoft's notes on Entra's SCIM compatibility, with reports from Slack (FACT-GROUP-53, FACT-CLIENT-23); authentik (FACT-GROUP-54); RFC 7644 §3.5.2.2",
    clientMustChange:
      'Send one remove operation for each member, at members[value eq "U123"], and never a value: a remove at members with a value empties the group. With Entra, the application "Slack" from the gallery speaks 1.1 and does not send this form: stay with it (FACT-CLIENT-21); it works on Business+ and Enterprise (FACT-CLIENT-71). Set the tenant URL of a custom (non-gallery) application to https://api.slack.com/scim/v2/?aadOptscim062020 before the first synchronisation (FACT-CLIENT-72), then remove one member of a test group and count the others. With authentik, check how it removes members, and try it on a group that you can lose.',
    lesson: lesson(
      "If the other members stayed, your organisation honours the value; send the path with the filter all the same, since RFC 7644 ignores the value and empties the group.",
      patchGroup([{ kind: "remove", path: "members", match: { value: example.otherUser } }]),
    ),
    expect: {
      "1.1": { left: oneOf("both", "one", "none") },
      "2.0": { left: "none" },
    },
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const left = await after(
        t,
        [first, second],
        [{ kind: "clear", path: "members" }],
        // Version 1.1 has no such form: what a client of 2.0 sends has no known effect there.
        { encodeAs: "2.0", change: (body) => withValue(body, second) },
        (now) => t.version === "1.1" || now.length === 0,
      );
      return { left: ["none", "one", "both"][left.length] };
    },
  },
  {
    id: "DIFF-GRP-01",
    facts: ["FACT-GROUP-50"],
    area: "patch",
    topic: "groups",
    title: "adding a member",
    kind: "documented",
    impact: "breaking",
    v1: 'members: [{"value": …}] in the partial resource',
    v2: "An add operation at members",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "add", "path": "members", "value": [{"value": "U246JKL"}]} in place of {"members": [{"value": "U246JKL"}]}. The existing members stay in both versions.',
    lesson: lesson(
      "If 2.0 added the member by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the user not to be added.",
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.newcomer }] }]),
    ),
    expect: inOwnForm,
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      return membersChangeInForms(t, {
        before: [first],
        intents: () => [{ kind: "add", path: "members", values: [{ value: second }] }],
        after: [first, second],
      });
    },
  },
  {
    id: "DIFF-GRP-02",
    facts: ["FACT-GROUP-51", "FACT-GROUP-52"],
    area: "patch",
    topic: "groups",
    title: "removing a member",
    kind: "documented",
    impact: "breaking",
    v1: 'An entry {"value": …, "operation": "delete"}',
    v2: "A remove operation at members[value eq U123]: without quotes in the reference, with quotes in the RFC",
    source: "Slack reference; Java SDK for the quoted form",
    clientMustChange:
      'Send {"op": "remove", "path": "members[value eq \\"U456DEF\\"]"} in place of {"value": "U456DEF", "operation": "delete"}, one operation for each member. Leave out value: a remove at members with a value empties the group (DIFF-GRP-07).',
    lesson: lesson(
      "If 2.0 removed the member by the 1.1 body as well, both forms work and you can change the client later; if this was not probed, expect the member to stay.",
      patchGroup([{ kind: "remove", path: "members", match: { value: example.otherUser } }]),
    ),
    expect: {
      "1.1": { ...inOwnForm["1.1"], unquoted: "not applicable" },
      "2.0": { ...inOwnForm["2.0"], unquoted: "works" },
    },
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const intents: PatchIntent[] = [
        { kind: "remove", path: "members", match: { value: second } },
      ];
      const forms = await membersChangeInForms(t, {
        before: [first, second],
        intents: () => intents,
        after: [first],
      });
      if (t.version === "1.1") return { ...forms, unquoted: "not applicable" };
      const left = await after(t, [first, second], intents, { change: unquoted }, (now) =>
        same(now, [first]),
      );
      return { ...forms, unquoted: says(same(left, [first])) };
    },
  },
  {
    id: "DIFF-GRP-03",
    facts: ["FACT-GROUP-18", "FACT-GROUP-55", "FACT-GROUP-56"],
    area: "patch",
    topic: "groups",
    title: "removing all members of a group",
    kind: "documented",
    impact: "breaking",
    v1: "A PUT without members; meta.attributes in the standard",
    v2: "A remove operation at members",
    source: "Slack reference; SCIM 1.1 §3.3.2",
    clientMustChange:
      'Send {"op": "remove", "path": "members"} where you send a PUT without members today. Check that the path has its filter where one member is to go: members alone empties the group.',
    lesson: lesson(
      "If a PUT without members emptied the group in 2.0 as well, both requests work and you can change the client later; if this was not probed, try both on a group that you can lose.",
      replacedBy(
        putGroup({ displayName: "Engineering" }),
        patchGroup([{ kind: "clear", path: "members" }]),
      ),
    ),
    expect: {
      "1.1": {
        partialResource: oneOf("works", "no effect"),
        operations: oneOf("no effect", "works"),
        putWithoutMembers: "works",
      },
      "2.0": { ...inOwnForm["2.0"], putWithoutMembers: "works" },
    },
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const forms = await membersChangeInForms(t, {
        before: [first, second],
        intents: () => [{ kind: "clear", path: "members" }],
        after: [],
      });
      return { ...forms, putWithoutMembers: says((await putNameOnly(t)) === 0) };
    },
  },
  {
    id: "DIFF-GRP-04",
    facts: ["FACT-GROUP-17", "FACT-GROUP-57", "FACT-GROUP-58"],
    area: "patch",
    topic: "groups",
    title: "replacing the members",
    kind: "documented",
    impact: "breaking",
    v1: "PUT; in a PATCH the standard uses a removal and an addition",
    v2: "A replace operation at members, or PUT",
    source: "Slack reference",
    clientMustChange:
      'Send {"op": "replace", "path": "members", "value": [{"value": "U123ABC"}, {"value": "U246JKL"}]} in place of a PUT: it needs no displayName. Name every member that is to stay.',
    lesson: lesson(
      "If a PUT replaced the members in 2.0 as well, both requests work and you can change the client later; if this was not probed, the reference documents both for 2.0.",
      replacedBy(
        putGroup({
          displayName: "Engineering",
          members: [{ value: example.user }, { value: example.newcomer }],
        }),
        patchGroup([
          {
            kind: "replaceValues",
            path: "members",
            values: [{ value: example.user }, { value: example.newcomer }],
          },
        ]),
      ),
    ),
    expect: {
      "1.1": {
        partialResource: oneOf("works", "no effect"),
        operations: oneOf("no effect", "works"),
        put: "works",
      },
      "2.0": { ...inOwnForm["2.0"], put: "works" },
    },
    safety: "write",
    observe: async (t) => {
      const { first, second } = await pair(t);
      const left = await t.fixtures.leaseGroup(async (group) => {
        await putMembers(t, group, [first]);
        await t.groups.replace(group.id, { ...group.sent, members: [{ value: second }] });
        const isReplaced = (now: readonly string[]) => same(now, [second]);
        return membersOf(t, group.id, isReplaced, "a group shows what a PUT changed");
      });
      // If PUT does not replace the members, no group can be prepared for the forms.
      if (!same(left, [second])) return { put: "no effect" };
      const forms = await membersChangeInForms(t, {
        before: [first],
        intents: () => [{ kind: "replaceValues", path: "members", values: [{ value: second }] }],
        after: [second],
      });
      return { ...forms, put: "works" };
    },
  },
  {
    id: "DIFF-GRP-05",
    facts: ["FACT-GROUP-18"],
    area: "put",
    topic: "groups",
    title: "a PUT of a group with only the displayName",
    kind: "documented",
    impact: "silent",
    v1: "The members are overwritten: the group is empty afterwards",
    v2: "The same; the example sends an empty list",
    source: "Slack reference",
    clientMustChange:
      'Send members with every PUT of a group: {"displayName": "Engines", "members": [{"value": "U123ABC"}, {"value": "U456DEF"}]}. A PUT with displayName alone empties the group in both versions.',
    lesson: lesson(
      "If the members stayed, or this was not probed, send them all the same: a PUT that names every member is right in either case.",
      putGroup({
        displayName: "Engines",
        members: [{ value: example.user }, { value: example.otherUser }],
      }),
    ),
    ...sameInBoth({ members: 0 }),
    safety: "write",
    observe: async (t) => ({ members: await putNameOnly(t) }),
  },
  {
    id: "DIFF-GRP-06",
    facts: ["FACT-GROUP-24", "FACT-GROUP-25"],
    area: "groups",
    topic: "groups",
    title: "the documented number of members in one call",
    kind: "documented",
    impact: "cosmetic",
    v1: `${members.most} in a call, ${members.recommended} recommended`,
    v2: "Mentioned in the list of errors only",
    source: "Slack reference",
    clientMustChange: `Send at most ${members.recommended} members in one call and split longer lists into several add operations, as in 1.1. The error too_many_users for more than ${members.most} is listed for 2.0 too.`,
    lesson: lesson(
      `The run does not probe this, since the limit shows only in a call with more than ${members.most} members; calls of at most ${members.recommended} are right in both versions.`,
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.newcomer }] }]),
    ),
    notProbed: `the limit shows only in a call with more than ${members.most} members`,
  },
  {
    id: "SAME-13",
    facts: ["FACT-GROUP-24", "FACT-GROUP-25"],
    area: "groups",
    topic: "groups",
    title: "the number of members in one call",
    kind: "documented",
    impact: "silent",
    ...sayingBoth(`At most ${members.most}; ${members.recommended} recommended`),
    source: "Slack reference",
    clientMustChange: `Keep each call at ${members.recommended} members or fewer: both versions reject more than ${members.most} with too_many_users.`,
    lesson: lesson(
      `The run does not probe this, since the limit shows only in a call with more than ${members.most} members; a client that sends at most ${members.recommended} has nothing to change.`,
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.newcomer }] }]),
    ),
    notProbed: `the limit shows only in a call with more than ${members.most} members`,
  },
];

/** The members of a group after a PATCH, once `awaited` holds for them. */
function after(
  t: CheckContext,
  before: readonly string[],
  intents: readonly PatchIntent[],
  options: CheckCallOptions,
  awaited: (members: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return t.fixtures.leaseGroup(async (group) => {
    await putMembers(t, group, before);
    const answer = await t.groups.patch(group.id, intents, options);
    const refused = answer.status >= 400;
    return membersOf(t, group.id, (now) => refused || awaited(now));
  });
}

/** How many members remain after a PUT of only the name. */
async function putNameOnly(t: CheckContext): Promise<number> {
  const { first } = await pair(t);
  return t.once("PUT of a group's name alone", () =>
    t.fixtures.leaseGroup(async (group) => {
      await putMembers(t, group, [first]);
      await t.groups.replace(group.id, { displayName: group.sent.displayName ?? null });
      const isEmpty = (now: readonly string[]) => now.length === 0;
      return (await membersOf(t, group.id, isEmpty, "a group shows what a PUT changed")).length;
    }),
  );
}

/** `members[value eq U1]` for `members[value eq "U1"]`. */
function unquoted(body: JsonObject): JsonObject {
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({
      ...each,
      path: String(each.path).replaceAll('"', ""),
    })),
  };
}

/** A removal of the members that also names one of them. */
function withValue(body: JsonObject, member: string): JsonObject {
  const operations = items(body.Operations) as JsonObject[];
  return {
    ...body,
    Operations: operations.map((each) => ({ ...each, value: [{ value: member }] })),
  };
}
