import type { Fact } from "./fact.ts";

/** Which members a returned user has. */
export const userShapeFacts = [
  {
    id: "FACT-USER-49",
    statement:
      "Slack returns some users in a short form: the core attributes without addresses, phoneNumbers, userType, roles, preferredLanguage and locale, and no block but that of a guest. These are bots, guests, and members of an organisation without SCIM profile fields.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "fixtures (1.1)" },
      { source: "xsoar", where: "recorded output (1.1)" },
      { source: "reference", where: "POST /Users (Multi-Channel Guest Users) of v2.0, example" },
    ],
    settings: ["userShape"],
  },
  {
    id: "FACT-USER-50",
    statement:
      "Slack returns the members of an organisation with SCIM profile fields in a long form. It adds userType, preferredLanguage, locale, one address, two phone numbers, one role, and the enterprise and profile blocks with all their members.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET and PUT /Users/<id> of v2.0, examples" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
      { source: "java-sdk-logs", where: "scim v1 and v2 Users" },
    ],
    settings: ["userShape"],
    changes: [{ date: "2025-11", what: "Recorded users of both versions show the profile block." }],
  },
  {
    id: "FACT-USER-51",
    statement:
      "In the long form an attribute without a value is present: it is null, or the empty string for title, displayName and externalId. An address, number or role without a value is an entry whose members are null. honorificPrefix is null or absent.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PUT /Users/<id> of v2.0, example" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
    ],
  },
  {
    id: "FACT-USER-52",
    statement: {
      "1.1":
        'In 2020 a member in the long form without a second e-mail address had the entry `{"value": "", "primary": false}` for it.',
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "fixtures" }],
    settings: ["secondaryEmailPlaceholder"],
  },
  {
    id: "FACT-USER-53",
    statement:
      "In a user, emails, photos, addresses, phoneNumbers, roles and groups are arrays of objects; name, the blocks and manager are objects. No object in an array holds another one, and no block repeats a core attribute.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "GET and POST /Users of v2.0, examples" }],
  },
] as const satisfies readonly Fact[];
