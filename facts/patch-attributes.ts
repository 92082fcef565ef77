import type { Fact } from "./fact.ts";

/** PATCH of a user: `active`, the plain attributes, and `name`. */
export const patchAttributeFacts = [
  {
    id: "FACT-PATCH-34",
    statement: {
      "1.1": "PATCH with the boolean `active`: `false` deactivates a user, `true` reactivates.",
      "2.0":
        "`replace` at `active` with a boolean: `false` deactivates a user, `true` reactivates.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-35",
    statement: {
      "2.0":
        "`replace` at `active` with `true` reactivates, and the next read shows it. Both `true` and `false` are sent as booleans in production.",
    },
    tag: "OBS",
    evidence: [
      {
        source: "slack-objects",
        where: "test_scim_users_reactivate_live.py: test_reactivate_deactivated_user_by_id",
      },
      { source: "ansible-iam", where: "library/scim_user.py: activate_user, since 2023-05" },
    ],
    unused: "Confirms FACT-PATCH-34, which the rules cite.",
  },
  {
    id: "FACT-PATCH-36",
    statement: {
      "2.0":
        '`{"op":"Replace","path":"active","value":"False"}`, with `False` as a text, does not deactivate a user. An Entra custom app sends it unless its address has the flag `aadOptscim062020`.',
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879, 2024-05-28" }],
    settings: ["stringBooleans"],
    changes: [{ date: "2026-11", what: "Does not deactivate; taken for a boolean before." }],
  },
  {
    id: "FACT-PATCH-37",
    statement: {
      "2.0":
        "Slack ignores `active` with a text: 200, and the user is unchanged. Whether it rejects the PATCH instead is not known.",
    },
    tag: "INF",
    evidence: [],
    settings: ["stringBooleans"],
    changes: [{ date: "2026-11", what: "Assumed, since the user is known not to be deactivated." }],
  },
  {
    id: "FACT-PATCH-38",
    statement: {
      "1.1":
        'Whether `active` with a text, such as `"false"`, is a boolean is not known. Assume that it is.',
    },
    tag: "INF",
    evidence: [],
    settings: ["stringBooleans"],
  },
  {
    id: "FACT-PATCH-39",
    statement: {
      "2.0":
        "With the flag `aadOptscim062020` Entra sends the boolean `false`. Its vendor reports that users are not disabled then either; no other client reports this.",
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879, 2024-05-28" }],
    changes: [{ date: "2026-11", what: "Added. It contradicts the reference and other clients." }],
  },
  {
    id: "FACT-PATCH-40",
    statement: {
      "1.1":
        "`active`, `userName`, `nickName`, `displayName`, `title`, `userType`, `preferredLanguage`, `locale` and `timezone` are set as plain members.",
      "2.0":
        "`active`, `userName`, `nickName`, `displayName`, `title`, `userType`, `preferredLanguage`, `locale` and `timezone` are set by `replace` with a path and one value.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-41",
    statement: {
      "2.0":
        "`replace` at `userName` and at `displayName` stores the value, and the next read shows it.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim2 ApiTest: createAndDeleteFullUser" },
      { source: "slack-objects", where: "test_scim_users_update_attribute_live.py" },
    ],
    unused: "Confirms FACT-PATCH-40, which the rules cite.",
  },
  {
    id: "FACT-PATCH-42",
    statement: {
      "1.1":
        "`title`, `userType`, `preferredLanguage`, `locale`, `timezone` and `displayName` are cleared by their names in `meta.attributes`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-43",
    statement: { "2.0": "`remove` at a singular attribute, such as `title`, clears it." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-44",
    statement: { "2.0": "`replace` with an empty string clears `title` and `displayName`." },
    tag: "OBS",
    evidence: [
      {
        source: "slack-objects",
        where:
          "test_scim_users_update_attribute_live.py restores both attributes so; each call must succeed, none is read again",
      },
    ],
    changes: [{ date: "2026-11", what: "Observed; not known before." }],
  },
  {
    id: "FACT-PATCH-45",
    statement: "PATCH of `userName` changes `nickName` too, and the other way round.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "table of user attributes; PATCH Users" }],
  },
  {
    id: "FACT-PATCH-46",
    statement: { "1.1": "A PATCH cannot empty `userName` or `nickName`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-47",
    statement: {
      "1.1": "A PATCH cannot remove `userName` or `nickName`; the answer is not documented.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-48",
    statement: { "2.0": "`add` at a singular attribute replaces its value." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-49",
    statement: { "2.0": "`replace` sets an attribute that has no value." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-50",
    statement: { "1.1": "A PATCH cannot change `password`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-51",
    statement: { "1.1": "A PATCH cannot change `externalId`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-52",
    statement: { "1.1": "A PATCH cannot change `profileUrl`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-53",
    statement: {
      "1.1": "PATCH merges the given sub-attributes of `name` and keeps the others.",
      "2.0": "`add` at `name` merges the given sub-attributes and keeps the others.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-54",
    statement: {
      "1.1": "One sub-attribute of `name` is set by an object that has only this one.",
      "2.0":
        "One sub-attribute of `name` is set by `replace` at its path, such as `name.givenName`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH Users" },
      {
        source: "python-slack-scim",
        where: "tests/v1/test_users.py: test_user_crud (version 1.1)",
      },
    ],
  },
  {
    id: "FACT-PATCH-55",
    statement: {
      "1.1": "`name.honorificPrefix` in `meta.attributes` removes that sub-attribute.",
      "2.0": "`remove` at `name.honorificPrefix` removes that sub-attribute.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-56",
    statement: { "1.1": "`name` in `meta.attributes` clears all of the name." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-57",
    statement: {
      "2.0":
        "`remove` at `name` clears all of the name. The reference shows only `name.honorificPrefix`.",
    },
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
