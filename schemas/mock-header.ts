/**
 * The header by which each response of the mock says that it is not Slack's: what a run observes of
 * the mock are assumptions, and proves nothing about Slack.
 */
export const mockHeader = "x-scim-mock";
/** Its value. */
export const mockName = "slack-scim-conformance";
