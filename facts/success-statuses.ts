import type { Fact } from "./fact.ts";

/** Statuses and bodies of successful calls. */
export const successStatusFacts = [
  {
    id: "FACT-USER-01",
    statement: "`/Users` offers GET and POST; `/Users/{id}` offers GET, PUT, PATCH and DELETE.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "list of endpoints" }],
  },
  {
    id: "FACT-USER-02",
    statement: "`GET /Users` and `GET /Users/{id}` return 200.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "GET /Users, GET /Users/<id>" }],
  },
  {
    id: "FACT-USER-03",
    statement: {
      "1.1": "`POST /Users` returns 201 with the created user.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
  },
  {
    id: "FACT-USER-04",
    statement: {
      "2.0": "`POST /Users` returns 201.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-USER-05",
    statement: {
      "2.0": "`POST /Users` returns the created user.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Users, version 2.0" }],
  },
  {
    id: "FACT-GROUP-01",
    statement:
      "`/Groups` offers GET and POST; `/Groups/{id}` offers GET, PUT, PATCH and DELETE. `GET` returns 200.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "list of endpoints" }],
  },
  {
    id: "FACT-GROUP-02",
    statement: {
      "1.1": "`POST /Groups` returns 201 with the created group.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "xsoar" }],
    settings: ["groupPostBody"],
  },
  {
    id: "FACT-GROUP-03",
    statement: {
      "1.1":
        "`POST /Groups` has returned 201 with an empty body once. Clients then looked the group up by `displayName`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim" }],
    settings: ["groupPostBody"],
  },
  {
    id: "FACT-GROUP-04",
    statement: {
      "2.0": "`POST /Groups` returns 201.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GROUP-05",
    statement: {
      "2.0": "`POST /Groups` returns the created group.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Groups, version 2.0" }],
  },
  {
    id: "FACT-PATCH-01",
    statement: {
      "1.1": "`PATCH /Users/{id}` returns 200 with the user.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
  },
  {
    id: "FACT-PATCH-02",
    statement: {
      "2.0": "`PATCH /Users/{id}` returns 200 with the user.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>, version 2.0" }],
  },
  {
    id: "FACT-PATCH-03",
    statement: {
      "1.1": "`PATCH /Groups/{id}` returns 204 without a body.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
    settings: ["v1GroupPatchStatus"],
  },
  {
    id: "FACT-PATCH-04",
    statement: {
      "2.0": "`PATCH /Groups/{id}` returns 200 with the whole group.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Groups/<id>, version 2.0" }],
  },
  {
    id: "FACT-PUT-01",
    statement: {
      "1.1": "`PUT /Users/{id}` returns 200 with the user.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
  },
  {
    id: "FACT-PUT-02",
    statement: {
      "2.0": "`PUT /Users/{id}` returns 200 with the user.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT /Users/<id>, version 2.0" }],
  },
  {
    id: "FACT-PUT-03",
    statement: {
      "1.1": "`PUT /Groups/{id}` returns 200 with the group.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "python-slack-scim" }],
  },
  {
    id: "FACT-PUT-04",
    statement: {
      "1.1": "The group that `PUT /Groups/{id}` returns may show the state before the call.",
    },
    tag: "OBS",
    evidence: [{ source: "python-slack-scim" }],
  },
  {
    id: "FACT-PUT-05",
    statement: {
      "2.0": "`PUT /Groups/{id}` returns 200 with the group, with the values that were sent.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PUT /Groups/<id>, version 2.0" }],
  },
  {
    id: "FACT-DELETE-01",
    statement: {
      "1.1": "`DELETE /Users/{id}` returns 200 with an empty body.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "java-sdk-tests", where: "scim" }],
    settings: ["v1UserDeleteStatus"],
  },
  {
    id: "FACT-DELETE-02",
    statement: {
      "2.0": "`DELETE /Users/{id}` returns 204.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "DELETE /Users/<id>, version 2.0" }],
  },
  {
    id: "FACT-DELETE-03",
    statement: {
      "2.0": "`DELETE /Users/{id}` returns an empty body.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2" }],
  },
  {
    id: "FACT-DELETE-04",
    statement: {
      "1.1": "`DELETE /Groups/{id}` returns 204 without a body.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }, { source: "xsoar" }],
  },
  {
    id: "FACT-DELETE-05",
    statement: {
      "2.0": "`DELETE /Groups/{id}` returns an empty body.",
    },
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2" }],
  },
  {
    id: "FACT-DELETE-06",
    statement: {
      "2.0": "`DELETE /Groups/{id}` returns 204.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v2GroupDeleteStatus"],
  },
] as const satisfies readonly Fact[];
