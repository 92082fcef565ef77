import type { Fact } from "./fact.ts";
import { misprint } from "./unused.ts";

/** Paths of the discovery documents, and what holds for the schemas of both versions. */
export const discoveryEndpointFacts = [
  {
    id: "FACT-DISCOVERY-01",
    statement: {
      "1.1": "`GET /ServiceProviderConfigs` (plural) returns 200 with the configuration as JSON.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "GET /ServiceProviderConfigs" }],
  },
  {
    id: "FACT-DISCOVERY-02",
    statement: {
      "2.0": "`GET /ServiceProviderConfig` (singular) returns 200 with the configuration as JSON.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "list of endpoints, version 2.0" },
      { source: "authentik" },
    ],
  },
  {
    id: "FACT-DISCOVERY-03",
    statement: {
      "2.0":
        "`GET /ServiceProviderConfigs`, the plural path of version 1.1, returns 200 with the configuration too.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2, getServiceProviderConfigs" }],
  },
  {
    id: "FACT-DISCOVERY-04",
    statement: {
      "2.0":
        "The reference lists the path as `/ServiceProviderConfig`, but its text still says `/ServiceProviderConfigs`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Service Provider Configuration" }],
    unused: misprint,
  },
  {
    id: "FACT-DISCOVERY-05",
    statement: {
      "1.1": "The singular path `/ServiceProviderConfig` does not exist.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v1SingularProviderConfig"],
  },
  {
    id: "FACT-DISCOVERY-06",
    statement: {
      "1.1": "There are no resource types.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Resource types" }],
  },
  {
    id: "FACT-DISCOVERY-07",
    statement: {
      "1.1": "`GET /ResourceTypes` is rejected like any unknown URL.",
    },
    tag: "INF",
    evidence: [],
    unused: "FACT-SERVICE-10 covers every unknown URL.",
  },
  {
    id: "FACT-DISCOVERY-08",
    statement: {
      "2.0": "`GET /ResourceTypes` returns the resource types `User` and `Group`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /ResourceTypes" },
      { source: "java-sdk-tests", where: "scim2" },
    ],
  },
  {
    id: "FACT-DISCOVERY-09",
    statement: {
      "2.0":
        "`GET /ResourceTypes/User` and `GET /ResourceTypes/Group` return one resource type. Their `meta.location` names these URLs.",
    },
    tag: "INF",
    evidence: [{ source: "connector-scim2", where: "meta.location of the resource types" }],
    settings: ["resourceTypesById"],
  },
  {
    id: "FACT-DISCOVERY-10",
    statement: {
      "1.1": "`GET /Schemas` is not documented, and is rejected like any unknown URL.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v1SchemasList"],
  },
  {
    id: "FACT-DISCOVERY-11",
    statement: {
      "2.0": "`GET /Schemas` returns a list of schemas.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "GET /Schemas, version 2.0" }],
  },
  {
    id: "FACT-DISCOVERY-12",
    statement:
      "`GET /Schemas/Users` and `GET /Schemas/Groups` return 200 with the schema of users and of groups.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /Schemas/Users, GET /Schemas/Groups" },
      { source: "xsoar", where: "version 1.1, Users" },
    ],
  },
  {
    id: "FACT-DISCOVERY-13",
    statement: "The ids of schemas in URLs are the plural names `Users` and `Groups`, not URNs.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Schemas" }],
  },
  {
    id: "FACT-DISCOVERY-14",
    statement: "`GET /Schemas/{urn}` is rejected like any unknown URL.",
    tag: "INF",
    evidence: [],
    settings: ["schemasByUrn"],
  },
  {
    id: "FACT-DISCOVERY-15",
    statement: "The schemas are the authoritative list of the attributes that Slack supports.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Schemas" }],
  },
  {
    id: "FACT-DISCOVERY-16",
    statement:
      "The discovery documents are read-only: Slack rejects writes to the configuration and to schemas.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-DISCOVERY-46",
    statement: {
      "1.1":
        "`GET /Schemas/Users` returns one object with the array `attributes`; each entry has at least a `name` and a `description`.",
    },
    tag: "OBS",
    evidence: [
      { source: "xsoar", where: "field mapper" },
      { source: "go-slack-scimapi", where: "scim/user_schema_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-47",
    statement: {
      "2.0": "`GET /Schemas/Users` and `GET /Schemas/Groups` return the entries of `GET /Schemas`.",
    },
    tag: "INF",
    evidence: [],
    unused: "The embedded organisation does so; no rule may rest on it.",
  },
  {
    id: "FACT-DISCOVERY-48",
    statement: "The schema of users describes the guest extension too.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Multi-channel guest user schema" }],
  },
  {
    id: "FACT-DISCOVERY-49",
    statement:
      "The recorded documents of 2019 (version 1.1) and 2024 (version 2.0) have odd parts. Slack may return a tidier form of the specification today.",
    tag: "INF",
    evidence: [],
    settings: ["discoveryDocuments"],
  },
] as const satisfies readonly Fact[];
