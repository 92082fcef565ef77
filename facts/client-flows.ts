import type { Fact } from "./fact.ts";

/** What identity providers and other integrators do with Slack. */
export const clientFlowFacts = [
  {
    id: "FACT-CLIENT-16",
    statement: {
      "2.0":
        "authentik's mode for Slack takes `filter.supported` for true, whatever the configuration says.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/base.py" }],
  },
  {
    id: "FACT-CLIENT-17",
    statement: {
      "2.0":
        'authentik creates a group; when Slack reports a conflict, it looks the group up with `displayName eq "…"`.',
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/groups.py, create" }],
  },
  {
    id: "FACT-CLIENT-18",
    statement: {
      "2.0":
        "authentik adds and removes members with an operation for each, at the path `members` with the member in `value`.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/groups.py, patch_compare_users" }],
  },
  {
    id: "FACT-CLIENT-19",
    statement: {
      "2.0":
        "authentik updates a group with one `replace` without a path, whose value is the whole group without its members, with an `externalId`.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/groups.py, _update_patch_general" }],
  },
  {
    id: "FACT-CLIENT-20",
    statement: { "2.0": "authentik reads the configuration at `/ServiceProviderConfig`." },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/base.py" }],
  },
  {
    id: "FACT-CLIENT-21",
    statement: {
      "1.1": "Entra's gallery application speaks version 1.1, in the form that Slack wants.",
    },
    tag: "OBS",
    evidence: [{ source: "entra" }],
  },
  {
    id: "FACT-CLIENT-22",
    statement: {
      "2.0":
        "Entra's custom application speaks version 2.0. Microsoft calls it unsupported for Slack.",
    },
    tag: "OBS",
    evidence: [{ source: "entra" }, { source: "entra-compatibility" }],
  },
  {
    id: "FACT-CLIENT-23",
    statement: {
      "2.0":
        'Without the flag `aadOptscim062020`, Entra\'s custom application writes operations with a capital, booleans as the strings `"True"` and `"False"`, and removes a member with `Remove` at `members` and the member in `value`.',
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-24",
    statement: {
      "2.0":
        'With the flag `aadOptscim062020`, Entra\'s custom application writes `replace` with the boolean `false`, and removes a member with `members[value eq "…"]`.',
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "pull request 879" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-71",
    statement: {
      "1.1":
        "Entra's gallery application works with every organisation that has SCIM, on Business+ and on Enterprise. Microsoft's tutorial names Business+ only, which Slack's staff asked to correct.",
    },
    tag: "OBS",
    evidence: [{ source: "entra-gallery", where: "description of the pull request" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-72",
    statement: {
      "2.0":
        "The flag `aadOptscim062020` is a query of the tenant URL of Entra's custom application, such as `https://api.slack.com/scim/v2/?aadOptscim062020`. It is for custom applications only, and has no effect on provisioning on demand.",
    },
    tag: "OBS",
    evidence: [
      {
        source: "entra-compatibility",
        where: "Understanding the provisioning job; Flags, 2025-04",
      },
    ],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-25",
    statement: {
      "1.1": "Okta shows Slack's errors in the form of version 1.1, and honours `Retry-After`.",
    },
    tag: "OBS",
    evidence: [{ source: "okta", where: "articles on error bodies and on rate limits" }],
  },
  {
    id: "FACT-CLIENT-26",
    statement: "Okta advises to shorten userNames to 21 characters.",
    tag: "OBS",
    evidence: [{ source: "okta", where: "article on long_username" }],
  },
  {
    id: "FACT-CLIENT-27",
    statement: {
      "2.0":
        'Hack Club looks a user up with `emails eq "…"`, makes up to 21 characters of the address\'s local part into a userName, and asks with `userName eq "…"` until one is free.',
    },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb" }],
  },
  {
    id: "FACT-CLIENT-28",
    statement: {
      "2.0":
        "Hack Club takes the id of an existing user from `email_taken`, repeats a create once after `invited_user_not_created`, and waits two seconds before it uses a new guest.",
    },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb" }],
  },
  {
    id: "FACT-CLIENT-29",
    statement: {
      "1.1":
        "XSOAR puts a single object in `emails` or `phoneNumbers` into an array before it sends it.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar" }],
  },
  {
    id: "FACT-CLIENT-30",
    statement: {
      "1.1":
        "XSOAR expects 201 for a new group, 204 for its change and deletion, and 404 for a group that does not exist.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar" }],
  },
  {
    id: "FACT-CLIENT-31",
    statement:
      "JumpCloud sends a displayName with every user, so the organisation must not let members change theirs.",
    tag: "OBS",
    evidence: [{ source: "jumpcloud", where: "page on integrating with Slack" }],
    settings: ["displayNamePolicy"],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-32",
    statement:
      "OneLogin sends `urn:scim:schemas:core:2.0` in `schemas` of a PUT, a URN of neither version.",
    tag: "OBS",
    evidence: [{ source: "authentik", where: "issue 11249, a logged request of OneLogin" }],
    settings: ["foreignSchemas"],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-33",
    statement: {
      "1.1":
        "ConductorOne's baton-scim sends PatchOp bodies to version 1.1, and removes members with a `replace` of all.",
    },
    tag: "OBS",
    evidence: [{ source: "baton" }],
    settings: ["v1AcceptsPatchOp"],
  },
  {
    id: "FACT-CLIENT-34",
    statement:
      "Scripts that move to version 2.0 mix both: users with an SDK of 1.1, groups with requests of 2.0 that they write themselves, on the same ids. To add a member they read the group and `replace` all members, `display` included.",
    tag: "OBS",
    evidence: [
      {
        source: "mixed-script",
        where: "SCIMClient for users, PATCH of scim/v2/Groups",
      },
    ],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-35",
    statement: {
      "2.0":
        'runtastic\'s playbook sends `Replace` with a boolean, `email Eq "…"` as its filter, and PUT of the whole user.',
    },
    tag: "OBS",
    evidence: [{ source: "ansible-iam", where: "library/scim_user.py, since 2023-05" }],
  },
  {
    id: "FACT-CLIENT-36",
    statement:
      "When it is configured, Okta's SCIM client reads `/Users?startIndex=1&count=2` and `/Groups?startIndex=1&count=100`.",
    tag: "OBS",
    evidence: [{ source: "okta", where: "developer documentation of SCIM" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-37",
    statement: {
      "2.0": 'Okta\'s SCIM client removes a member with `remove` at `members[value eq "…"]`.',
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "issue 24173, a logged request of Okta" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-38",
    statement: 'OneLogin looks a user up with `userName eq "…"` and updates it with PUT.',
    tag: "OBS",
    evidence: [{ source: "authentik", where: "issue 11249, logged requests of OneLogin" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
  {
    id: "FACT-CLIENT-39",
    statement:
      "JumpCloud tests a custom SCIM integration with a user and a group that it creates and deletes. Where DELETE of users is not supported, it deactivates the user.",
    tag: "OBS",
    evidence: [{ source: "jumpcloud", where: "page on custom SCIM integrations" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
] as const satisfies readonly Fact[];
