/** The error codes that Slack documents for a user who does not exist (facts §11.2). */
export const unknownUserCodes = ["no_such_user", "unknown_user", "cannot_decode_user_id"];
