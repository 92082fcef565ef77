/** The error codes that Slack documents for an unknown user (facts §11.2). */
export const unknownUserCodes = ["no_such_user", "unknown_user", "cannot_decode_user_id"];
