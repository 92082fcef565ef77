/** How far a source is trusted: see `docs/slack-facts.md`. */
type Strength = "strong" | "medium" | "weak";

export interface SourceText {
  /** What it is, for a person. */
  what: string;
  /** A public address; absent where there is none that lasts. */
  url?: string;
  /** When it was written or recorded: `2025-03`, `2020`. Where that is not known: `read 2026-11`. */
  date: string;
  strength: Strength;
}

/** Where facts about Slack were read. All of them are public. */
export const sources = {
  reference: {
    what: "Slack's SCIM API reference, tabs of version 1.1 and 2.0",
    url: "https://docs.slack.dev/reference/scim-api",
    date: "read 2026-11",
    strength: "strong",
  },
  guide: {
    what: 'Slack\'s guide "Using the Slack SCIM API"',
    url: "https://docs.slack.dev/admins/scim-api",
    date: "2025-03",
    strength: "strong",
  },
  "rate-limits": {
    what: "Slack's page on SCIM rate limits",
    url: "https://docs.slack.dev/reference/scim-api/rate-limits",
    date: "read 2026-11",
    strength: "strong",
  },
  changelog: {
    what: "Slack's changelog on pagination of SCIM lists",
    url: "https://docs.slack.dev/changelog/2019-06-have-scim-will-paginate",
    date: "2019-06",
    strength: "strong",
  },
  "java-sdk-tests": {
    what: "tests of Slack's Java SDK that run against Slack (test_with_remote_apis, scim and scim2)",
    url: "https://github.com/slackapi/java-slack-sdk",
    date: "2026-08",
    strength: "strong",
  },
  "java-sdk-logs": {
    what: "anonymised responses of Slack in the Java SDK (json-logs); null members are left out",
    url: "https://github.com/slackapi/java-slack-sdk",
    date: "2025-10",
    strength: "strong",
  },
  "java-sdk": {
    what: "requests of Slack's Java SDK, accepted in its tests against Slack",
    url: "https://github.com/slackapi/java-slack-sdk",
    date: "2026-08",
    strength: "strong",
  },
  "python-sdk-tests": {
    what: "integration tests of Slack's Python SDK (version 1.1)",
    url: "https://github.com/slackapi/python-slack-sdk",
    date: "2021",
    strength: "strong",
  },
  "python-slack-scim": {
    what: "fixtures and wire log of python-slack-scim (version 1.1)",
    url: "https://github.com/seratch/python-slack-scim",
    date: "2020",
    strength: "strong",
  },
  okta: {
    what: "Okta's support articles that quote Slack's error bodies",
    url: "https://support.okta.com",
    date: "read 2026-11",
    strength: "strong",
  },
  "okta-scim": {
    what: "Okta's references on SCIM 1.1 and 2.0, with the requests that it sends",
    url: "https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20",
    date: "2019-10",
    strength: "medium",
  },
  "entra-scim": {
    what: "Microsoft Entra's page on SCIM endpoints, with the requests that it sends",
    url: "https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups",
    date: "read 2026-11",
    strength: "medium",
  },
  xsoar: {
    what: "Cortex XSOAR's Slack integrations, recorded output and code (version 1.1)",
    url: "https://github.com/demisto/content",
    date: "2020-08",
    strength: "medium",
  },
  "hack-club": {
    what: "Hack Club's production client of version 2.0",
    url: "https://github.com/hackclub",
    date: "read 2026-11",
    strength: "medium",
  },
  authentik: {
    what: "authentik's SCIM provider with its Slack mode (version 2.0)",
    url: "https://github.com/goauthentik/authentik",
    date: "2026-07",
    strength: "medium",
  },
  entra: {
    what: "Microsoft Entra's tutorial on provisioning Slack",
    url: "https://learn.microsoft.com/entra/identity/saas-apps/slack-provisioning-tutorial",
    date: "2026-04-16",
    strength: "medium",
  },
  "entra-compatibility": {
    what: "Microsoft Entra's page on SCIM compatibility, and MicrosoftDocs/entra-docs pull request 879",
    url: "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
    date: "2024-05-28",
    strength: "strong",
  },
  "entra-gallery": {
    what: "MicrosoftDocs/entra-docs pull request 2014, by Slack's staff, on Entra's gallery application",
    url: "https://github.com/MicrosoftDocs/entra-docs/pull/2014",
    date: "2026-06-22",
    strength: "medium",
  },
  ibm: {
    what: "IBM Verify's page on its Slack adapter",
    url: "https://www.ibm.com/docs/en/security-verify?topic=slack-supported-attributes-error-handling",
    date: "read 2026-11",
    strength: "weak",
  },
  baton: {
    what: "ConductorOne's baton-scim configuration for Slack",
    url: "https://github.com/ConductorOne/baton-scim",
    date: "read 2026-11",
    strength: "weak",
  },
  "slack-driver": {
    what: "mozilla-iam/slack-driver, with a recorded response",
    url: "https://github.com/mozilla-iam/slack-driver",
    date: "2018",
    strength: "strong",
  },
  "ansible-iam": {
    what: "runtastic/ansible-iam in production",
    url: "https://github.com/runtastic/ansible-iam",
    date: "2023-03",
    strength: "medium",
  },
  "go-slack-scimapi": {
    what: "suzuki-shunsuke/go-slack-scimapi, recorded discovery documents of version 1.1",
    url: "https://github.com/suzuki-shunsuke/go-slack-scimapi",
    date: "2019-05-14",
    strength: "strong",
  },
  "connector-scim2": {
    what: "ExclamationLabs/connector-scim2, recorded discovery documents of version 2.0",
    url: "https://github.com/ExclamationLabs/connector-scim2",
    date: "2024-08",
    strength: "strong",
  },
  "slack-objects": {
    what: "mmercad0/slack-objects, live tests and docstrings",
    url: "https://github.com/mmercad0/slack-objects",
    date: "2026",
    strength: "medium",
  },
  cloudnative: {
    what: "a report on errors of Okta's provisioning with Slack (version 1.1)",
    url: "https://blog.cloudnative.co.jp/12293",
    date: "read 2026-11",
    strength: "medium",
  },
  "bits-slack": {
    what: "BITS's client of Slack's SCIM API for Gaia (version 1.1), in use",
    date: "read 2026-11",
    strength: "medium",
  },
  jumpcloud: {
    what: "JumpCloud's support pages on provisioning Slack",
    url: "https://jumpcloud.com/support",
    date: "read 2026-11",
    strength: "weak",
  },
  onelogin: {
    what: "what OneLogin sends, quoted in authentik's issue 11249",
    url: "https://github.com/goauthentik/authentik/issues/11249",
    date: "read 2026-11",
    strength: "weak",
  },
  "onelogin-scim": {
    what: "OneLogin's guide to SCIM, with the calls that it makes",
    url: "https://developers.onelogin.com/scim/implement-scim-api",
    date: "read 2026-11",
    strength: "medium",
  },
  unimoni: {
    what: "a vendor's page on single sign-on with JumpCloud",
    url: "https://app.uni-moni.com/en/kb/sso-setup-jumpcloud",
    date: "read 2026-11",
    strength: "weak",
  },
  "help-centre": {
    what: "Slack's help centre on SCIM provisioning",
    url: "https://slack.com/help/articles/212572638",
    date: "read 2026-11",
    strength: "strong",
  },
  "ramey-scripts": {
    what: "chad-ramey/slack, scripts on guests (version 1.1)",
    url: "https://github.com/chad-ramey/slack",
    date: "2024-08-02",
    strength: "weak",
  },
  "mixed-script": {
    what: "a public script: users by the Python SDK (version 1.1), groups by requests of version 2.0",
    date: "read 2026-11",
    strength: "weak",
  },
  status: {
    what: "Slack's status page",
    url: "https://slack-status.com",
    date: "2024-04",
    strength: "strong",
  },
} as const satisfies Record<string, SourceText>;

export type SourceId = keyof typeof sources;
