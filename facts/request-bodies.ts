import type { Fact } from "./fact.ts";
import { aboutClients } from "./unused.ts";

/** Rules for every request body: schemas, names and read-only members. */
export const requestBodyFacts = [
  {
    id: "FACT-FORMAT-30",
    statement: {
      "2.0":
        "Slack rejects every body without `schemas`, of users and of groups, with 400 and `missing_schema_element`.",
    },
    tag: "DOC",
    evidence: [
      { source: "reference", where: "Errors, missing_schema_element and the example error" },
    ],
  },
  {
    id: "FACT-FORMAT-31",
    statement: {
      "1.1":
        "Slack rejects a POST of a user or group without `schemas` with 400 and `missing_schema_element`. The code is documented for both versions, but PATCH and PUT of version 1.1 are known to do without.",
    },
    tag: "INF",
    evidence: [{ source: "reference", where: "Errors, missing_schema_element" }],
    settings: ["v1PostRequiresSchemas"],
    changes: [
      { date: "2026-11", what: "No longer taken as documented for every method of version 1.1." },
    ],
  },
  {
    id: "FACT-FORMAT-32",
    statement: {
      "1.1":
        "Whether Slack accepts a PATCH or PUT of a group without `schemas` is not known: the reports are of users (FACT-PATCH-20, FACT-PUT-28). Assumed: it does.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v1PatchRequiresSchemas", "v1PutRequiresSchemas"],
    changes: [{ date: "2026-11", what: "Stated; the mock accepted both without saying so." }],
  },
  {
    id: "FACT-FORMAT-34",
    statement: {
      "1.1":
        'Slack\'s Python SDK adds `["urn:scim:schemas:core:1.0"]` where the caller left `schemas` out.',
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests" }],
    unused: aboutClients,
  },
  {
    id: "FACT-FORMAT-35",
    statement: "`schemas` may list extensions that the body does not contain.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk", where: "lists the URNs of core, enterprise, guest and profile" },
    ],
  },
  {
    id: "FACT-FORMAT-36",
    statement: {
      "1.1": 'Slack accepts a PUT whose `schemas` is nested in a second array, `[["urn:…"]]`.',
    },
    tag: "OBS",
    evidence: [{ source: "python-sdk-tests", where: "an object that the SDK read is sent back" }],
  },
  {
    id: "FACT-FORMAT-37",
    statement:
      "Slack rejects a POST or PUT whose `schemas` has no URN of the version of the call, with `missing_schema_element`.",
    tag: "INF",
    evidence: [],
    settings: ["foreignSchemas"],
  },
  {
    id: "FACT-FORMAT-40",
    statement: "Slack matches the names of attributes in a body regardless of case.",
    tag: "INF",
    evidence: [],
    settings: ["attributeNamesIgnoreCase"],
  },
  {
    id: "FACT-FORMAT-41",
    statement:
      "Slack ignores read-only members of a PUT of a group: `id`, `meta`, and `display` of members.",
    tag: "OBS",
    evidence: [{ source: "java-sdk" }, { source: "python-sdk-tests", where: "version 1.1" }],
  },
  {
    id: "FACT-FORMAT-42",
    statement: "Slack ignores read-only members of a POST: a client cannot choose `id` or `meta`.",
    tag: "INF",
    evidence: [],
  },
] as const satisfies readonly Fact[];
