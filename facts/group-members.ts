import type { Fact } from "./fact.ts";
import { misprint } from "./unused.ts";

/** PATCH of groups: adding, removing and replacing members, and renaming. */
export const groupMemberFacts = [
  {
    id: "FACT-GROUP-50",
    statement: {
      "1.1": "PATCH with `members:[{value}]` adds members and keeps the existing ones.",
      "2.0": "`add` at `members` adds members and keeps the existing ones.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-51",
    statement: {
      "1.1":
        '`{value, "operation":"delete"}` in `members` removes this member and keeps the others.',
      "2.0": "`remove` at `members[value eq U123ABC456]` removes this member and keeps the others.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-52",
    statement: {
      "2.0":
        '`remove` at `members[value eq "id"]`, with the id in quotes, removes this member only. Entra sends it with the flag `aadOptscim062020`.',
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879, 2024-05-28" }],
    changes: [{ date: "2026-11", what: "Observed with a known effect." }],
  },
  {
    id: "FACT-GROUP-53",
    statement: {
      "2.0":
        '`{"op":"Remove","path":"members","value":[{"value":id}]}` removes all members, not only those in the value. An Entra custom app sends it unless its address has the flag `aadOptscim062020`.',
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879, 2024-05-28" }],
    settings: ["removeMembersWithValue"],
    changes: [
      {
        date: "2026-11",
        what: "Empties the group; assumed before to remove the named members only.",
      },
    ],
  },
  {
    id: "FACT-GROUP-54",
    statement: {
      "2.0":
        "Slack accepts `remove` at `members` with a value. The Java SDK's test puts the group back and asserts no effect; authentik removes single members this way.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim2 ApiTest: groups" },
      { source: "authentik", where: "clients/groups.py: _patch_remove_users" },
    ],
  },
  {
    id: "FACT-GROUP-55",
    statement: { "2.0": "`remove` at `members` without a value removes all members." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-56",
    statement: {
      "1.1":
        "`members` in `meta.attributes` removes all members. The standard says so; Slack does not document it.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GROUP-57",
    statement: { "2.0": "`replace` at `members` replaces all members." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-58",
    statement: { "1.1": "One PATCH can add members and remove others." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups" }],
  },
  {
    id: "FACT-GROUP-59",
    statement: { "1.1": "PATCH with `displayName` renames a group and keeps its members." },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH Groups" },
      { source: "python-sdk-tests", where: "test_scim_client_write.py: test_group_crud" },
    ],
  },
  {
    id: "FACT-GROUP-60",
    statement: {
      "2.0":
        "PATCH can rename a group: authentik sends `displayName` in a `replace` without `path`.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/groups.py: _update_patch_general" }],
  },
  {
    id: "FACT-GROUP-61",
    statement: {
      "1.1": "Removing a user who is not a member succeeds and changes nothing.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim ApiTest: groups" }],
  },
  {
    id: "FACT-GROUP-62",
    statement: {
      "2.0":
        "Removing a user who is not a member by a filter in the path succeeds and changes nothing.",
    },
    tag: "INF",
    evidence: [],
    settings: ["patchNoTarget"],
  },
  {
    id: "FACT-GROUP-63",
    statement: { "1.1": "Adding an existing member succeeds and changes nothing." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GROUP-64",
    statement: { "2.0": "Adding an existing member succeeds and changes nothing." },
    tag: "OBS",
    evidence: [
      {
        source: "authentik",
        where: "clients/groups.py: create adds all users to an existing group",
      },
    ],
  },
  {
    id: "FACT-GROUP-65",
    statement: { "2.0": "A member cannot be changed in place: members are added and removed." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GROUP-66",
    statement: {
      "2.0":
        "The reference's example of a PATCH of a group answers with the id of a member that was not sent. It illustrates the form only.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Groups: example" }],
    unused: misprint,
  },
] as const satisfies readonly Fact[];
