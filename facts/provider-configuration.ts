import type { Fact } from "./fact.ts";

/** The service provider configuration. */
export const providerConfigurationFacts = [
  {
    id: "FACT-DISCOVERY-17",
    statement: {
      "1.1":
        "The configuration has the members `authenticationSchemes`, `patch`, `bulk`, `filter`, `changePassword`, `sort`, `etag` and `xmlDataFormat`.",
      "2.0":
        "The configuration has the same members as in version 1.1, at least under the plural path.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, version 1.1" },
      { source: "java-sdk-logs", where: "version 2.0" },
    ],
  },
  {
    id: "FACT-DISCOVERY-18",
    statement: "The configuration has neither `schemas` nor `meta`.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, version 1.1" },
      { source: "java-sdk-logs", where: "version 2.0" },
    ],
  },
  {
    id: "FACT-DISCOVERY-19",
    statement: {
      "2.0": "The configuration keeps `xmlDataFormat` of version 1.1.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-logs" }],
  },
  {
    id: "FACT-DISCOVERY-20",
    statement: {
      "2.0": "The configuration keeps `specUrl` of version 1.1 in its authentication scheme.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-logs" }],
  },
  {
    id: "FACT-DISCOVERY-21",
    statement: "The configuration has no `documentationUrl`.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, version 1.1" },
      { source: "java-sdk-logs", where: "version 2.0" },
    ],
  },
  {
    id: "FACT-DISCOVERY-22",
    statement: {
      "1.1":
        "The configuration names one authentication scheme, with type `oauthbearertoken` and `primary: true`.",
      "2.0":
        "The configuration names one authentication scheme, with a type, a name and a description.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, version 1.1" },
      { source: "java-sdk-logs", where: "version 2.0, without the texts" },
    ],
  },
  {
    id: "FACT-DISCOVERY-23",
    statement: {
      "1.1":
        "The scheme has the name `OAuth Bearer Token` and the description `Authentication Scheme using the OAuth Bearer Token Standard`.",
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/service_provider_config_test.go" }],
    changes: [
      { date: "2026-11", what: "The description was found; another one was assumed before." },
    ],
  },
  {
    id: "FACT-DISCOVERY-24",
    statement: {
      "1.1":
        "`specUrl` of the scheme is `http://tools.ietf.org/html/draft-ietf-oauth-v2-bearer-01`.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-25",
    statement: {
      "1.1": "`patch.supported` was false in 2019 and true in 2020. Either value can be right.",
    },
    tag: "OBS",
    evidence: [
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, 2019-05" },
      { source: "python-slack-scim", where: "2020" },
    ],
    settings: ["v1PatchAnnounced"],
    changes: [
      { date: "2020", what: "Slack announces PATCH as supported." },
      {
        date: "2026-11",
        what: "The recording of 2019 with false was found; only true was known before.",
      },
    ],
  },
  {
    id: "FACT-DISCOVERY-26",
    statement: {
      "1.1": "PATCH works whichever value `patch.supported` has.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-sdk-tests" },
      { source: "slack-driver", where: "2018, PATCH while the flag was false" },
    ],
  },
  {
    id: "FACT-DISCOVERY-27",
    statement: {
      "2.0": "`patch.supported` is true.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-DISCOVERY-28",
    statement:
      "`filter.supported` is false, although filters work. Clients that trust it do not look up existing resources.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go, version 1.1" },
      { source: "authentik", where: "version 2.0: its Slack mode overrides the flag" },
    ],
  },
  {
    id: "FACT-DISCOVERY-29",
    statement: {
      "1.1":
        "The configuration announces no bulk, password changes, sorting, ETags or XML: these flags are false.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-30",
    statement: {
      "2.0":
        "The configuration announces no bulk, password changes, sorting, ETags or XML: these flags are false.",
    },
    tag: "INF",
    evidence: [
      { source: "java-sdk-logs", where: "the members only: the samples replace booleans by false" },
    ],
  },
  {
    id: "FACT-DISCOVERY-31",
    statement: {
      "1.1": "`bulk.maxOperations`, `bulk.maxPayloadSize` and `filter.maxResults` are 0.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim" },
      { source: "go-slack-scimapi", where: "scim/service_provider_config_test.go" },
    ],
  },
  {
    id: "FACT-DISCOVERY-32",
    statement: {
      "2.0": "`bulk.maxOperations`, `bulk.maxPayloadSize` and `filter.maxResults` are 0.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk-logs", where: "the members only: the samples replace numbers" }],
  },
  {
    id: "FACT-DISCOVERY-33",
    statement:
      "`sort.supported` is false, yet an invalid `sortOrder` has its own error code, `invalid_sort_order`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, invalid_sort_order" }],
  },
] as const satisfies readonly Fact[];
