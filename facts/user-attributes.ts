import type { Fact } from "./fact.ts";
import { background } from "./unused.ts";

/** Attributes of the core schema with one value, `groups`, and what a new user gets. */
export const userAttributeFacts = [
  {
    id: "FACT-USER-40",
    statement:
      "A create needs a userName and at least one e-mail address, and nothing else: no name, and no mark of the primary address.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users of v1.1; guest example of v2.0" },
      { source: "slack-objects", where: "test_scim_users_create_live (2.0)" },
    ],
    changes: [{ date: "2026-11", what: "Confirmed for 2.0 by a live test." }],
  },
  {
    id: "FACT-USER-30",
    statement:
      'A user that is created without them gets: title `""`, timezone `America/Los_Angeles`, active `true`, a default photo, and profileUrl `https://<organisation>.enterprise.slack.com/team/<userName>`.',
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST (guest) of v2.0, example" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
      { source: "xsoar", where: "recorded output of a create (1.1)" },
    ],
  },
  {
    id: "FACT-USER-31",
    statement:
      "Slack returns title, profileUrl, timezone, userType, preferredLanguage and locale as they were sent. They are free texts: examples write a locale as `en_US` and as `en-US`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST and GET /Users/<id> of v2.0, examples" }],
  },
  {
    id: "FACT-USER-32",
    statement: {
      "2.0":
        "The reference names no attributes that a PATCH cannot change. Assume that profileUrl is one, as in 1.1.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-33",
    statement:
      "timezone is a name of the time zone database, such as `America/Chicago`. Two examples show values that it does not contain (`America/New York`, `America/Scranton`), so Slack may not check the value.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: timezone" },
      { source: "reference", where: "POST of v1.1 and GET /Users/<id> of v2.0, examples" },
    ],
  },
  {
    id: "FACT-USER-34",
    statement:
      "active is a boolean. `false` deactivates a user and `true` reactivates one, with PATCH or PUT.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: active; PUT /Users/<id>" }],
  },
  {
    id: "FACT-USER-35",
    statement: "Assume that a create with active `false` makes a deactivated user.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-36",
    statement:
      "password sets the first password of a user whose organisation uses no identity provider. It can be sent in a create only, and Slack never returns it.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "User attributes; Errors: password_change_not_allowed" },
      { source: "connector-scim2", where: "Schemas: password is writeOnly" },
    ],
  },
  {
    id: "FACT-USER-37",
    statement:
      "groups of a user is an array of `{value, display}`: the id and the displayName of each group. An entry has no `$ref` and no `type`. The array is empty for a user without groups.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /Users/<id> of v2.0, example" },
      { source: "java-sdk-logs", where: "scim v1 and v2 Users" },
      { source: "go-slack-scimapi", where: "Schemas/Users: groups" },
    ],
    changes: [{ date: "2026-11", what: "Confirmed for 1.1 by a recorded schema document." }],
  },
  {
    id: "FACT-USER-38",
    statement: "groups of a user is read-only. Members are changed at the group.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Schemas: the endpoints list what is supported" },
      { source: "go-slack-scimapi", where: "Schemas/Users: groups is readOnly" },
      { source: "connector-scim2", where: "Schemas: groups is readOnly" },
    ],
    settings: ["groupsWrite"],
  },
  {
    id: "FACT-USER-39",
    statement:
      "Assume that Slack ignores groups in a write of a user. Clients send it back in a PUT, and a script of an administrator sends it in a 1.1 PATCH and expects 200.",
    tag: "INF",
    evidence: [{ source: "java-sdk-tests", where: "PUT of a user that was read" }],
    settings: ["groupsWrite"],
  },
  {
    id: "FACT-USER-70",
    statement:
      "A profile field that SCIM sets is locked in the Slack interface: the member can hide it, but not change or delete it.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "User attributes" }],
    unused: background,
  },
] as const satisfies readonly Fact[];
