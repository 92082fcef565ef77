import type { Fact } from "./fact.ts";
import { background } from "./unused.ts";

/** Where Slack's SCIM API is, who may use it, and what it does not offer. */
export const serviceFacts = [
  {
    id: "FACT-SERVICE-01",
    statement: {
      "1.1": "The base URL is `https://api.slack.com/scim/v1/`.",
      "2.0": "The base URL is `https://api.slack.com/scim/v2/`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference" },
      { source: "java-sdk" },
      { source: "python-sdk-tests", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-SERVICE-02",
    statement: "The SCIM API is available on the plans Business+ and Enterprise.",
    tag: "DOC",
    evidence: [{ source: "guide" }, { source: "reference", where: "Errors, plus_teams_only" }],
    settings: ["plan"],
  },
  {
    id: "FACT-SERVICE-03",
    statement: "Slack rejects calls of an organisation on another plan with `plus_teams_only`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, plus_teams_only" }],
    settings: ["plan"],
  },
  {
    id: "FACT-SERVICE-04",
    statement:
      "Slack's help centre adds the plans Free and Pro where a Salesforce org is connected. The reference excludes them.",
    tag: "DOC",
    evidence: [
      { source: "guide", where: "nearest; read in Slack's help centre, article 212572638" },
    ],
    unused: background,
  },
  {
    id: "FACT-SERVICE-05",
    statement:
      "Without a plan that includes SCIM, every URL of the API returns 404. The token is not the cause.",
    tag: "INF",
    evidence: [],
    settings: ["plan", "errorStatusOverrides"],
    changes: [
      {
        date: "2026-11",
        what: "Reported by users, without a recorded answer; the reference names `plus_teams_only` only.",
      },
    ],
  },
  {
    id: "FACT-SERVICE-06",
    statement:
      "In an Enterprise organisation the app must be installed on the organisation. Slack rejects the token of a workspace installation with `non_org_teams_only`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, non_org_teams_only" }],
    settings: ["workspaceToken"],
  },
  {
    id: "FACT-SERVICE-07",
    statement:
      "In an Enterprise organisation every call acts on the whole organisation, not on one workspace.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, non_org_teams_only" }],
    unused: background,
  },
  {
    id: "FACT-SERVICE-08",
    statement: "A SCIM group is a user group on Business+ and an IdP group on Enterprise.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors, group_member_max_exceeded" },
      { source: "guide", where: "nearest; Slack's help centre, article 212572638" },
    ],
    unused: background,
  },
  {
    id: "FACT-SERVICE-09",
    statement: "The handle (unique display name) of a group cannot be set through SCIM.",
    tag: "DOC",
    evidence: [{ source: "guide", where: "nearest; Slack's help centre, article 212572638" }],
    unused: background,
  },
  {
    id: "FACT-SERVICE-10",
    statement: "Slack rejects a request to an unknown URL with `bad_endpoint`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, bad_endpoint" }],
  },
  {
    id: "FACT-SERVICE-11",
    statement:
      "Slack rejects methods other than `GET`, `POST`, `PUT`, `PATCH` and `DELETE` with `method_not_allowed`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, method_not_allowed" }],
  },
  {
    id: "FACT-SERVICE-12",
    statement: "Slack offers no bulk operations: `/Bulk` returns 404 like any unknown URL.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-SERVICE-13",
    statement:
      "Slack offers no alias for the authenticated user: `/Me` returns 404 like any unknown URL.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-SERVICE-14",
    statement: "Slack offers no search by POST: `/.search` returns 404 like any unknown URL.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-SERVICE-15",
    statement:
      "The code `unsupported_version` says that Slack does not support the SCIM version of the request.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, unsupported_version" }],
    unused: "The same as FACT-ERROR-12.",
  },
  {
    id: "FACT-SERVICE-16",
    statement: "Slack rejects a URL with an unknown protocol version, such as `/scim/v9/Users`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-SERVICE-17",
    statement:
      "It is not known how Slack answers a URL without a protocol version. The assumption is that it rejects it like any unknown URL.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-SERVICE-18",
    statement: {
      "2.0":
        "In 2023 version 2.0 may have been open to some organisations only: its answer to a bad token was `unsupported_version`.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk-tests", where: "history of scim2/ApiTest" }],
  },
] as const satisfies readonly Fact[];
