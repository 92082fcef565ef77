import type { Fact } from "./fact.ts";

/** What Slack's SDKs and other clients send, and Slack accepts. */
export const clientRequestFacts = [
  {
    id: "FACT-CLIENT-01",
    statement: {
      "1.1":
        "The Python SDK sends `Content-Type: application/json;charset=utf-8` with every request, GET and DELETE included, and no `Accept`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "requests of version 3.43 on the wire" }],
  },
  {
    id: "FACT-CLIENT-02",
    statement: {
      "1.1":
        "The Python SDK's async client sends `Accept: */*` and, with DELETE, `Content-Length: 0`.",
    },
    tag: "OBS",
    evidence: [
      {
        source: "python-sdk-tests",
        where: "requests of the async client, version 3.43, on the wire",
      },
    ],
  },
  {
    id: "FACT-CLIENT-03",
    statement: {
      "1.1":
        "python-slack-scim sends `Content-Type: application/x-www-form-urlencoded;charset=utf-8` with GET and DELETE, which have no body.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "requests of version 1.1 on the wire" }],
  },
  {
    id: "FACT-CLIENT-04",
    statement:
      "The Java SDK sends `Content-Type: application/json; charset=utf-8` with bodies only, and asks for gzip.",
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "requests of version 1.50 on the wire" }],
  },
  {
    id: "FACT-CLIENT-05",
    statement: {
      "1.1":
        "Filters that clients send write operators as `eq` and `Eq`, and values in double quotes, in single quotes or without quotes: `restricted eq '1'`, `displayName eq X`.",
    },
    tag: "OBS",
    evidence: [
      { source: "python-sdk-tests", where: "requests of version 3.43 on the wire" },
      { source: "python-slack-scim", where: "requests of version 1.1 on the wire" },
      { source: "xsoar", where: "`email eq` and an address" },
    ],
  },
  {
    id: "FACT-CLIENT-06",
    statement: {
      "2.0":
        'The Java SDK sends `remove` at `members` without `value`, `remove` at `members[value eq "U1"]`, and `replace` at `members` with a list.',
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "requests of version 1.50 on the wire" }],
  },
  {
    id: "FACT-CLIENT-07",
    statement: {
      "2.0":
        'The Java SDK sends the paths `emails[type eq "work"].value`, `name.givenName`, a bare URN of an extension with an object, and a URN with `:department`.',
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "requests of version 1.50 on the wire" }],
  },
  {
    id: "FACT-CLIENT-08",
    statement: {
      "2.0":
        'The Java SDK writes every single value as a string, `active` too: `"false"`, `"True"`. No test of it shows that this deactivates.',
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "requests of version 1.50 on the wire" }],
    settings: ["stringBooleans"],
  },
  {
    id: "FACT-CLIENT-09",
    statement:
      "The Java SDK limits its requests itself. A minute may have 1000 searches, 300 reads and 180 writes of an endpoint, and 1000 reads and 600 writes of the organisation.",
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "its rate limiter" }],
    unused: "A limit that the SDK keeps by itself: nothing of it reaches Slack.",
  },
  {
    id: "FACT-CLIENT-52",
    statement:
      "The Java SDK lists all four schemas in a create and in a PATCH of 1.1, whatever the user has. It puts a user back with the schemas that it read and without null members, so with `addresses` of one empty object and `manager: {}`.",
    tag: "OBS",
    evidence: [
      {
        source: "java-sdk-tests",
        where: "ApiTest createAndDeleteFullUser, both versions, recorded from version 1.50.1",
      },
    ],
    changes: [{ date: "2026-11", what: "recorded from the unchanged SDK" }],
  },
  {
    id: "FACT-CLIENT-53",
    statement: {
      "2.0":
        "The Java SDK's model of a guest has no `channels`, though its samples of Slack's answers have it. With the SDK set to fail on unknown members, as in its own tests, reading a guest fails.",
    },
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim2 model User, version 1.50.1; json-logs of 2025-10" },
    ],
    changes: [{ date: "2026-11", what: "seen with the unchanged SDK" }],
  },
  {
    id: "FACT-CLIENT-54",
    statement: {
      "1.1":
        "python-slack-scim puts the URNs of core and enterprise in place of any `schemas`, and leaves out null members at each level; an address without a value goes, a manager without a value is `{}`. So it speaks 1.1 only: 2.0 rejects its bodies.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim", where: "v1/client.py, recorded from version 1.1" }],
    changes: [{ date: "2026-11", what: "recorded from the unchanged client" }],
  },
  {
    id: "FACT-CLIENT-55",
    statement:
      "The Python SDK puts a user back with its null members, and with the list of schemas once for each schema, as a list of lists. A client that names the URNs of 2.0 can create, read, put back and delete there; PATCH has the form of 1.1 only.",
    tag: "OBS",
    evidence: [
      {
        source: "python-sdk-tests",
        where: "test_scim_client_write.py, recorded from version 3.43",
      },
    ],
    changes: [{ date: "2026-11", what: "recorded from the unchanged SDK" }],
  },
] as const satisfies readonly Fact[];
