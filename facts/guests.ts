import type { Fact } from "./fact.ts";

/** Multi-channel guests. */
export const guestFacts = [
  {
    id: "FACT-GUEST-01",
    statement: "SCIM provisions guests on the Enterprise plan only.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "Multi-channel guest user schema" }],
    settings: ["plan"],
  },
  {
    id: "FACT-GUEST-02",
    statement:
      "The error for a guest on another plan is not known. Assume 403 `permission_denied`.",
    tag: "INF",
    evidence: [],
    settings: ["plan"],
  },
  {
    id: "FACT-GUEST-03",
    statement:
      "The guest block needs a type, and `multi` is the only valid one: SCIM makes multi-channel guests, never single-channel ones.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users (Multi-Channel Guests)" },
      { source: "connector-scim2", where: "Schemas: guest extension" },
    ],
  },
  {
    id: "FACT-GUEST-04",
    statement:
      "A guest may have an expiration, a date and time of ISO 8601 such as `2020-11-30T23:59:59Z`. Slack stores it.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Users (Multi-Channel Guests)" }],
  },
  {
    id: "FACT-GUEST-05",
    statement: "An expiration with a numeric offset (`+09:00`) is accepted too.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk", where: "format of the expiration" },
      { source: "java-sdk-tests", where: "scim2 createAndDeleteGuestUser" },
    ],
  },
  {
    id: "FACT-GUEST-06",
    statement:
      "The format in which Slack returns an expiration is not known. Assume the same moment in UTC with `Z`.",
    tag: "INF",
    evidence: [],
  },
  {
    id: "FACT-GUEST-07",
    statement:
      "A create with the guest block, and with its URN in `schemas`, makes a multi-channel guest.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST /Users (guests) of v1.1 and v2.0" }],
    settings: ["extensionNeedsUrn"],
  },
  {
    id: "FACT-GUEST-08",
    statement:
      "A guest is returned in the short form with the guest block, and `schemas` lists the core URN and the guest URN. A guest without an expiration has none in the block.",
    tag: "DOC",
    evidence: [
      { source: "reference", where: "POST /Users (Multi-Channel Guest Users) of v2.0, example" },
    ],
    settings: ["userShape"],
  },
  {
    id: "FACT-GUEST-09",
    statement: {
      "1.1": "A PATCH with the guest block converts a member to a guest.",
      "2.0":
        "`add` at the path `urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User`, with `type` and an optional `expiration`, converts a member to a guest.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: guest extension" }],
  },
  {
    id: "FACT-GUEST-10",
    statement: {
      "1.1":
        "`meta.attributes` with `urn:scim:schemas:extension:slack:guest:1.0` converts a guest to a member.",
      "2.0":
        "`remove` at the path `urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User` converts a guest to a member.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: guest extension" }],
  },
  {
    id: "FACT-GUEST-11",
    statement:
      "A conversion reactivates a deactivated user, from member to guest and from guest to member.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: guest extension" }],
  },
  {
    id: "FACT-GUEST-12",
    statement: {
      "1.1":
        "`meta.attributes` with `urn:scim:schemas:extension:slack:guest:1.0.expiration` removes the expiration only. A dot joins URN and attribute.",
      "2.0":
        "`remove` at the path `urn:ietf:params:scim:schemas:extension:slack:guest:2.0:User.expiration` removes the expiration only. A dot joins URN and attribute.",
    },
    tag: "DOC",
    evidence: [{ source: "reference", where: "PATCH /Users/<id>: guest extension" }],
  },
  {
    id: "FACT-GUEST-13",
    statement:
      "A PATCH of another attribute, and a PUT of a guest as it was read, keep type and expiration.",
    tag: "OBS",
    evidence: [{ source: "java-sdk-tests", where: "scim2 createAndDeleteGuestUser" }],
  },
  {
    id: "FACT-GUEST-14",
    statement: {
      "2.0":
        "Converting a user who is a multi-channel guest already succeeds and changes nothing. A single-channel guest becomes a multi-channel one.",
    },
    tag: "OBS",
    evidence: [{ source: "slack-objects", where: "test_scim_users_make_guest_live" }],
    changes: [{ date: "2026-11", what: "Added from live tests." }],
  },
  {
    id: "FACT-GUEST-15",
    statement:
      "A group may have multi-channel guests as members. The error `unable_to_add_deleted_or_guest_to_group` says the opposite, so both answers are possible.",
    tag: "DOC",
    evidence: [{ source: "reference", where: "POST and PATCH /Groups of v1.1; list of errors" }],
    settings: ["guestsInGroups"],
  },
  {
    id: "FACT-GUEST-16",
    statement:
      "The conversion of a member to a guest ends the memberships in groups. Scripts of administrators read the groups first and add them again afterwards. No answer of Slack that shows it is public.",
    tag: "INF",
    evidence: [],
    settings: ["guestConversionDropsGroups"],
    changes: [
      { date: "2026-11", what: "Reported as what people stumble over; still without a recording." },
    ],
  },
  {
    id: "FACT-GUEST-17",
    statement:
      "The guest block lists the channels of the guest as `{value, display}`: in the schema document since 2024, in recorded users since October 2025. Both members are read-only.",
    tag: "OBS",
    evidence: [
      { source: "java-sdk-logs", where: "scim v1 and v2 Users" },
      { source: "connector-scim2", where: "Schemas: guest extension" },
    ],
    changes: [{ date: "2025-10", what: "Slack began to return the channels of a guest." }],
  },
] as const satisfies readonly Fact[];
