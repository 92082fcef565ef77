import type { Fact } from "./fact.ts";

/** The resource types of version 2.0. */
export const resourceTypeFacts = [
  {
    id: "FACT-DISCOVERY-34",
    statement: {
      "2.0":
        "The list of resource types has the members `schemas` and `Resources` only: no `totalResults`, `itemsPerPage` or `startIndex`.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim/v2/ResourceTypes.json" },
      { source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" },
    ],
  },
  {
    id: "FACT-DISCOVERY-35",
    statement: {
      "2.0": "The list of resource types has the URN of a list response in `schemas`.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim/v2/ResourceTypes.json" },
      { source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" },
    ],
  },
  {
    id: "FACT-DISCOVERY-36",
    statement: {
      "2.0":
        "A resource type has the members `schemas`, `id`, `name`, `endpoint`, `description`, `schema` and `meta`.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim/v2/ResourceTypes.json" },
      { source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" },
    ],
  },
  {
    id: "FACT-DISCOVERY-37",
    statement: {
      "2.0": "The endpoints are `/Users` and `/Groups`, relative to the base URL.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" }],
  },
  {
    id: "FACT-DISCOVERY-38",
    statement: {
      "2.0": "The descriptions are `User Account` and `Group`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" }],
    changes: [{ date: "2026-11", what: "The texts were found; others were assumed before." }],
  },
  {
    id: "FACT-DISCOVERY-39",
    statement: {
      "2.0": "`schemaExtensions` is an array of objects with `schema` and `required`.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim/v2/ResourceTypes.json" },
      { source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" },
    ],
  },
  {
    id: "FACT-DISCOVERY-40",
    statement: {
      "2.0":
        "Only the resource type of users has `schemaExtensions`; that of groups has no such member.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" }],
  },
  {
    id: "FACT-DISCOVERY-41",
    statement: {
      "2.0": "No extension is required.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" }],
  },
  {
    id: "FACT-DISCOVERY-42",
    statement: {
      "2.0":
        "The resource type of users names four extensions: enterprise, guest, profile and `urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User`.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" }],
    changes: [
      { date: "2026-11", what: "The fourth extension was found; three were known before." },
    ],
  },
  {
    id: "FACT-DISCOVERY-43",
    statement: {
      "2.0": "The schemas do not describe the directory extension.",
    },
    tag: "OBS",
    evidence: [{ source: "connector-scim2", where: "schemas, 2024-08; resource types, 2025-03" }],
  },
  {
    id: "FACT-DISCOVERY-44",
    statement: {
      "2.0":
        "Users do not have a block of the directory extension. What it would hold is not known.",
    },
    tag: "INF",
    evidence: [],
    settings: ["directoryBlock"],
  },
  {
    id: "FACT-DISCOVERY-45",
    statement: {
      "2.0":
        '`meta` of a resource type has an absolute `location` and `resourceType: "ResourceType"`.',
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim/v2/ResourceTypes.json" },
      { source: "connector-scim2", where: "Scim2SlackConnectorTest, 2025-03" },
    ],
  },
] as const satisfies readonly Fact[];
