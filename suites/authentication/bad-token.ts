/** The error code with which Slack rejects a bad token, and that of version 2.0 in 2023. */
export const badToken = { code: "invalid_authentication", in2023: "unsupported_version" } as const;
