import type { Fact } from "./fact.ts";
import { background } from "./unused.ts";

/** Tokens, and how Slack answers without a valid one. */
export const authenticationFacts = [
  {
    id: "FACT-AUTH-01",
    statement: "A client needs an OAuth user token (`xoxp-…`) with the scope `admin`.",
    tag: "DOC",
    evidence: [
      { source: "reference" },
      { source: "python-sdk-tests" },
      { source: "python-slack-scim" },
    ],
  },
  {
    id: "FACT-AUTH-02",
    statement: "An Owner or Admin has to create the token.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, invalid_authentication" }],
    unused: background,
  },
  {
    id: "FACT-AUTH-03",
    statement: "The token is sent as `Authorization: Bearer <token>`.",
    tag: "DOC",
    evidence: [
      { source: "reference" },
      { source: "python-sdk-tests" },
      { source: "python-slack-scim" },
    ],
  },
  {
    id: "FACT-AUTH-04",
    statement: "No request for users or groups succeeds without a valid token.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors, missing_authentication and invalid_authentication" },
    ],
  },
  {
    id: "FACT-AUTH-05",
    statement:
      "A token without the scope `admin`, or not installed by an administrator, may be rejected with `invalid_authentication`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, invalid_authentication" }],
    unused: "A run has no such token; one without permission is FACT-AUTH-06.",
  },
  {
    id: "FACT-AUTH-06",
    statement:
      "Slack rejects a request with `permission_denied` if the token has no permission for the action.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, permission_denied" }],
    settings: ["insufficientToken"],
  },
  {
    id: "FACT-AUTH-07",
    statement: "`GET /ServiceProviderConfigs` returns 200 with an invalid token.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim and scim2, getServiceProviderConfigs_dummy" },
    ],
  },
  {
    id: "FACT-AUTH-08",
    statement:
      "Schemas and resource types need a valid token. Only the configuration was read without one.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-AUTH-09",
    statement: {
      "1.1":
        "Slack rejects an empty bearer token (`Authorization: Bearer`) with 401 and `invalid_authentication`, not `missing_authentication`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "tests" }],
  },
  {
    id: "FACT-AUTH-10",
    statement: "The code `missing_authentication` says that the token is missing.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, missing_authentication" }],
  },
  {
    id: "FACT-AUTH-11",
    statement:
      "A request without the header `Authorization` returns 401 with `missing_authentication`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-AUTH-12",
    statement: {
      "1.1": "A request with a bad token returns 401 with `invalid_authentication`.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-AUTH-13",
    statement:
      'The body of a rejected bad token has the form of version 1.1 in both versions: `{"Errors":{"description":"invalid_authentication","code":401}}`.',
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim and scim2" },
      { source: "python-slack-scim", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-AUTH-14",
    statement: {
      "2.0":
        "In 2023 a request with a bad token returned 400 with `unsupported_version`, in the envelope of version 1.1.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2, May 2023" }],
    settings: ["v2AuthError"],
  },
  {
    id: "FACT-AUTH-15",
    statement: {
      "2.0":
        "Since 2026 at the latest, a request with a bad token returns 401 with `invalid_authentication`, in the envelope of version 1.1.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2, changed on 2026-08-05" }],
    settings: ["v2AuthError"],
    changes: [
      {
        date: "2026-08",
        what: "The tests of the Java SDK expect 401 `invalid_authentication` instead of 400 `unsupported_version`. Slack may have changed earlier.",
      },
    ],
  },
  {
    id: "FACT-AUTH-16",
    statement: {
      "2.0":
        "All errors of the layer that checks tokens, plans and installations have the envelope of version 1.1, not that of 2.0.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk-tests", where: "scim2: observed for a bad token only" }],
  },
  {
    id: "FACT-AUTH-17",
    statement: "A 401 response has no header `WWW-Authenticate`.",
    tag: "INF",
    evidence: [],
    settings: ["wwwAuthenticate"],
  },
] as const satisfies readonly Fact[];
