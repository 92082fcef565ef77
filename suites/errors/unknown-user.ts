/** The error codes that Slack documents for an unknown user (FACT-ERROR-20). */
export const unknownUserCodes = ["no_such_user", "unknown_user", "cannot_decode_user_id"];
