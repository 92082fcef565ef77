import type { Outcome } from "../../../client/index.ts";
import type { NeutralGroup } from "../../../schemas/index.ts";
import { oneOf } from "../../expectation.ts";
import { at, items } from "../../json.ts";
import { groupPatchStatus } from "../../patch/group-patch-status.ts";
import { type Difference, sameInBoth } from "../difference.ts";
import { createGroup, example, lesson, patchGroup, read } from "../lesson.ts";

const bodyOf = ({ text, resource }: Outcome<NeutralGroup>, id: string): string =>
  text === "" ? "empty" : resource?.id === id ? "the group" : "something";

/** The content of responses about groups. */
export const groupAnswers: readonly Difference[] = [
  {
    id: "DIFF-REF-01",
    facts: ["FACT-GROUP-21", "FACT-GROUP-22", "FACT-USER-37"],
    area: "groups",
    topic: "groups",
    title: "the sub-attributes of members and of a user's groups",
    kind: "documented",
    impact: "silent",
    v1: "value and display",
    v2: "$ref and type as well in the RFC; Slack sends value and display",
    source: "RFC 7643 §2.4, §4.1.2, §4.2; Slack reference",
    clientMustChange:
      'Build the URL of a member from its id, /Users/U123ABC from "value": "U123ABC". Do not require $ref or type when you read members or groups: Slack sends value and display in both versions.',
    lesson: lesson(
      "If your organisation sent $ref or type, or this was not probed, URLs built from ids are right in either case.",
      read(`/Groups/${example.group}`),
      read(`/Users/${example.user}`),
    ),
    ...sameInBoth({ member: ["display", "value"], group: ["display", "value"] }),
    safety: "write",
    observe: async (t) => {
      const group = await t.createdGroup();
      const { id } = await t.createdUser();
      const read = await t.poll(
        "a new group shows its members",
        () => t.groups.get(group.id),
        ({ resource }) => (resource?.members ?? []).length > 0,
      );
      const user = await t.poll(
        "a new member lists the group",
        () => t.users.get(id),
        ({ resource }) => (resource?.groups ?? []).length > 0,
      );
      const names = (entry: unknown) => Object.keys((entry ?? {}) as object).sort();
      return {
        member: names(items(at(read.json, "members"))[0]),
        group: names(items(at(user.json, "groups"))[0]),
      };
    },
  },
  {
    id: "DIFF-STAT-02",
    facts: ["FACT-PATCH-03", "FACT-PATCH-04"],
    area: "patch",
    topic: "status codes",
    title: "the response to a PATCH of a group",
    kind: "observed",
    impact: "breaking",
    v1: `${groupPatchStatus["1.1"]} with an empty body`,
    v2: `${groupPatchStatus["2.0"]} with the group`,
    source: "Python SDK test; Slack reference",
    clientMustChange: `Look at the status before you parse the response to a PATCH of a group: ${groupPatchStatus["1.1"]} without a body in 1.1, ${groupPatchStatus["2.0"]} with the group in 2.0. Send the GET /Groups/{id} of 1.1 only where the body is empty.`,
    lesson: lesson(
      "If both versions answered alike, or this was not probed, a client that parses the body only where there is one works with either answer.",
      patchGroup([{ kind: "set", path: "displayName", value: "Engines" }]),
      { "1.1": { method: "GET", path: `/Groups/${example.group}` } },
    ),
    expect: {
      "1.1": { status: groupPatchStatus["1.1"], body: "empty" },
      "2.0": { status: groupPatchStatus["2.0"], body: "the group" },
    },
    safety: "write",
    observe: (t) =>
      t.fixtures.leaseGroup(async ({ id }) => {
        const answer = await t.groups.patch(id, [
          { kind: "set", path: "displayName", value: t.names.next() },
        ]);
        return { status: answer.status, body: bodyOf(answer, id) };
      }),
  },
  {
    id: "DIFF-POST-02",
    facts: ["FACT-GROUP-02", "FACT-GROUP-03", "FACT-GROUP-05"],
    area: "groups",
    topic: "groups",
    title: "the body of the response to a create of a group",
    kind: "observed",
    impact: "silent",
    v1: "The group; an empty body was seen once",
    v2: "The group",
    source: "an old client of version 1.1; Slack reference",
    clientMustChange:
      'Take the id from the response to POST /Groups. Where the body is empty, as 1.1 sent it once, find the group by filter=displayName eq "Engines" instead.',
    lesson: lesson(
      "If both versions returned the group, or this was not probed, keep the search by displayName only as a fallback for an empty body.",
      createGroup({ displayName: "Engines", members: [{ value: example.user }] }),
      { "1.1": { method: "GET", path: '/Groups?filter=displayName eq "Engines"' } },
    ),
    expect: {
      "1.1": { body: oneOf("the group", "empty") },
      "2.0": { body: "the group" },
    },
    safety: "write",
    observe: async (t) => {
      const { id, created } = await t.createdGroup();
      return { body: bodyOf(created, id) };
    },
  },
];
