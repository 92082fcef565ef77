/** Longest userName and nickName, in characters. DOC: Slack's v1.1 attribute table; codes `username_too_long` and `long_nickname`. */
export const USER_NAME_MAX = 21;

/** Longest displayName, in characters. DOC: Slack's attribute table; code `invalid_name_maxlength`. */
export const DISPLAY_NAME_MAX = 80;

/** Most members in one call. DOC: Slack's group section; code `too_many_users`. */
export const GROUP_CALL_MAX = 15_000;

/**
 * The mail domain of everything that is generated, unless a constraint names another one.
 * `.example` is reserved (RFC 2606 §2, RFC 6761 §6.5): mail to it reaches no one.
 */
export const EMAIL_DOMAIN = "scim-conformance.example";
