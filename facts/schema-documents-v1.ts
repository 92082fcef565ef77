import type { Fact } from "./fact.ts";

/** The schema documents of version 1.1, as recorded in 2019. */
export const schemaDocumentV1Facts = [
  {
    id: "FACT-DISCOVERY-50",
    statement: {
      "1.1":
        "The schema of users has the id `urn:scim:schemas:core:1.0:User`, the name `User`, the description `Core User` and the endpoint `/Users`.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
    changes: [
      {
        date: "2026-11",
        what: "The recorded documents replace the assumed form of the specification.",
      },
    ],
  },
  {
    id: "FACT-DISCOVERY-51",
    statement: {
      "1.1":
        "`schema` of the schema of users is an array with the URNs of the core and the enterprise schema, not one string.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-52",
    statement: {
      "1.1":
        "The enterprise extension is one complex attribute of the schema of users; its name is the URN `urn:scim:schemas:extension:enterprise:1.0`.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-53",
    statement: {
      "1.1":
        "The enterprise extension is declared as `multiValued: true`, although users have one block. It names no child element.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-54",
    statement: {
      "1.1": "`subAttributes` of `manager` is one object (`managerId`), not an array.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-55",
    statement: {
      "1.1":
        "The entry for `groups` lists its sub-attributes under `subattributes`, in lower case.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-56",
    statement: {
      "1.1": "`active` has the type `string`, although its values are booleans.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-57",
    statement: {
      "1.1":
        "`id` is declared as `required: true` and `readOnly: true`, and `groups` of a user as `readOnly: true`.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-58",
    statement: {
      "1.1": "Sub-attributes carry `multiValued`, which the specification has for attributes only.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-59",
    statement: {
      "1.1":
        "`canonicalValues` stand at the sub-attribute `type`: work, home and other for e-mail and postal addresses; work, home, mobile, pager, fax and other for phone numbers; photo and thumbnail for photos.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-60",
    statement: {
      "1.1":
        "`addresses` and `photos` describe the sub-attributes `type` and `primary`, and `emails` describes `type`, although responses leave some of them out.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-61",
    statement: {
      "1.1": "The schema of users of 2019 describes neither the guest nor the profile extension.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
    changes: [
      {
        date: "2026-11",
        what: "Recorded in 2019. The reference says today that the guest extension is described here.",
      },
    ],
  },
  {
    id: "FACT-DISCOVERY-62",
    statement: {
      "1.1": "The schemas do not describe `schemas`, `externalId` and `meta`.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-63",
    statement: {
      "1.1": "`name` has the sub-attributes `familyName`, `givenName` and `honorificPrefix` only.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-64",
    statement: {
      "1.1":
        "Each attribute states `name`, `type`, `multiValued`, `description`, `schema`, `readOnly`, `required` and `caseExact`.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-65",
    statement: {
      "1.1":
        "Each multi-valued core attribute names its child element in `multiValuedAttributeChildName`, such as `email`.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-66",
    statement: {
      "1.1": "`id`, `userName` and `emails` are required; `displayName` and `name` are not.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-67",
    statement: {
      "1.1": "All attributes are declared as `caseExact: false`, the id too.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
      { source: "go-slack-scimapi", where: "scim/group_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-68",
    statement: {
      "1.1":
        "Descriptions are those of the specification, also where Slack differs: `nickName` is called a casual name, and `country` is said to be an ISO 3166-1 code.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/user_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-69",
    statement: {
      "1.1":
        "The schema of groups has no `id`. It has the name `Group`, the description `Core Group`, the endpoint `/Groups`, and one string as `schema`.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/group_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-70",
    statement: {
      "1.1": "`displayName` of groups is declared as `readOnly: true`, although it can be written.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/group_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-71",
    statement: {
      "1.1":
        "`members` is declared as `required: true`, although a group can be created without members.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/group_schema_test.go" }],
  },
  {
    id: "FACT-DISCOVERY-72",
    statement: {
      "1.1":
        "`members` has the sub-attributes `value` and `display`, both declared as read-only; there is no `type`.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/group_schema_test.go" }],
  },
] as const satisfies readonly Fact[];
