import type { Fact } from "./fact.ts";

/** The forms of errors, and the HTTP statuses that go with their codes. */
export const errorFacts = [
  {
    id: "FACT-ERROR-01",
    statement: {
      "1.1":
        "The body of an error is `Errors` with `description` and `code`, and nothing else. `Errors` is one object, not an array.",
    },
    tag: "OBS",
    evidence: [
      { source: "okta", where: "articles on error bodies" },
      { source: "java-sdk-tests", where: "scim/ApiTest" },
      { source: "python-slack-scim", where: "wire log" },
    ],
  },
  {
    id: "FACT-ERROR-02",
    statement: { "1.1": "`code` is the HTTP status, as an integer." },
    tag: "OBS",
    evidence: [
      { source: "okta", where: "articles on error bodies" },
      { source: "java-sdk-tests", where: "scim/ApiTest" },
      { source: "python-slack-scim", where: "wire log" },
    ],
  },
  {
    id: "FACT-ERROR-03",
    statement: {
      "2.0":
        "The body of an error has `schemas` with `urn:ietf:params:scim:api:messages:2.0:Error`, `detail` and `status`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors, the example" },
      { source: "guide", where: "error structure" },
    ],
  },
  {
    id: "FACT-ERROR-04",
    statement: {
      "2.0": "`status` is the HTTP status, as a number. RFC 7644 section 3.12 requires a string.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, the example" }],
  },
  {
    id: "FACT-ERROR-05",
    statement: { "2.0": "Errors have no `scimType`: none is shown anywhere." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, the example" }],
  },
  {
    id: "FACT-ERROR-06",
    statement: {
      "1.1":
        "`description` is a code word, sometimes followed by a space and context in parentheses. A client compares the first word.",
    },
    tag: "OBS",
    evidence: [
      { source: "okta", where: "articles on error bodies" },
      { source: "python-sdk-tests", where: "no_filters (is_aggregate_call=1)" },
    ],
    settings: ["errorSuffixes"],
  },
  {
    id: "FACT-ERROR-07",
    statement: { "2.0": "`detail` is a code word, the same as in version 1.1." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors: one list for both versions, the example" }],
  },
  {
    id: "FACT-ERROR-08",
    statement: {
      "1.1":
        "The context of an error names the user, as `(user=…)` or `(username=…)`, in a create as well as in an update.",
    },
    tag: "OBS",
    evidence: [
      { source: "okta", where: "username_not_allowed (user=…) on createNewUser" },
      {
        source: "okta",
        where:
          "long_username, invalid_name_specials and invalid_display_name (user=…) on pushUserProfile",
      },
      {
        source: "cloudnative",
        where: "username_taken (username=…)",
      },
    ],
    settings: ["errorSuffixes", "v1CreateErrorSuffix"],
    changes: [
      {
        date: "2026-11",
        what: "was known of updates only; public reports show it on a create too",
      },
    ],
  },
  {
    id: "FACT-ERROR-09",
    statement: {
      "2.0": "`email_taken` names the owner of the address: `email_taken (existing_user=U…)`.",
    },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb, create_user" }],
    settings: ["errorSuffixes"],
  },
  {
    id: "FACT-ERROR-72",
    statement:
      "The list of error codes gives no HTTP statuses. The assumption for a code that complains of the request is 400.",
    tag: "INF",
    evidence: [{ source: "reference", where: "Errors" }],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-73",
    statement:
      "The assumption for `bad_endpoint`, `no_such_user`, `unknown_user` and `no_such_group` is 404, whatever the method. 400 is possible.",
    tag: "INF",
    evidence: [],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-74",
    statement: {
      "1.1":
        "A group that does not exist, or no longer, is answered with 404. That the code is `no_such_group` was not seen.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar", where: "handling of 404 on groups" }],
  },
  {
    id: "FACT-ERROR-75",
    statement:
      "The assumption for codes that deny permission is 403: `permission_denied`, `non_org_teams_only`, `plus_teams_only`, `password_change_not_allowed`, `primary_owner_check_failure` and those that begin with `cannot_`, but for `cannot_decode_user_id`. 400 is possible.",
    tag: "INF",
    evidence: [],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-76",
    statement: { "2.0": "POST of a user with the address of another user is answered with 409." },
    tag: "OBS",
    evidence: [{ source: "slack-objects", where: "test_create_user_duplicate_email asserts it" }],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
  {
    id: "FACT-ERROR-77",
    statement: {
      "1.1": "POST of a user with the userName of another user is answered with 409, Conflict.",
    },
    tag: "OBS",
    evidence: [
      {
        source: "cloudnative",
        where: "createNewUser: Conflict",
      },
    ],
    changes: [{ date: "2026-11", what: "was an assumption; a public report shows it" }],
  },
  {
    id: "FACT-ERROR-78",
    statement:
      "For other conflicts, an update to a name or address that is taken among them, the status is assumed to be 409. 400 is possible.",
    tag: "INF",
    evidence: [],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-79",
    statement: "Errors of Slack have one of the statuses 400, 401, 403, 404, 409 and 429.",
    tag: "OBS",
    evidence: [{ source: "ibm", where: "error handling" }],
  },
  {
    id: "FACT-ERROR-80",
    statement: {
      "1.1":
        "`username_not_allowed`, `long_username` and `invalid_name_specials` are answered with 400.",
    },
    tag: "OBS",
    evidence: [{ source: "okta", where: "articles on error bodies" }],
  },
  {
    id: "FACT-ERROR-81",
    statement: "The assumption for `method_not_allowed` is 405. 400 is possible.",
    tag: "INF",
    evidence: [],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-82",
    statement:
      "The assumption for a failure of Slack is 500: `database_query_failure`, `group_members_create_failed`, `failed_to_remove_users_for_linked_subteam`, `unable_to_create_team_profile_fields` and `invited_user_not_created`. 400 and 503 are possible.",
    tag: "INF",
    evidence: [],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-83",
    statement:
      "The assumption for `user_creation_failed`, `group_creation_failed` and `idp_group_linked_to_channels` is 409, since a conflict is among their causes. 400, 403 and 500 are possible.",
    tag: "INF",
    evidence: [{ source: "authentik", where: "looks for the group when its creation conflicts" }],
    settings: ["errorStatusOverrides"],
  },
  {
    id: "FACT-ERROR-84",
    statement:
      "It is not known how Slack rejects a body that is not JSON. The assumption is 400 and `invalid_request_payload`.",
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
