/** Which rules apply: Slack's documented behaviour, or the standard alone. */
export type Profile = "slack" | "rfc";
