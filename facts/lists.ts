import type { Fact } from "./fact.ts";

/** Lists of users and groups, and their pages. */
export const listFacts = [
  {
    id: "FACT-LIST-01",
    statement:
      "`GET /Users` and `GET /Groups` take `startIndex` and `count`. `startIndex` counts from 1; without it the list starts at the first result.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /Users, GET /Groups" },
      { source: "changelog", where: "2019-06, the example" },
    ],
  },
  {
    id: "FACT-LIST-02",
    statement: "Without `count`, a page has 10 results.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06, what is not changing" }],
    settings: ["defaultPageSize"],
  },
  {
    id: "FACT-LIST-03",
    statement: "A page has at most 1000 results.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06" }],
    settings: ["maxPageSize"],
    changes: [
      {
        date: "2019-08-30",
        what: "Slack introduced the limit; before, a larger `count` was honoured",
      },
    ],
  },
  {
    id: "FACT-LIST-04",
    statement: "A `count` above 1000 is no error. Slack reads it as 1000.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06" }],
    settings: ["maxPageSize"],
  },
  {
    id: "FACT-LIST-05",
    statement:
      "A list has `schemas`, `totalResults`, `itemsPerPage`, `startIndex` and `Resources`, with the same names in both versions.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /Users, GET /Groups" },
      { source: "python-slack-scim", where: "fixtures" },
    ],
  },
  {
    id: "FACT-LIST-06",
    statement: {
      "1.1": "`schemas` of a list is `urn:scim:schemas:core:1.0`.",
      "2.0": "`schemas` of a list is `urn:ietf:params:scim:api:messages:2.0:ListResponse`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "GET /Users, GET /Groups" }],
  },
  {
    id: "FACT-LIST-07",
    statement:
      "`itemsPerPage` is the number of results that the page holds, not the number that was asked for.",
    tag: "OBS",
    evidence: [
      { source: "python-slack-scim", where: "fixtures: 3 of 360, 2 of 360, 1 of 1373" },
      { source: "java-sdk-tests", where: "scim2/ApiTest.searchAndReadUser" },
      { source: "reference", where: "the examples" },
    ],
  },
  {
    id: "FACT-LIST-08",
    statement:
      "A list repeats the `startIndex` of the request: a request for 2 is answered with 2.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "ApiTest.searchAndReadUser, both versions" },
      { source: "python-sdk-tests", where: "scim/test_scim_client_read.py" },
    ],
  },
  {
    id: "FACT-LIST-09",
    statement: "`totalResults` is the number of all results, not of those on the page.",
    tag: "DOC",
    evidence: [
      { source: "changelog", where: "2019-06, the example" },
      { source: "python-slack-scim", where: "fixtures" },
    ],
  },
  {
    id: "FACT-LIST-10",
    statement:
      "The counters `totalResults`, `itemsPerPage` and `startIndex` are integers in JSON, not strings.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "the examples" },
      { source: "python-slack-scim", where: "fixtures" },
    ],
  },
  {
    id: "FACT-LIST-11",
    statement:
      "Pages follow each other without gaps: the next page starts at the number after the last result, and the list ends when `totalResults` results have been read.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06, the example" }],
  },
  {
    id: "FACT-LIST-12",
    statement:
      "Pages are exact only while no user is added or removed. Slack advises against paging while the roster changes.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06" }],
  },
  {
    id: "FACT-LIST-13",
    statement:
      "Lists of users contain bot users, with addresses such as `botuser-T…-A…@slack-bots.com`.",
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "fixtures" }],
  },
  {
    id: "FACT-LIST-14",
    statement: "Lists of users contain deactivated users, with `active` false.",
    tag: "OBS",
    evidence: [
      { source: "slack-driver", where: "slack_driver/slack.py, the recorded list" },
      { source: "slack-objects", where: "users.py, searches by address and by name" },
      { source: "ansible-iam", where: "library/scim_user.py reactivates whom it finds inactive" },
    ],
    settings: ["listDeactivated"],
    changes: [{ date: "2026-11", what: "was an assumption; public reports show it" }],
  },
  {
    id: "FACT-LIST-15",
    statement: {
      "1.1":
        "A negative `count` is not what Slack complains of: with the filter `foo` and `count=-1` the error is that of the filter.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "scim/test_scim_client_read.py" }],
  },
  {
    id: "FACT-LIST-16",
    statement: { "1.1": "`startIndex=0` is accepted in lists of users and of groups." },
    tag: "OBS",
    evidence: [
      {
        source: "bits-slack",
        where: "get_users and get_groups page from 0, and read `Resources` of each response",
      },
    ],
    changes: [{ date: "2026-11", what: "Was unknown; a client in use pages from 0." }],
  },
  {
    id: "FACT-LIST-17",
    statement:
      "It is not known what page `startIndex=0` or a negative `startIndex` selects. The assumption is the first page: then a client that pages in steps of `count` from 0 reads the last result of the first page twice, and stops before the last result where the total is a multiple of `count`.",
    tag: "INF",
    evidence: [
      {
        source: "bits-slack",
        where: "pages from 0",
      },
    ],
  },
  {
    id: "FACT-LIST-18",
    statement:
      "It is not known what `count=0` or a negative `count` returns. The assumption is a list without results, with the correct `totalResults`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-LIST-19",
    statement:
      "It is not known what a page past the end returns. The assumption is 200, no results and the correct `totalResults`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-LIST-20",
    statement:
      "It is not known what Slack does with a `startIndex` or `count` that is not an integer: reject it, or use the default.",
    tag: "INF",
    evidence: [],
    settings: ["malformedPaging"],
  },
  {
    id: "FACT-LIST-21",
    statement:
      "The order of a list is not documented, nor is `sortBy`. The assumption is that the order does not change between two requests.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-LIST-22",
    statement:
      "It is not known whether an empty list has `Resources`. The assumption is an empty array, which the SDKs rely on.",
    tag: "INF",
    evidence: [
      { source: "java-sdk", where: "groups().getResources().size()" },
      { source: "hack-club", where: "scim_service.rb" },
    ],
  },
  {
    id: "FACT-LIST-23",
    statement:
      "One report has `itemsPerPage` 10 in a list of 9 resources. It is not known whether Slack sometimes returns the number that was asked for. The other reports are of full pages, where both numbers are the same, or count what was returned.",
    tag: "INF",
    evidence: [],
    settings: ["itemsPerPage"],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-LIST-24",
    statement:
      "It is not known whether `GET /Groups/{id}` pages the members of a large group by `startIndex` and `count`. One client reads further pages when the group has a `totalResults`. The assumption is that the parameters have no effect on a group.",
    tag: "INF",
    evidence: [{ source: "slack-objects", where: "idp_groups.py, get_group" }],
    settings: ["memberPaging"],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-LIST-25",
    statement: "A page has at most `count` results.",
    tag: "DOC",
    evidence: [{ source: "changelog", where: "2019-06" }],
  },
] as const satisfies readonly Fact[];
