import type { Fact } from "./fact.ts";
import { background } from "./unused.ts";

/** Ids, meta and externalId. */
export const identifierFacts = [
  {
    id: "FACT-ID-01",
    statement: "Every resource has a non-empty `id` and `meta`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample responses" }],
  },
  {
    id: "FACT-ID-02",
    statement: "The id of a user begins with `U` or `W`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "GET /Users/<id>" },
      { source: "python-slack-scim" },
      { source: "xsoar" },
    ],
  },
  {
    id: "FACT-ID-03",
    statement: "The id of a group begins with `S`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "python-slack-scim" },
      { source: "xsoar" },
    ],
  },
  {
    id: "FACT-ID-04",
    statement: "The id of a channel begins with `C`.",
    tag: "OBS",
    evidence: [{ source: "java-sdk-logs" }],
    unused: background,
  },
  {
    id: "FACT-ID-05",
    statement:
      "Ids have nine or eleven upper-case letters and digits, such as `WRDCW4CHX` and `S0196Q89WG7`. Samples of the reference have ten.",
    tag: "OBS",
    evidence: [{ source: "python-slack-scim" }, { source: "xsoar" }],
  },
  {
    id: "FACT-ID-06",
    statement: "An id of a resource has at least eight characters, and never changes.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-ID-07",
    statement: "A user or group has the same id in both versions.",
    tag: "OBS",
    evidence: [
      { source: "mixed-script", where: "users of version 1.1 as members of groups of version 2.0" },
    ],
    changes: [{ date: "2026-11", what: "Was an assumption; a script relies on it for users." }],
  },
  {
    id: "FACT-ID-08",
    statement: "`meta` of users and groups has `created` and `location` only.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "java-sdk-logs" },
      { source: "python-slack-scim", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-ID-09",
    statement: "`meta` has no `lastModified`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "java-sdk-logs" },
      { source: "python-slack-scim", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-ID-10",
    statement: "`meta` has no `resourceType`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "java-sdk-logs" },
      { source: "python-slack-scim", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-ID-11",
    statement:
      "`meta.created` is an ISO 8601 date-time in seconds with a numeric offset, such as `2020-03-30T18:38:19-07:00`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample responses" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-ID-12",
    statement:
      "The offset of `meta.created` is that of US Pacific time with daylight saving time, `-08:00` or `-07:00`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "sample responses" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-ID-13",
    statement: {
      "1.1":
        "`meta.location` is the absolute URL of the resource in this version, such as `https://api.slack.com/scim/v1/Users/W111`.",
      "2.0":
        "`meta.location` is the absolute URL of the resource in this version, such as `https://api.slack.com/scim/v2/Users/U123ABC456`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "python-slack-scim", where: "version 1.1" },
    ],
  },
  {
    id: "FACT-ID-14",
    statement: '`externalId` of a user is always present and always `""`.',
    tag: "DOC",
    evidence: [
      { source: "reference", where: "sample responses" },
      { source: "python-slack-scim" },
      { source: "xsoar" },
    ],
  },
  {
    id: "FACT-ID-15",
    statement: "Slack does not support updates of `externalId` by PATCH or PUT.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>, PUT /Users/<id>" }],
  },
  {
    id: "FACT-ID-17",
    statement: {
      "1.1": 'In 2018 groups had `externalId` with the value `""`.',
    },
    tag: "OBS",
    evidence: [{ source: "go-slack-scimapi", where: "scim/group_test.go, a group of 2018" }],
    changes: [{ date: "2020", what: "Later recordings of groups have no `externalId`." }],
    unused: "Superseded by FACT-GROUP-11.",
  },
] as const satisfies readonly Fact[];
