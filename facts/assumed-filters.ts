import type { Fact } from "./fact.ts";

/** What is not known of filters. */
export const assumedFilterFacts = [
  {
    id: "FACT-FILTER-26",
    statement: {
      "2.0":
        "In version 2.0 only `eq` is known to work. It is not known of the other operators, of `and`, `or` and of groups in parentheses, which are documented for version 1.1 alone. The assumption is that all of version 1.1 do, and that `ne`, `ew` and `not`, which 1.1 lacks, are rejected.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v2Filter"],
  },
  {
    id: "FACT-FILTER-27",
    statement:
      "It is not known what Slack does with a filter on another attribute, such as `active`, `id`, `name.givenName` or one of an extension. The assumption is that it rejects it with `invalid_query`, and that a URN before the name of a core attribute changes nothing.",
    tag: "INF",
    evidence: [],
    settings: ["filterAttributes"],
  },
  {
    id: "FACT-FILTER-28",
    statement: {
      "1.1":
        "It is not known whether `emails` and `emails.value` can be filtered in version 1.1. The assumption is that they mean the same as `email`.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-29",
    statement:
      "It is not known whether a filter on the address also finds the secondary address. The assumption is that it does.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-30",
    statement:
      "It is not known what a filter without matches returns. The assumption is 200 and an empty list, which clients in production rely on.",
    tag: "INF",
    evidence: [
      { source: "hack-club", where: "scim_service.rb, username_exists?" },
      { source: "ansible-iam", where: "library/scim_user.py, find_user" },
    ],
  },
  {
    id: "FACT-FILTER-31",
    statement: {
      "2.0":
        "It is not known how Slack rejects a malformed filter. The assumption is 400 and the codes of version 1.1.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-32",
    statement: {
      "2.0":
        "It is not known whether literals in single quotes, without quotes, or with JSON escapes are accepted. The assumption is that version 2.0 reads them as 1.1 does.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-33",
    statement:
      "It is not known whether filters compare strings in one normalization form of Unicode. The assumption is that they do.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-34",
    statement:
      'It is not known what Slack makes of the parameter\'s name inside its value, `filter=filter=userName Eq "Carly"`, which its SDK documentation shows. The assumption is that the prefix is dropped.',
    tag: "INF",
    evidence: [{ source: "python-sdk-tests", where: "the SDK's documentation, scim.md" }],
  },
  {
    id: "FACT-FILTER-35",
    statement: {
      "2.0":
        "The letter case of attribute names and values is not known to be ignored. The assumption is that it is, as in version 1.1.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-FILTER-40",
    statement: {
      "2.0":
        "It is not known what Slack does with a filter on `/Schemas` or `/ResourceTypes`. The assumption is that it ignores the filter.",
    },
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
