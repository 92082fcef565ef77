import type { Fact } from "./fact.ts";

/** PATCH: the two forms of a body, how values are cleared, and what a body needs. */
export const patchBodyFacts = [
  {
    id: "FACT-PATCH-10",
    statement: "PATCH changes what the body mentions and keeps every other attribute.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users, PATCH Groups" }],
  },
  {
    id: "FACT-PATCH-11",
    statement: {
      "1.1":
        "The body of a PATCH is a partial resource; attributes that a POST requires may be left out.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-12",
    statement: {
      "2.0":
        "PATCH expects another body than in version 1.1: a list `Operations` under the URN `urn:ietf:params:scim:api:messages:2.0:PatchOp`.",
    },
    tag: "DOC",
    evidence: [{ source: "guide", where: "Transitioning to SCIM 2.0" }],
  },
  {
    id: "FACT-PATCH-13",
    statement: { "2.0": "The operations of a PATCH are `add`, `replace` and `remove`." },
    tag: "DOC",
    evidence: [{ source: "guide", where: "Transitioning to SCIM 2.0" }],
  },
  {
    id: "FACT-PATCH-14",
    statement: { "1.1": "`meta.attributes` of a PATCH lists the attributes to remove." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
  },
  {
    id: "FACT-PATCH-15",
    statement: {
      "1.1":
        "Removals in `meta.attributes` come before the other members of the body: an attribute removed and set in one PATCH has the new value. The standard says so; no source shows it in Slack.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-16",
    statement: {
      "1.1": 'An entry of a multi-valued attribute with `"operation":"delete"` removes that value.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users, PATCH Groups" }],
  },
  {
    id: "FACT-PATCH-17",
    statement: { "1.1": "A value of one space clears an attribute." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users" }],
    settings: ["v1ClearingValue"],
  },
  {
    id: "FACT-PATCH-18",
    statement: {
      "1.1":
        "Whether an empty string clears an attribute, as one space does, is not known. Assumed: it does.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v1ClearingValue"],
  },
  {
    id: "FACT-PATCH-19",
    statement: {
      "1.1":
        'Whether `null` clears an attribute in a PATCH, such as `{"title":null}`, is not known: no source sends it. Assumed: Slack ignores it, since one space is what clears.',
    },
    tag: "INF",
    evidence: [],
    settings: ["v1NullValues"],
    changes: [
      { date: "2026-11", what: "Stated; the mock cleared the attribute without saying so." },
    ],
  },
  {
    id: "FACT-PATCH-20",
    statement: {
      "1.1":
        'Slack accepts a PATCH of a user without `schemas`, such as `{"active":false}`, with 200.',
    },
    tag: "OBS",
    evidence: [
      {
        source: "slack-driver",
        where: "slack_driver/driver.py: recorded answer with `active: false`",
      },
      { source: "xsoar", where: "disabling and enabling of users" },
    ],
    settings: ["v1PatchRequiresSchemas"],
    changes: [{ date: "2026-11", what: "Accepted; taken for missing_schema_element before." }],
  },
  {
    id: "FACT-PATCH-22",
    statement: {
      "2.0":
        "A PATCH whose `schemas` has other URNs, but not that of PatchOp, is rejected. Every example and client sends it; no source shows the answer without it.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v2PatchRequiresPatchOp"],
  },
  {
    id: "FACT-PATCH-23",
    statement: {
      "1.1":
        "Slack does not apply a PatchOp body, the form of version 2.0. Three code bases send it to version 1.1, one of them with every change of a group; none shows the effect.",
    },
    tag: "INF",
    evidence: [{ source: "baton", where: "configuration for Slack" }],
    settings: ["v1AcceptsPatchOp"],
  },
  {
    id: "FACT-PATCH-24",
    statement: {
      "1.1":
        "The standard lets a provider take a POST with the header `X-HTTP-Method-Override: PATCH` for a PATCH. Slack does not document it, and no known client sends it. Assumed: Slack rejects such a POST.",
      "2.0":
        "The RFC does not define the header `X-HTTP-Method-Override`. Assumed: Slack rejects a POST to a user or group, with the header or without.",
    },
    tag: "INF",
    evidence: [],
    settings: ["v1MethodOverride"],
    changes: [
      {
        date: "2026-11",
        what: "Stated as not known: no client loses anything known to work, so DIFF-OVERRIDE-01 is no longer called breaking.",
      },
    ],
  },
  {
    id: "FACT-PATCH-25",
    statement: {
      "2.0": "The name of an operation is accepted regardless of case: `Add`, `Replace`.",
    },
    tag: "OBS",
    evidence: [
      { source: "ansible-iam", where: "library/scim_user.py: activate_user, since 2023-05" },
      { source: "entra-compatibility", where: "`Remove` takes effect" },
    ],
    changes: [{ date: "2026-11", what: "Observed; assumed before." }],
  },
  {
    id: "FACT-PATCH-26",
    statement: {
      "2.0":
        "`replace` of a group without `path` is accepted; the value is an object of attributes.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/groups.py: _update_patch_general" }],
  },
  {
    id: "FACT-PATCH-27",
    statement: {
      "2.0":
        "`add` and `replace` of a user without `path` are accepted with an object of attributes.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-28",
    statement: "A PATCH of which one part fails changes nothing.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-29",
    statement: {
      "2.0": "Operations are applied in their order, each to the result of the previous one.",
    },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-30",
    statement: {
      "2.0":
        "An empty list of operations is accepted and changes nothing. The Java SDK can send it; no source shows the answer.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk", where: '`"Operations":[]`' }],
    settings: ["emptyOperations"],
  },
  {
    id: "FACT-PATCH-31",
    statement: { "2.0": "A PATCH without `Operations` is rejected." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-32",
    statement: { "2.0": "An operation on a read-only attribute is ignored rather than rejected." },
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-33",
    statement: { "2.0": "Each operation of a PATCH has to follow the SCIM 2.0 standard." },
    tag: "DOC",
    evidence: [{ source: "guide", where: "Transitioning to SCIM 2.0" }],
  },
] as const satisfies readonly Fact[];
