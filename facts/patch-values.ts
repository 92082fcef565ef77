import type { Fact } from "./fact.ts";

/** PATCH of a user's multi-valued attributes: addresses, numbers, photos and roles. */
export const patchValueFacts = [
  {
    id: "FACT-PATCH-58",
    statement: {
      "1.1": "An array `emails` adds an address and keeps the existing primary one.",
      "2.0": "`add` at `emails` adds an address and keeps the existing primary one.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails" }],
  },
  {
    id: "FACT-PATCH-59",
    statement: {
      "2.0": "`add` at `emails` and at `phoneNumbers` accepts an array or a single object.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails, phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-60",
    statement: {
      "2.0": "`add` at `addresses` accepts a single object, as the Java SDK can send it.",
    },
    tag: "INF",
    evidence: [{ source: "java-sdk", where: "UsersPatchOperation" }],
  },
  {
    id: "FACT-PATCH-61",
    statement: {
      "1.1":
        '`{value, "operation":"delete"}` in `emails` removes the secondary address, and no other.',
      "2.0": '`remove` at `emails[value eq "x"]` removes the secondary address, and no other.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails" }],
  },
  {
    id: "FACT-PATCH-62",
    statement: { "2.0": "`remove` at `emails[primary eq false]` removes the secondary address." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails" }],
  },
  {
    id: "FACT-PATCH-63",
    statement: { "2.0": "`replace` at `emails[primary eq false]` replaces the secondary address." },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails" }],
  },
  {
    id: "FACT-PATCH-64",
    statement: {
      "1.1": "`emails` in `meta.attributes` removes only the secondary address.",
      "2.0": "`remove` at `emails` removes only the secondary address.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: emails" }],
  },
  {
    id: "FACT-PATCH-65",
    statement: {
      "2.0": "`replace` at `emails[primary eq true].value` changes the primary address.",
    },
    tag: "OBS",
    evidence: [
      {
        source: "slack-objects",
        where: "test_scim_users_update_email_live.py: test_update_email_active_member",
      },
    ],
    changes: [{ date: "2026-11", what: "Observed; not known before." }],
  },
  {
    id: "FACT-PATCH-66",
    statement: {
      "2.0":
        '`replace` at `emails[type eq "work"].value` changes the primary address, though Slack returns no `type`. The Java SDK and identity providers can send it.',
    },
    tag: "INF",
    evidence: [{ source: "java-sdk", where: "UsersPatchOperation" }],
  },
  {
    id: "FACT-PATCH-67",
    statement: "Adding an address that exists does not store it twice.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-PATCH-68",
    statement: {
      "2.0":
        "The reference's example of `replace` at `emails[primary eq false]` shows an answer with the old address and `active: false`. It illustrates the form only.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: example of emails" }],
    changes: [{ date: "2026-11", what: "Added, since people copy the example." }],
  },
  {
    id: "FACT-PATCH-69",
    statement: {
      "1.1": "Phone numbers are set with an array `phoneNumbers`.",
      "2.0": "Phone numbers are set by `add` at `phoneNumbers`.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-70",
    statement: {
      "1.1":
        '`{value, "operation":"delete"}` in `phoneNumbers` removes that number and keeps the other.',
      "2.0": '`remove` at `phoneNumbers[value eq "x"]` removes that number and keeps the other.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-71",
    statement: {
      "1.1": "`phoneNumbers` in `meta.attributes` removes both numbers.",
      "2.0": "`remove` at `phoneNumbers` removes both numbers.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-72",
    statement: {
      "2.0": '`replace` at `phoneNumbers[value eq "x"].value` changes that number only.',
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: phoneNumbers" }],
  },
  {
    id: "FACT-PATCH-73",
    statement: {
      "1.1": "An array `photos` replaces the stored photo.",
      "2.0": "`add` at `photos` with an array replaces the stored photo.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: photos" }],
  },
  {
    id: "FACT-PATCH-74",
    statement: "The reference documents no removal of `photos`.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: photos" }],
  },
  {
    id: "FACT-PATCH-75",
    statement: {
      "1.1": "An array `addresses` replaces the stored address.",
      "2.0": "`add` at `addresses` with an array replaces the stored address.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: addresses" }],
  },
  {
    id: "FACT-PATCH-76",
    statement: {
      "1.1":
        'An entry of `addresses` with all five values and `"operation":"delete"` removes the address.',
      "2.0": "`remove` at `addresses` removes the address.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: addresses" }],
  },
  {
    id: "FACT-PATCH-77",
    statement: {
      "1.1":
        "Deleting an address needs all five values as they are stored: other values remove nothing. Whether Slack rejects them is not documented.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: addresses" }],
  },
  {
    id: "FACT-PATCH-78",
    statement: {
      "1.1": "An array `roles` of objects or strings replaces the stored role.",
      "2.0": "`add` at `roles` with an array of objects or strings replaces the stored role.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: roles" }],
  },
  {
    id: "FACT-PATCH-79",
    statement: {
      "1.1":
        '`{value, "operation":"delete"}` in `roles`, or `roles` in `meta.attributes`, removes the role.',
      "2.0": "`remove` at `roles` removes the role.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH Users: roles" }],
  },
] as const satisfies readonly Fact[];
