import type { Fact } from "./fact.ts";

/** The enterprise block with its manager, and the profile block. */
export const userExtensionFacts = [
  {
    id: "FACT-USER-78",
    statement:
      "Slack returns employeeNumber, costCenter, organization, division and department of the enterprise block as they were sent.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users of v2.0, example" },
      { source: "python-slack-scim", where: "fixtures (1.1)" },
    ],
  },
  {
    id: "FACT-USER-41",
    statement:
      "manager holds managerId and nothing else, in 2.0 too, where the RFC names it `value`. Slack returns no displayName and no `$ref` of the manager.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET and POST /Users of v2.0, examples" },
      { source: "go-slack-scimapi", where: "Schemas/Users: manager" },
      { source: "connector-scim2", where: "Schemas: manager" },
    ],
    changes: [
      {
        date: "2026-11",
        what: "The absent `$ref` is no longer an assumption: both schemas agree.",
      },
    ],
  },
  {
    id: "FACT-USER-42",
    statement:
      "managerId can be given as a Slack id, as the primary e-mail address or as the userName of the manager. Slack returns the id.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: enterprise extension" }],
  },
  {
    id: "FACT-USER-43",
    statement: {
      "2.0":
        'A manager written as the RFC asks (`"manager": {"value": …}`) has no managerId: Slack rejects the whole request with `improper_enterprise_schema_format`.',
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "PATCH /Users/<id> of v2.0, note on managerId; Errors" },
      { source: "authentik", where: "pull request 21857, 2026-04: manager.value is not read" },
    ],
    changes: [{ date: "2026-11", what: "Added: clients of the RFC's form lose the request." }],
  },
  {
    id: "FACT-USER-44",
    statement:
      "Assume that a manager given as a plain text is rejected as one without managerId, and that a managerId that names no user is rejected with `unknown_user`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-45",
    statement:
      "startDate is the only attribute of the profile block. Slack returns it as `2024-04-10T00:00:00+0000`: the offset has no colon, so the value is not a valid xsd:dateTime.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "User attributes; GET /Users/<id> of v2.0, example" },
      { source: "connector-scim2", where: "Schemas: profile extension" },
    ],
  },
  {
    id: "FACT-USER-46",
    statement: "A startDate that ends in `Z` is accepted too.",
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "requests of a create (2.0)" }],
  },
  {
    id: "FACT-USER-47",
    statement:
      "A write that sends the profile block or the guest block must list the URN of the block in `schemas`. The enterprise block needs no URN in a 1.1 PATCH: the examples list the core URN only.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "User attributes: Start Date; POST /Users (guests)" },
      { source: "reference", where: "PATCH /Users/<id> of v1.1: enterprise extension, examples" },
    ],
    settings: ["extensionNeedsUrn"],
  },
  {
    id: "FACT-USER-48",
    statement:
      "What Slack does with an extension block whose URN is missing in `schemas` is not said. Assume that a POST or PUT ignores the block.",
    tag: "INF",
    evidence: [],
    settings: ["extensionNeedsUrn"],
  },
] as const satisfies readonly Fact[];
