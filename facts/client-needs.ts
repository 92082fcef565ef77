import type { Fact } from "./fact.ts";

/** What clients need of the answers, so that they work, and what an answer may hold beyond. */
export const clientNeedFacts = [
  {
    id: "FACT-CLIENT-10",
    statement: {
      "1.1":
        "The Python SDK fails on an error that has another member beside `description` and `code`.",
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "the SDK's model of errors" }],
  },
  {
    id: "FACT-CLIENT-11",
    statement:
      "The Java SDK reads `Errors` in every error, in version 2.0 too, and fails where it is missing.",
    tag: "OBS",
    evidence: [{ source: "java-sdk", where: "SCIM2ApiErrorResponse" }],
  },
  {
    id: "FACT-CLIENT-12",
    statement: {
      "2.0":
        "It is not known whether an error of version 2.0 has `Errors` beside `schemas`, `detail` and `status`. Such an error satisfies the documentation and the Java SDK.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk", where: "SCIM2ApiErrorResponse" }],
    settings: ["v2ErrorAlsoCarriesErrors"],
  },
  {
    id: "FACT-CLIENT-13",
    statement:
      "Clients in production look for the text of an error in `Errors` as an object and as an array, and in `detail`, `message` and `error`.",
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb, create_user" }],
    unused: "What clients read, not what they send: the form of errors has its own facts.",
  },
  {
    id: "FACT-CLIENT-14",
    statement: "The SDKs read `Resources` and its size without asking whether it is there.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "ApiTest, both versions" },
      { source: "python-sdk-tests", where: "scim/test_scim_client_read.py" },
    ],
  },
  {
    id: "FACT-CLIENT-15",
    statement:
      "A client has to serialise its writes to a resource, and to repeat a request that is answered with 429.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Concurrency" }, { source: "rate-limits" }],
    unused: "Advice to clients; the facts on limits have the rules.",
  },
  {
    id: "FACT-CLIENT-61",
    statement: {
      "2.0":
        "It is not known whether users ever have the block `urn:ietf:params:scim:schemas:extension:slack:directory:2.0:User`, which the resource types name. No recorded user has it, and its attributes are not known.",
    },
    tag: "INF",
    evidence: [{ source: "connector-scim2", where: "resource types, 2025-03" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
    unused: "FACT-DISCOVERY-44 asks the same, and DIFF-RT-03 answers it.",
  },
] as const satisfies readonly Fact[];
