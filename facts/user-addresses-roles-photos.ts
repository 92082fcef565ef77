import type { Fact } from "./fact.ts";

/** Attributes of a user with several values in SCIM, of which Slack stores one. */
export const userSingleValueFacts = [
  {
    id: "FACT-USER-66",
    statement:
      "Slack stores one address: the entry with `primary: true`, else the first. It keeps streetAddress, locality, region, postalCode and country, and does not return type, formatted and primary.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: addresses; POST of v2.0, example" },
      { source: "connector-scim2", where: "Schemas: type and primary are never returned" },
    ],
  },
  {
    id: "FACT-USER-76",
    statement: "The country of an address may be any text, such as `USA`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH and GET /Users/<id>, examples" }],
  },
  {
    id: "FACT-USER-67",
    statement:
      'Slack stores one role: the entry with `primary: true`, else the first. A role may be an object or a plain string, and examples send `primary` as the string `"true"`. Slack returns `[{value, primary: true}]`.',
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: roles; POST of v2.0, example" }],
  },
  {
    id: "FACT-USER-68",
    statement:
      'Slack stores one photo: the entry with `primary: true`, else the first. Its value is a public URL or a data URL (`data:image/…;base64,…`). Slack returns `{value, type: "photo"}`: by default a Gravatar URL, for a stored photo a URL where Slack keeps it, not the one that was sent.',
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id>: photos; GET and POST of v2.0, examples" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
    ],
  },
  {
    id: "FACT-USER-69",
    statement:
      "Slack processes a photo after its response: the response to the write still shows the old one.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id> of v1.1: photos" },
      { source: "reference", where: "POST /Users of v2.0, example: the default photo" },
    ],
    settings: ["photoDelayMs"],
  },
] as const satisfies readonly Fact[];
