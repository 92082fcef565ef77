import type { Evidence, Fact } from "./fact.ts";

/** Slack's list of error codes, which is one for both versions. */
const list = [{ source: "reference", where: "Errors" }] as const satisfies readonly Evidence[];

/** Error codes of any request, of filters and of limits: when each is sent. */
export const requestErrorFacts = [
  {
    id: "FACT-ERROR-10",
    statement: "`bad_endpoint`: the URL does not exist.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-11",
    statement: "`method_not_allowed`: the method is none of GET, POST, PUT, PATCH and DELETE.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-12",
    statement: "`unsupported_version`: the version in the URL is not supported.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-13",
    statement:
      "`invalid_authentication`: the token is malformed, not sent as a bearer token, without the scope `admin`, or not installed by an administrator.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-14",
    statement: "`missing_authentication`: the request has no token.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-15",
    statement: "`permission_denied`: the token does not permit the requested action.",
    tag: "DOC",
    evidence: list,
    settings: ["insufficientToken"],
  },
  {
    id: "FACT-ERROR-16",
    statement:
      "`non_org_teams_only`: in an Enterprise organisation, the app is installed on a workspace and not on the organisation.",
    tag: "DOC",
    evidence: list,
    settings: ["workspaceToken"],
  },
  {
    id: "FACT-ERROR-17",
    statement: "`plus_teams_only`: the plan is neither Business+ nor Enterprise.",
    tag: "DOC",
    evidence: list,
    settings: ["plan"],
  },
  {
    id: "FACT-ERROR-18",
    statement:
      "`missing_user_id` and `missing_group_id`: the URL has no id where the method needs one.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-19",
    statement: "`cannot_decode_user_id`: the id of a user cannot be decoded.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-20",
    statement: "`no_such_user` and `unknown_user`: the user does not exist.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-21",
    statement: "`no_such_group`: the group does not exist.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-22",
    statement:
      "`no_such_group_members`: users that a request names as members of a group do not exist.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-23",
    statement: "`missing_schema_element`: the request has no `schemas`. The status is 400.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors, and the example" }],
  },
  {
    id: "FACT-ERROR-24",
    statement:
      "`invalid_request_payload`: the body may contain attributes that are not supported. Slack does not say which make it reject a request.",
    tag: "DOC",
    evidence: list,
    settings: ["unknownMembers"],
  },
  {
    id: "FACT-ERROR-25",
    statement:
      "`invalid_attribute_format`: an attribute has the wrong type, such as a single value for a multi-valued attribute or the reverse.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-26",
    statement:
      "`addresses_invalid`, `emails_invalid`, `groups_invalid`, `phoneNumbers_invalid`, `photos_invalid` and `roles_invalid`: the attribute of that name is malformed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-64",
    statement: "`no_filters`: the parameter `filter` contains no expression.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-65",
    statement:
      "`incomplete_filter`: the filter is malformed; its parts may not be separated by a single space.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-66",
    statement: "`invalid_query`: the filter names an unknown attribute or operator.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-67",
    statement:
      "`invalid_filter_group`: the parentheses of a filter do not match, or enclose nothing.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-68",
    statement:
      "`query_building_failed`: Slack cannot translate the filter. `database_query_failure`: the translated query failed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-69",
    statement: "`invalid_sort_order`: `sortOrder` is neither `ascending` nor `descending`.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-70",
    statement: "`resource_locked`: there are too many updates of a group in a short time.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-71",
    statement: "`too_many_requests`: there are too many requests in a short time.",
    tag: "DOC",
    evidence: list,
  },
] as const satisfies readonly Fact[];
