import type { Fact } from "./fact.ts";
import { background, misprint } from "./unused.ts";

/** Groups: attributes, members, limits, create, replace and delete. */
export const groupFacts = [
  {
    id: "FACT-GROUP-10",
    statement:
      "A group has `schemas`, `id`, `meta`, `displayName` and `members`, and nothing else.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of group attributes" }],
  },
  {
    id: "FACT-GROUP-11",
    statement: "A group has no `externalId`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of group attributes" }],
    changes: [{ date: "2018", what: "A client of that year still recorded an empty string." }],
  },
  {
    id: "FACT-GROUP-12",
    statement: "`displayName` of a group is required.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of group attributes" }],
  },
  {
    id: "FACT-GROUP-13",
    statement: "Creating a group without `displayName` is rejected; status and code are not known.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GROUP-14",
    statement: "The reference's table calls `members` of a group required.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of group attributes" }],
    unused: "Observed otherwise: FACT-GROUP-15, which the rules cite.",
  },
  {
    id: "FACT-GROUP-15",
    statement: "A group can be created with only a `displayName`, without members.",
    tag: "OBS",
    evidence: [
      { source: "xsoar", where: "creating a group (version 1.1)" },
      { source: "java-sdk-tests", where: "scim ApiTest: groups, earlier form (version 1.1)" },
      { source: "authentik", where: "clients/groups.py: create (version 2.0)" },
    ],
  },
  {
    id: "FACT-GROUP-16",
    statement: "Slack stores `displayName` and `members` of a new group as they are sent.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST Groups" },
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest: groupAndUsers" },
    ],
  },
  {
    id: "FACT-GROUP-17",
    statement: "PUT of a group replaces its members with those of the body.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Groups" }],
  },
  {
    id: "FACT-GROUP-18",
    statement: "PUT of a group without `members` removes all members.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Groups" }],
  },
  {
    id: "FACT-GROUP-19",
    statement: "A member is `{value, display}`; `value` is the id of the user.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "examples of groups" },
      { source: "java-sdk-logs", where: "groups" },
    ],
  },
  {
    id: "FACT-GROUP-20",
    statement: "`display` of a member is the name of the user.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "examples of groups" }],
  },
  {
    id: "FACT-GROUP-21",
    statement: "Members have no `$ref`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "examples of groups" },
      { source: "java-sdk-logs", where: "groups" },
    ],
  },
  {
    id: "FACT-GROUP-22",
    statement: "Members have no `type`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "examples of groups" },
      { source: "java-sdk-logs", where: "groups" },
    ],
  },
  {
    id: "FACT-GROUP-23",
    statement: "Only users can be members; a group cannot contain a group.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of group attributes" }],
  },
  {
    id: "FACT-GROUP-24",
    statement: "One call accepts at most 15,000 members: too_many_users.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: too_many_users" }],
    settings: ["maxMembersPerCall"],
  },
  {
    id: "FACT-GROUP-25",
    statement: "Slack recommends at most 5,000 members in one call.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Groups; error list: too_many_users" }],
  },
  {
    id: "FACT-GROUP-26",
    statement:
      "An IdP group (Enterprise) should have at most about 15,000 members: group_member_max_exceeded.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: group_member_max_exceeded" }],
    settings: ["maxGroupMembers"],
  },
  {
    id: "FACT-GROUP-27",
    statement: "A user group (Business+) has at most 5,000 members: group_member_max_exceeded.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: group_member_max_exceeded" }],
    settings: ["maxGroupMembers"],
  },
  {
    id: "FACT-GROUP-28",
    statement: "Two groups cannot have the same `displayName`: group_creation_failed.",
    tag: "INF",
    evidence: [{ source: "reference", where: "error list: group_creation_failed" }],
    settings: ["groupDuplicates"],
  },
  {
    id: "FACT-GROUP-29",
    statement: "A change of a group can become visible some seconds later; clients waited three.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "tests/v1/test_groups.py: wait after PATCH and PUT" },
    ],
    settings: ["groupVisibilityDelayMs"],
  },
  {
    id: "FACT-GROUP-31",
    statement: "A user lists a group right after its creation.",
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim and scim2 ApiTest: groupAndUsers" }],
  },
  {
    id: "FACT-GROUP-32",
    statement: "A user who was removed from a group no longer lists it.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-33",
    statement: "DELETE of a group is permanent.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "DELETE Groups" }],
  },
  {
    id: "FACT-GROUP-34",
    statement: "DELETE of a group keeps its members as users, who no longer list the group.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "DELETE Groups" }],
  },
  {
    id: "FACT-GROUP-35",
    statement:
      "On Enterprise the members of a deleted group stay in the workspaces that it was connected to.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "DELETE Groups" }],
    unused: background,
  },
  {
    id: "FACT-GROUP-36",
    statement: "A group linked to channels cannot be deleted: idp_group_linked_to_channels.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: idp_group_linked_to_channels" }],
  },
  {
    id: "FACT-GROUP-37",
    statement: "GET and DELETE of a deleted group return 404.",
    tag: "OBS",
    evidence: [{ source: "xsoar", where: "handling of 404 (version 1.1)" }],
  },
  {
    id: "FACT-GROUP-38",
    statement: {
      "2.0":
        "The reference prints a PatchOp request and the body of a group under DELETE of a group: an error of the documentation.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "DELETE Groups" }],
    unused: misprint,
  },
  {
    id: "FACT-GROUP-39",
    statement:
      "A user who is added to a group stays active. On 18 October 2018 Slack deactivated some accounts that were added to IdP groups; its status page calls that a bug, and Slack reverted the change the same day.",
    tag: "OBS",
    evidence: [
      {
        source: "status",
        where: "incident of 18 October 2018: accounts added to IdP groups were deactivated",
      },
    ],
    changes: [{ date: "2018-10", what: "For some hours users were deactivated; reverted." }],
  },
] as const satisfies readonly Fact[];
