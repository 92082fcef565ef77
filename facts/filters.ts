import type { Fact } from "./fact.ts";

/** Filters of lists. */
export const filterFacts = [
  {
    id: "FACT-FILTER-01",
    statement: {
      "1.1": "The reference documents the parameter `filter` for methods that return a list.",
      "2.0": "The reference says of filters that they do not apply to version 2.0.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
    settings: ["v2Filter"],
  },
  {
    id: "FACT-FILTER-02",
    statement: { "2.0": 'Filters work nevertheless: `userName eq "…"` finds the user.' },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim2/ApiTest.createAndDeleteFullUser" },
      { source: "hack-club", where: "scim_service.rb" },
    ],
    settings: ["v2Filter"],
  },
  {
    id: "FACT-FILTER-03",
    statement: { "2.0": 'The filter `emails eq "…"` finds the user with that address.' },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb" }],
    settings: ["v2Filter"],
  },
  {
    id: "FACT-FILTER-04",
    statement: {
      "2.0":
        'The filter `email eq "…"`, the form of version 1.1, finds the user in version 2.0 too.',
    },
    tag: "OBS",
    evidence: [{ source: "ansible-iam", where: "slack_manage_users.yml, since 2023-05" }],
    settings: ["v2Filter"],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
  {
    id: "FACT-FILTER-05",
    statement: { "2.0": 'The filter `emails.value eq "…"` finds the user.' },
    tag: "OBS",
    evidence: [{ source: "slack-objects", where: "users.py, scim_search_user_by_email" }],
    settings: ["v2Filter"],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
  {
    id: "FACT-FILTER-06",
    statement: 'The filter `displayName eq "…"` finds a group, though no document says so.',
    tag: "OBS",
    evidence: [
      { source: "xsoar", where: "version 1.1" },
      { source: "python-slack-scim", where: "version 1.1" },
      { source: "authentik", where: "version 2.0: clients/groups.py" },
    ],
  },
  {
    id: "FACT-FILTER-07",
    statement: {
      "1.1":
        "Users can be filtered by `username`, `email`, `restricted` and `ultra_restricted`. Slack's examples and SDKs write `userName`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
    settings: ["filterAttributes"],
  },
  {
    id: "FACT-FILTER-08",
    statement: { "1.1": "The filter `restricted eq '1'` finds the multi-channel guests." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-09",
    statement: { "1.1": "The attribute `ultra_restricted` finds the single-channel guests." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-10",
    statement: {
      "1.1": "The operators are `eq`, `co`, `sw`, `pr`, `gt`, `ge`, `lt` and `le`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-11",
    statement: { "1.1": "Expressions are joined with `and` and `or`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-12",
    statement: { "1.1": "Expressions are grouped with `(` and `)`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-13",
    statement: {
      "1.1":
        "`ne`, `ew`, `not` and brackets are not in the list of valid operators; a filter with an invalid operator is rejected.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter; Errors: invalid_query" }],
  },
  {
    id: "FACT-FILTER-14",
    statement: {
      "1.1":
        "Attributes are evaluated first, then groups, then `and`, then `or`: the standard order of operations.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-15",
    statement: { "1.1": "The letter case of attribute names does not matter." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-16",
    statement: { "1.1": "The letter case of operators does not matter: `Eq` is `eq`." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-17",
    statement: { "2.0": "The operator `Eq` works as `eq` does." },
    tag: "OBS",
    evidence: [{ source: "ansible-iam", where: "slack_manage_users.yml, since 2023-05" }],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
  {
    id: "FACT-FILTER-18",
    statement: {
      "1.1":
        'User names are compared without regard to letter case: `userName Eq "Carly"` and `username eq "carly"` find the same.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter, the example" }],
  },
  {
    id: "FACT-FILTER-19",
    statement: {
      "1.1":
        "A filter needs at least one expression: an attribute, an operator and, but for `pr`, a value.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter; Errors: no_filters, incomplete_filter" }],
  },
  {
    id: "FACT-FILTER-20",
    statement: {
      "1.1":
        "The parts of a filter are separated by a single space; otherwise the error is `incomplete_filter`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Errors: incomplete_filter" }],
  },
  {
    id: "FACT-FILTER-21",
    statement: { "1.1": "String literals are valid JSON strings, thus in double quotes." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter" }],
  },
  {
    id: "FACT-FILTER-22",
    statement: {
      "1.1": "Single quotes are accepted: Slack's own example is `restricted eq '1'`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "Filter, the example" }],
  },
  {
    id: "FACT-FILTER-23",
    statement: {
      "1.1": "Values without quotes are accepted: `restricted eq 1`, `email eq a@b.c`.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "a recorded 200 for `restricted eq 1`" },
      { source: "xsoar", where: "`email eq` and an address" },
      { source: "slack-driver", where: "slack_driver/slack.py: `userName Eq kang_slack`" },
    ],
  },
  {
    id: "FACT-FILTER-24",
    statement: {
      "1.1":
        "The filter `foo` is rejected with 400 and `no_filters (is_aggregate_call=1)`, on users and on groups.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "scim/test_scim_client_read.py" }],
  },
  {
    id: "FACT-FILTER-25",
    statement: "Filters find deactivated users too.",
    tag: "OBS",
    evidence: [
      { source: "slack-driver", where: "version 1.1: slack_driver/slack.py, the recorded list" },
      { source: "slack-objects", where: "version 2.0: users.py" },
    ],
    settings: ["listDeactivated"],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
] as const satisfies readonly Fact[];
