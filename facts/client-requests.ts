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
  },
] as const satisfies readonly Fact[];
