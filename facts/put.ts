import type { Fact } from "./fact.ts";

/** `PUT /Users/{id}`: what it replaces, clears and keeps. */
export const putFacts = [
  {
    id: "FACT-PUT-10",
    statement: "PUT overwrites all values of a user with those of the body.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PUT Users" },
      {
        source: "python-slack-scim",
        where: "tests/v1/test_users.py: test_user_crud (version 1.1)",
      },
    ],
  },
  {
    id: "FACT-PUT-11",
    statement: "PUT clears attributes that the body omits, each according to its type.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users" }],
  },
  {
    id: "FACT-PUT-12",
    statement: "PUT cannot change `externalId`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users" }],
  },
  {
    id: "FACT-PUT-13",
    statement: "After a PUT without `displayName` and `title` both are the empty string.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users: example" }],
  },
  {
    id: "FACT-PUT-14",
    statement: "After a PUT without `timezone` it is the default, `America/Los_Angeles`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users: example" }],
  },
  {
    id: "FACT-PUT-15",
    statement: {
      "2.0":
        "After a PUT without `addresses`, `phoneNumbers`, `roles`, the enterprise extension or `startDate` they are returned with null members.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users: example" }],
  },
  {
    id: "FACT-PUT-16",
    statement: { "2.0": "PUT without `name` keeps the name." },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PUT Users: example" },
      { source: "ansible-iam", where: "slack_manage_users.yml omits the name on updates" },
    ],
  },
  {
    id: "FACT-PUT-17",
    statement: {
      "1.1": "PUT without `name` keeps the name. A client in production omits it on every update.",
    },
    tag: "INF",
    evidence: [{ source: "ansible-iam", where: "slack_manage_users.yml of 2023-03-30" }],
  },
  {
    id: "FACT-PUT-18",
    statement: {
      "2.0":
        "The reference's example answers `active: false` to a PUT that does not send `active`. It does not show whether the user was active before.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT Users: example" }],
  },
  {
    id: "FACT-PUT-19",
    statement:
      "PUT or PATCH without `active` keeps it: an active user stays active. Slack's status page calls it an incident that for four days in April 2024 updates deactivated people, because a change demanded a field that not all providers send; Slack rolled it back. The page names neither the method nor the field, so send `active` with every PUT.",
    tag: "OBS",
    evidence: [
      {
        source: "status",
        where:
          "incident of 5 to 9 April 2024: users updated via the SCIM API were deactivated; the change was rolled back",
      },
    ],
    settings: ["putOmittedActive"],
    changes: [
      { date: "2024-04", what: "For four days updates deactivated people; rolled back." },
      { date: "2026-11", what: "Kept, as the incident shows; assumed to deactivate before." },
    ],
  },
  {
    id: "FACT-PUT-20",
    statement:
      "To rename a user by PUT, `nickName` has to be sent with the same new value as `userName`.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest: nickName marked as required" },
    ],
    settings: ["putNameConflict"],
  },
  {
    id: "FACT-PUT-21",
    statement:
      "If a PUT sends `userName` and `nickName` with different values, `nickName` wins: an old nickName undoes a new userName.",
    tag: "INF",
    evidence: [{ source: "java-sdk-tests", where: "scim and scim2 ApiTest: nickName" }],
    settings: ["putNameConflict"],
  },
  {
    id: "FACT-PUT-22",
    statement: "PUT with an empty userName is rejected with username_empty.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: username_empty" }],
  },
  {
    id: "FACT-PUT-23",
    statement: "PUT without an e-mail address is rejected with email_empty.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: email_empty" }],
  },
  {
    id: "FACT-PUT-24",
    statement:
      "PUT ignores read-only members that a client sends back, such as `id`, `meta`, `groups`, `photos` and `profileUrl`, and succeeds.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk", where: "updateUser with a user that was read" },
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest" },
    ],
  },
  {
    id: "FACT-PUT-25",
    statement: "A user that was read can be sent back by PUT; it succeeds and changes nothing.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest: update after read" },
      {
        source: "python-slack-scim",
        where: "tests/v1/test_users.py: test_user_crud (version 1.1)",
      },
    ],
  },
  {
    id: "FACT-PUT-26",
    statement:
      'A user that was read can be sent back by PUT without its null members, so with `"manager": {}`.',
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim ApiTest: createAndDeleteUser" },
      { source: "java-sdk-tests", where: "scim2 ApiTest: createAndDeleteFullUser" },
      {
        source: "python-slack-scim",
        where: "tests/v1/test_users.py: test_user_crud (version 1.1)",
      },
    ],
    settings: ["putEmptyManager"],
    changes: [
      {
        date: "2026-11",
        what: "Accepted; taken for improper_enterprise_schema_format before.",
      },
    ],
  },
  {
    id: "FACT-PUT-28",
    statement: { "1.1": "PUT of a user without `schemas` is accepted." },
    tag: "OBS",
    evidence: [{ source: "ansible-iam", where: "library/scim_user.py: update_user, 2023-03" }],
    settings: ["v1PutRequiresSchemas"],
    changes: [{ date: "2026-11", what: "Accepted; taken for missing_schema_element before." }],
  },
  {
    id: "FACT-PUT-29",
    statement: {
      "2.0":
        "PUT of a user needs `schemas`: a client that moved from version 1.1 had to add it, the URNs of core and enterprise.",
    },
    tag: "OBS",
    evidence: [
      { source: "ansible-iam", where: "commits of 2023-05-10: URNs added to create and update" },
    ],
  },
  {
    id: "FACT-PUT-30",
    statement: "PUT without the guest extension keeps a guest a guest.",
    tag: "INF",
    evidence: [],
    settings: ["putOmittedGuest"],
  },
] as const satisfies readonly Fact[];
