import type { Fact } from "./fact.ts";

/** The schema documents of version 2.0, as recorded in 2024. */
export const schemaDocumentV2Facts = [
  {
    id: "FACT-DISCOVERY-73",
    statement: {
      "2.0":
        "The list of schemas has the members `schemas` and `Resources` only: no `totalResults`, `itemsPerPage` or `startIndex`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
    changes: [
      { date: "2026-11", what: "The recorded documents replace the assumed form of RFC 7643." },
    ],
  },
  {
    id: "FACT-DISCOVERY-74",
    statement: {
      "2.0": "The list has two schemas, User and Group. The extensions have no schema.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-75",
    statement: {
      "2.0":
        "The schemas have the members `id`, `name`, `description`, `meta` and `attributes`, but no `schemas`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-76",
    statement: {
      "2.0":
        "The id of a schema is its URN; the names are `User` and `Group`, the descriptions `Core User` and `Core Group`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-77",
    statement: {
      "2.0":
        "`meta.location` of a schema is relative and lacks the segment `scim`: `/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-78",
    statement: {
      "2.0": "`meta.resourceType` of a schema is `schema`, in lower case.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-79",
    statement: {
      "2.0":
        "The three extensions enterprise, guest and profile stand in `attributes` of the schema of users as 29 loose values: strings, booleans and arrays, not objects.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-80",
    statement: {
      "2.0":
        "The loose values of an extension are the values of one attribute definition in order, without their names: URN, type, `multiValued`, description, characteristics, sub-attributes.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-81",
    statement: {
      "2.0":
        "Enterprise and guest have ten loose values each. Profile has nine, with the characteristics of version 1.1: a schema URN and `readOnly` in place of mutability, returned and uniqueness.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-82",
    statement: {
      "2.0":
        "The schema URN among the values of the profile extension is that of version 1.1, `urn:scim:schemas:extension:slack:profile:1.0`; its `startDate` has `readOnly` and no `mutability`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-83",
    statement: {
      "2.0":
        "The enterprise extension is declared as multi-valued, the guest and profile extensions as single-valued.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-84",
    statement: {
      "2.0": "The descriptions of the extensions name the URNs of version 1.1.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-85",
    statement: {
      "2.0": "`subAttributes` of `manager` is one object (`managerId`), not an array.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-86",
    statement: {
      "2.0":
        "The entry for `groups` lists its sub-attributes under `subattributes`, in lower case.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-87",
    statement: {
      "2.0": "`active` has the type `string`, although its values are booleans.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-88",
    statement: {
      "2.0":
        "`expiration` and `startDate` have the type `datetime`, in lower case; RFC 7643 spells it `dateTime`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-89",
    statement: {
      "2.0": "Multi-valued attributes keep `multiValuedAttributeChildName` of version 1.1.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-90",
    statement: {
      "2.0":
        "Each attribute that is an object states `type`, `multiValued`, `description`, `required`, `caseExact`, `mutability`, `returned` and `uniqueness`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-91",
    statement: {
      "2.0":
        "No attribute has the type `reference` or `referenceTypes`: URLs such as `profileUrl` are strings.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-92",
    statement: {
      "2.0":
        "`id` is always returned, read-only, required, unique as `global`, and `caseExact: false`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-93",
    statement: {
      "2.0":
        "`uniqueness` is `server` for `userName` and for `displayName` of groups, and `none` for all others but the id; also for e-mail addresses, which are unique.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-94",
    statement: {
      "2.0":
        "`returned` is `never` for the parts `type` and `primary` of addresses, `primary` of photos, and the password. `type` of e-mail addresses is declared as returned, but is not.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-95",
    statement: {
      "2.0": "`password` is `writeOnly`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-96",
    statement: {
      "2.0": "`members` is required; its parts `value` and `display` are `immutable`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-97",
    statement: {
      "2.0":
        "The schemas do not describe `schemas`, `externalId` and `meta`, nor other parts of `name` than `familyName`, `givenName` and `honorificPrefix`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
  {
    id: "FACT-DISCOVERY-98",
    statement: {
      "2.0":
        "The guest extension has the sub-attributes `type` (required), `expiration` and `channels`; the parts of `channels` are read-only, `channels` itself is not.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "recorded answer of GET /Schemas, 2024-08" }],
  },
] as const satisfies readonly Fact[];
