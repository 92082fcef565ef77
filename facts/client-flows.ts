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
    unused: "The client of one organisation. The filters that it sends are those of other flows.",
  },
  {
    id: "FACT-CLIENT-28",
    statement: {
      "2.0":
        "Hack Club takes the id of an existing user from `email_taken`, repeats a create once after `invited_user_not_created`, and waits two seconds before it uses a new guest.",
    },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb" }],
    unused: "How a client deals with errors that no request can provoke on purpose.",
  },
  {
    id: "FACT-CLIENT-29",
    statement: {
      "1.1":
        "XSOAR puts a single object in `emails` or `phoneNumbers` into an array before it sends it.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar" }],
    unused: "Done before anything is sent.",
  },
  {
    id: "FACT-CLIENT-30",
    statement: {
      "1.1":
        "XSOAR expects 201 for a new group, 204 for its change and deletion, and 404 for a group that does not exist.",
    },
    tag: "OBS",
    evidence: [{ source: "xsoar" }],
    unused: "The statuses have their own facts, which rules cite.",
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
    unused:
      "The playbook of one organisation. Its forms are in the flow of Entra's custom application.",
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
  {
    id: "FACT-CLIENT-40",
    statement:
      'Okta looks a user up with `userName eq "…"`, `startIndex=1` and `count=100`, and creates the user when none is found. The create carries `password`, `groups` and `locale` too.',
    tag: "OBS",
    evidence: [{ source: "okta-scim", where: "create users, both versions" }],
    changes: [{ date: "2026-11", what: "read in Okta's documentation" }],
  },
  {
    id: "FACT-CLIENT-41",
    statement:
      "Okta reads a user before it changes the user, and sends the whole user by PUT. It never sends DELETE for a user: it sets `active` to false, by PATCH from an application of its catalogue, by PUT from a custom one.",
    tag: "OBS",
    evidence: [{ source: "okta-scim", where: "update and delete users, both versions" }],
    changes: [{ date: "2026-11", what: "read in Okta's documentation" }],
  },
  {
    id: "FACT-CLIENT-42",
    statement: {
      "1.1":
        "Okta deactivates with PATCH of `schemas`, `id` and `active`; it adds members with `value` and `display`, and removes one with `operation` `delete`.",
      "2.0":
        'Okta deactivates with one `replace` without a path, and the boolean in the value. It changes members with one PATCH of `remove` at `members[value eq "…"]` and `add` at `members`, or with `replace` of all.',
    },
    tag: "OBS",
    evidence: [{ source: "okta-scim", where: "PATCH of users and groups" }],
    changes: [{ date: "2026-11", what: "read in Okta's documentation" }],
  },
  {
    id: "FACT-CLIENT-43",
    statement: {
      "2.0":
        "Okta renames a group with a `replace` without a path whose value holds `id` and `displayName`, before each change of members.",
    },
    tag: "OBS",
    evidence: [{ source: "okta-scim", where: "update a specific group name" }],
    changes: [{ date: "2026-11", what: "read in Okta's documentation" }],
  },
  {
    id: "FACT-CLIENT-44",
    statement: {
      "2.0":
        "Entra's custom application sends `application/scim+json`. It creates a group without members and with a second schema of Microsoft's, adds members with `$ref` null, and reads groups with `excludedAttributes=members`, which Slack ignores.",
    },
    tag: "OBS",
    evidence: [{ source: "entra-scim", where: "SCIM protocol requests and responses" }],
    changes: [{ date: "2026-11", what: "read in Microsoft's documentation" }],
  },
  {
    id: "FACT-CLIENT-45",
    statement: {
      "2.0":
        "With the flag `aadOptscim062020`, Entra's custom application replaces several attributes with one `replace` without a path. The names in its value are paths, such as `name.givenName`.",
    },
    tag: "OBS",
    evidence: [{ source: "entra-compatibility", where: "requests to replace multiple attributes" }],
    changes: [{ date: "2026-11", what: "read in Microsoft's documentation" }],
  },
  {
    id: "FACT-CLIENT-46",
    statement: {
      "1.1":
        "Entra's gallery application finds a user by userName or email only, and writes a displayName with the create only. The forms of its requests are not published.",
    },
    tag: "OBS",
    evidence: [{ source: "entra", where: "attribute mappings and change log, 2026-04-16" }],
    changes: [{ date: "2020-06-16", what: "displayName is written with a new user only." }],
  },
  {
    id: "FACT-CLIENT-47",
    statement: {
      "2.0":
        "authentik creates a user with `formatted` in the name, `photos` and an address of the type `other`, and sends the whole user by PUT later. When Slack reports a conflict, it looks for `userName eq` and the name without quotes.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "clients/users.py, and its default mappings" }],
    changes: [{ date: "2026-11", what: "read in authentik's code" }],
  },
  {
    id: "FACT-CLIENT-48",
    statement: {
      "2.0":
        "authentik 2026.5 still removes a member with the member in `value`. Its issue 23798 calls this a fault: a strict provider empties the group. A change of July 2026 closes the issue.",
    },
    tag: "OBS",
    evidence: [{ source: "authentik", where: "issue 23798 and pull request 23800, 2026-07-07" }],
    changes: [{ date: "2026-07-07", what: "reported; the change was merged afterwards" }],
  },
  {
    id: "FACT-CLIENT-49",
    statement: {
      "2.0":
        "OneLogin tests a connection with a filter for a userName that does not exist. Which schemas and attributes it sends is a template that the administrator edits.",
    },
    tag: "OBS",
    evidence: [{ source: "onelogin-scim", where: "example API flow" }],
    changes: [{ date: "2026-11", what: "read in OneLogin's documentation" }],
  },
  {
    id: "FACT-CLIENT-50",
    statement:
      "JumpCloud takes over an existing group with the name of one of its groups, creates no group without members, and deactivates users that leave all groups of the application.",
    tag: "OBS",
    evidence: [{ source: "jumpcloud", where: "pages on group management of its connectors" }],
    changes: [{ date: "2026-11", what: "read in JumpCloud's pages" }],
  },
  {
    id: "FACT-CLIENT-51",
    statement: {
      "2.0":
        "One vendor writes that JumpCloud removes a member with the member in `value`, as Entra does without the flag. No request of JumpCloud to Slack is public.",
    },
    tag: "INF",
    evidence: [{ source: "unimoni", where: "page on JumpCloud" }],
    changes: [{ date: "2026-11", what: "found among public reports" }],
  },
] as const satisfies readonly Fact[];
