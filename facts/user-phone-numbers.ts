import type { Fact } from "./fact.ts";

/** Phone numbers of a user, whose `type` means one thing in a request and another in a response. */
export const userPhoneNumberFacts = [
  {
    id: "FACT-USER-60",
    statement: "Slack stores two phone numbers, primaryPhone and mobilePhone, as they were sent.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: phoneNumbers; POST of v2.0, example" },
    ],
  },
  {
    id: "FACT-USER-61",
    statement:
      'A response lists the mobilePhone first, with `type: "mobile"`, then the primaryPhone with `primary: true`. In a request, `type: "mobile"` means the primaryPhone. So numbers sent as work and mobile come back as mobile and primary, and a client that maps by type sees them swapped.',
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id> of v1.1: phoneNumbers" },
      { source: "reference", where: "POST /Users of v2.0, example" },
    ],
  },
  {
    id: "FACT-USER-62",
    statement: {
      "1.1":
        'A single number with `type: "work"` becomes the mobilePhone; one with `type: "mobile"`, with `primary` (`true` or `false`) or with neither becomes the primaryPhone.',
      "2.0":
        'A single number with `type: "work"` becomes the mobilePhone, one with `primary: true` the primaryPhone.',
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id> of v1.1: phoneNumbers, tables" },
      { source: "reference", where: "PATCH /Users/<id> of v2.0: phoneNumbers, examples" },
    ],
  },
  {
    id: "FACT-USER-77",
    statement: {
      "1.1":
        'Of two numbers, `primary: true` becomes the primaryPhone and the other one the mobilePhone; without it, `type: "mobile"` becomes the primaryPhone and `type: "work"` the mobilePhone.',
      "2.0":
        'Of two numbers, `primary: true` becomes the primaryPhone and `primary: false` the mobilePhone; `type: "mobile"` becomes the primaryPhone and `type: "work"` the mobilePhone.',
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id> of v1.1: phoneNumbers, tables" },
      { source: "reference", where: "PATCH /Users/<id> of v2.0: phoneNumbers; POST, example" },
    ],
  },
  {
    id: "FACT-USER-63",
    statement: {
      "2.0":
        'The reference has no table for the other forms. Assume those of 1.1: a single number with `type: "mobile"`, with `primary: false` or with neither is the primaryPhone; next to a primary number one without marks is the mobilePhone.',
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-64",
    statement:
      'A client that sends back what it read sends `{type: "mobile"}` and `{primary: true}`, and by the rules of requests both mean the primaryPhone. Assume that `primary: true` wins.',
    tag: "INF",
    evidence: [],
    settings: ["phoneConflict"],
  },
  {
    id: "FACT-USER-65",
    statement: "Assume that a number in the form of RFC 3966 (`tel:+1-…`) is kept as it was sent.",
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
