import type { Fact } from "./fact.ts";

/** `userName` and `nickName`. */
export const userNameFacts = [
  {
    id: "FACT-USER-10",
    statement:
      "Every user has a userName that is not empty. Slack rejects a POST or PUT with an empty userName (`username_empty`), and a POST without one.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "User attributes; Errors: username_empty, username_required" },
      { source: "go-slack-scimapi", where: "Schemas/Users: userName is required" },
      { source: "connector-scim2", where: "Schemas: userName is required" },
    ],
  },
  {
    id: "FACT-USER-11",
    statement:
      "A userName has at most 21 characters, and a longer one is rejected. The attribute table names the limit for 1.1 only, the list of errors for both versions; a client of 2.0 in production shortens its userNames to 21.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "User attributes of v1.1; Errors: username_too_long" },
      { source: "okta", where: "article on long_username" },
      { source: "entra", where: "Troubleshooting tips, 2026-04-16" },
      { source: "hack-club", where: "generation of userNames (2.0)" },
    ],
    settings: ["longUserNameCode"],
  },
  {
    id: "FACT-USER-12",
    statement: {
      "1.1":
        "A userName keeps the characters `.`, `_` and `-`. Every other special character becomes `_`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "User attributes of v1.1" }],
  },
  {
    id: "FACT-USER-13",
    statement: {
      "2.0":
        "The reference says nothing about special characters in a userName, or about an e-mail address as userName. Assume that Slack converts both as in 1.1.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-14",
    statement:
      "Slack stores a userName in lower case: a guest created as `guestUser` is returned as `guestuser`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users (Multi-Channel Guest Users) of v2.0, example" },
    ],
  },
  {
    id: "FACT-USER-17",
    statement:
      "A userName is unique in the organisation, regardless of letter case. Slack rejects one in use with `username_taken`, or alters it until it is unique.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors: username_taken, truncation_error" }],
    settings: ["userNameCollision"],
  },
  {
    id: "FACT-USER-71",
    statement: "A userName must not equal the name of a channel either: `username_taken`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors: username_taken" }],
    settings: ["channelNames"],
  },
  {
    id: "FACT-USER-16",
    statement:
      "Slack does not publish its reserved userNames. Assume the names that mean something in a message or a command, such as `slackbot`, `here`, `channel` and `everyone`.",
    tag: "INF",
    evidence: [],
    settings: ["reservedUserNames"],
  },
  {
    id: "FACT-USER-15",
    statement: {
      "1.1": "A create may send an e-mail address as userName. Slack converts it to a Slack name.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Users of v1.1" }],
  },
  {
    id: "FACT-USER-18",
    statement: {
      "1.1":
        "Slack stores the local part of an e-mail address that was sent as userName: `ada@example.com` becomes `ada`. A later filter `userName eq` with the whole address finds no user, so a script that creates or updates tries to create the user again.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar", where: "recorded output of a create" }],
    changes: [{ date: "2026-11", what: "The effect on a later search was added." }],
  },
  {
    id: "FACT-USER-19",
    statement:
      "nickName is a second name of the userName: the two are equal. One example response of 2.0 shows two different values (`pamela`, `pam`), against this rule.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: userName, nickName" },
      { source: "reference", where: "GET /Users of v2.0, example" },
    ],
  },
  {
    id: "FACT-USER-20",
    statement:
      "A client can rename a user with PATCH and with PUT. IBM's adapter still treats userName and displayName as values that cannot change.",
    tag: "OBS",
    evidence: [
      {
        source: "java-sdk-tests",
        where: "scim and scim2 ApiTest, createAndDeleteFullUser",
      },
      { source: "ibm", where: "supported attributes: not modifiable" },
    ],
    unused: "Confirms FACT-PATCH-45 and FACT-PUT-20, which the rules cite.",
  },
  {
    id: "FACT-USER-74",
    statement:
      "Slack does not say in which attributes it forbids an emoji. Assume userName, nickName and displayName.",
    tag: "INF",
    evidence: [],
    settings: ["emojiNotAllowedIn"],
  },
] as const satisfies readonly Fact[];
