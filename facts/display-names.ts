import type { Fact } from "./fact.ts";

/** `displayName` and `name`. */
export const displayNameFacts = [
  {
    id: "FACT-USER-21",
    statement:
      "A displayName has at most 80 characters. A longer one is rejected with `invalid_name_maxlength`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "User attributes; Errors: invalid_name_maxlength" }],
  },
  {
    id: "FACT-USER-22",
    statement:
      "According to the attribute table, a displayName keeps `.`, `_` and `-`, and every other special character becomes `_`. The examples on the same page keep spaces.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "User attributes; PATCH /Users/<id>: displayName" }],
    settings: ["displayNameSpecials"],
  },
  {
    id: "FACT-USER-23",
    statement: {
      "1.1":
        "A displayName comes back as it was sent: letters of any language, capitals, spaces, periods, underscores, hyphens, apostrophes, brackets, commas, slashes and semicolons stay. It need not be unique.",
      "2.0": "A displayName comes back as it was sent: capitals and spaces stay.",
    },
    tag: "OBS",
    evidence: [
      { source: "entra", where: "Troubleshooting tips, 2026-04-16 (1.1)" },
      { source: "slack-objects", where: "test_scim_users_update_attribute_live: spaces (2.0)" },
    ],
    settings: ["displayNameSpecials"],
    changes: [
      {
        date: "2026-11",
        what: "Version 1.1 keeps punctuation; until then only spaces were known to be kept.",
      },
    ],
  },
  {
    id: "FACT-USER-90",
    statement: {
      "2.0":
        "Whether a displayName keeps punctuation is not known: the attribute table says `_`, the report is of 1.1. Assume that it does, as in 1.1.",
    },
    tag: "INF",
    evidence: [],
    settings: ["displayNameSpecials"],
  },
  {
    id: "FACT-USER-24",
    statement:
      "A displayName must not contain `@`: Slack rejects it with `invalid_name_specials`, or with `invalid_starts_with_at` where it is the first character.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors: invalid_name_specials, invalid_starts_with_at" },
      { source: "okta", where: "article on invalid_name_specials: a profile push, code 400" },
      { source: "entra", where: "Troubleshooting tips, 2026-04-16" },
    ],
    settings: ["forbiddenNameCharacters"],
  },
  {
    id: "FACT-USER-73",
    statement:
      "`@` is the only character that Slack names as forbidden. Assume that it is the only one, and that it is forbidden in the parts of a name too.",
    tag: "INF",
    evidence: [
      { source: "okta", where: "article on invalid_name_specials: check first and last name too" },
    ],
    settings: ["forbiddenNameCharacters"],
  },
  {
    id: "FACT-USER-72",
    statement:
      "Slack publishes neither its reserved words nor the attributes that must not hold them. Assume a displayName that addresses people in a message, such as `here`, `channel` and `everyone`.",
    tag: "INF",
    evidence: [],
    settings: ["reservedWords"],
  },
  {
    id: "FACT-USER-25",
    statement: {
      "1.1": "A user that is created without a displayName gets the userName as displayName.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar", where: "recorded output of a create" }],
  },
  {
    id: "FACT-USER-91",
    statement: {
      "2.0":
        "What displayName a user gets that is created without one is not known. Assume the userName, as in 1.1.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-26",
    statement:
      "Where members may change their own display names, Slack rejects a change of displayName with `invalid_display_name`. A create may still set it.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors: invalid_display_name" },
      { source: "okta", where: "article on invalid_display_name: a profile push, code 400" },
      { source: "entra", where: "Troubleshooting tips, 2026-04-16" },
    ],
    settings: ["displayNamePolicy"],
  },
  {
    id: "FACT-USER-27",
    statement:
      "A name has three parts: givenName, familyName and honorificPrefix. Slack supports no others.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: name" },
      { source: "go-slack-scimapi", where: "Schemas/Users: name" },
      { source: "connector-scim2", where: "Schemas: name" },
    ],
  },
  {
    id: "FACT-USER-28",
    statement: "Slack returns givenName, familyName and honorificPrefix as they were sent.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Users of v2.0, example" }],
  },
  {
    id: "FACT-USER-29",
    statement:
      "A user that is created without a name gets the display name as givenName, and the empty string as familyName.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users (Multi-Channel Guest Users) of v2.0, example" },
    ],
  },
] as const satisfies readonly Fact[];
