import type { Fact } from "./fact.ts";

/** E-mail addresses of a user. */
export const userEmailFacts = [
  {
    id: "FACT-USER-54",
    statement:
      'Slack stores two e-mail addresses, the primary and the secondary one. The primary one is the entry with `primary: true`, else the one with `type: "work"`, else the first. Two addresses in a write replace both.',
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: emails" }],
  },
  {
    id: "FACT-USER-55",
    statement:
      "Slack returns at most two addresses, the primary one first: `{value, primary: true}`, then `{value, primary: false}`. A lone address is primary, whether or not the client said so.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST and GET /Users of v2.0, examples" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
    ],
  },
  {
    id: "FACT-USER-75",
    statement: "Slack does not return the type of an e-mail address.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users of v2.0, example" },
      { source: "java-sdk-logs", where: "scim v1 and v2 Users, first entries" },
    ],
  },
  {
    id: "FACT-USER-56",
    statement:
      "The primary address can be replaced, never removed. The secondary one can be changed and removed.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: emails; Errors: missing_primary_email" },
    ],
  },
  {
    id: "FACT-USER-57",
    statement: {
      "2.0":
        "`replace` of emails with an array that contains a new primary address may be rejected as a conflict of two primary elements. One client changes a single value for this reason, with `emails[primary eq true].value`, and its comment is the only report. Assume that Slack replaces the addresses.",
    },
    tag: "INF",
    evidence: [{ source: "slack-objects", where: "scim_update_email, docstring" }],
    settings: ["emailsWithPrimary"],
    changes: [{ date: "2026-11", what: "Added: the report has no proof of a run." }],
  },
  {
    id: "FACT-USER-58",
    statement: "Assume that a new primary address takes the place of the former one.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-59",
    statement:
      "Assume that Slack rejects an e-mail address that is a plain string and not an object, which SCIM 1.1 allows. Slack documents plain strings for roles only.",
    tag: "INF",
    evidence: [],
    settings: ["emailsAsStrings"],
  },
  {
    id: "FACT-USER-92",
    statement:
      "It is not known whether Slack changes the domain of an e-mail address to lower case. Assume that it keeps the address as it was sent.",
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
