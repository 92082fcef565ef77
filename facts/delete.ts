import type { Fact } from "./fact.ts";

/** `DELETE /Users/{id}`, which deactivates. */
export const deleteFacts = [
  {
    id: "FACT-DELETE-10",
    statement: "DELETE deactivates a user: `active` becomes `false`.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "DELETE Users" },
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest" },
      { source: "slack-objects", where: "test_scim_users_deactivate_live.py" },
    ],
  },
  {
    id: "FACT-DELETE-11",
    statement:
      "A deactivated user stays readable with 200. Both standards demand 404 after a DELETE.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "DELETE Users" },
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest: read after DELETE" },
    ],
  },
  {
    id: "FACT-DELETE-12",
    statement: "DELETE of a user is idempotent: a second and a third one succeed too.",
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim and scim2 ApiTest: three deletions" }],
  },
  {
    id: "FACT-DELETE-13",
    statement:
      "A DELETE takes effect with a delay: up to about ten seconds can pass until a read shows `active: false`.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-tests", where: "scim and scim2 ApiTest: read every second after DELETE" },
    ],
    settings: ["deactivationDelayMs"],
  },
  {
    id: "FACT-DELETE-15",
    statement: "The e-mail address of a deactivated user stays in use.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-DELETE-16",
    statement: "The userName of a deactivated user stays in use.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-DELETE-17",
    statement: "The primary owner cannot be deactivated: cannot_disable_primary_owner.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: cannot_disable_primary_owner" }],
  },
  {
    id: "FACT-DELETE-18",
    statement:
      "The primary owner of a workspace cannot be deactivated: primary_owner_check_failure.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: primary_owner_check_failure" }],
  },
  {
    id: "FACT-DELETE-19",
    statement: "A bot cannot be deactivated: cannot_disable_bot_user_with_scim.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: cannot_disable_bot_user_with_scim" }],
  },
  {
    id: "FACT-DELETE-20",
    statement: "An owner cannot be deactivated: cannot_modify_owner.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: cannot_modify_owner" }],
  },
  {
    id: "FACT-DELETE-21",
    statement: "A user forgotten under the GDPR cannot be changed: cannot_modify_gdpr.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "error list: cannot_modify_gdpr" }],
  },
] as const satisfies readonly Fact[];
