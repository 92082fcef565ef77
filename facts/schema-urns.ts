import type { Fact } from "./fact.ts";
import { misprint } from "./unused.ts";

/** The URNs of schemas and messages. */
export const schemaUrnFacts = [
  {
    id: "FACT-FORMAT-50",
    statement: {
      "1.1": "The URN of the core schema of users is `urn:scim:schemas:core:1.0`.",
      "2.0": "The URN of the core schema of users is `urn:ietf:params:scim:schemas:core:2.0:User`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-51",
    statement: {
      "1.1": "The URN of the core schema of groups is `urn:scim:schemas:core:1.0`.",
      "2.0":
        "The URN of the core schema of groups is `urn:ietf:params:scim:schemas:core:2.0:Group`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-52",
    statement: {
      "1.1": "The URN of the enterprise extension is `urn:scim:schemas:extension:enterprise:1.0`.",
      "2.0":
        "The URN of the enterprise extension is `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-53",
    statement: {
      "1.1": "The URN of Slack's guest extension is `urn:scim:schemas:extension:slack:guest:1.0`.",
      "2.0":
        "The URN of Slack's guest extension is `urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-54",
    statement: {
      "1.1":
        "The URN of Slack's profile extension is `urn:scim:schemas:extension:slack:profile:1.0`.",
      "2.0":
        "The URN of Slack's profile extension is `urn:ietf:params:scim:schemas:extension:slack:profile:2.0:User`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-55",
    statement: {
      "1.1": "The URN of a list is `urn:scim:schemas:core:1.0`.",
      "2.0": "The URN of a list is `urn:ietf:params:scim:api:messages:2.0:ListResponse`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-56",
    statement: {
      "1.1": "A PATCH is a partial resource and has the URN of the core schema.",
      "2.0": "The URN of a PATCH is `urn:ietf:params:scim:api:messages:2.0:PatchOp`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-57",
    statement: {
      "1.1": "An error has no `schemas`.",
      "2.0": "The URN of an error is `urn:ietf:params:scim:api:messages:2.0:Error`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference" }],
  },
  {
    id: "FACT-FORMAT-58",
    statement:
      "`schemas` of a resource lists the URN of its core schema, and the URN of each extension whose block it has.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample responses" }],
  },
  {
    id: "FACT-FORMAT-59",
    statement: "The attributes of an extension are one object under its URN.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample responses" }],
  },
  {
    id: "FACT-FORMAT-60",
    statement: {
      "1.1":
        "A heading of the reference spells the enterprise URN `urn:scim:schemas:extension:enterprises:1.0`. This is a mistake.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>" }],
    unused: misprint,
  },
  {
    id: "FACT-FORMAT-61",
    statement: {
      "2.0":
        "A paragraph of the reference spells the guest URN `urn:scim:schemas:extension:slack:guest:2.0:User`, without `ietf:params`. This is a mistake.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Multi-channel guest user schema" }],
  },
  {
    id: "FACT-FORMAT-62",
    statement: {
      "2.0":
        "A connector lists `urn:ietf:params:scim:schemas:extension:slack:profile:2.0:Group` for groups. No response of Slack is known to have it.",
    },
    tag: "INF",
    evidence: [{ source: "connector-scim2", where: "SlackMode" }],
    unused: "No response has it, so no rule can rest on it.",
  },
] as const satisfies readonly Fact[];
