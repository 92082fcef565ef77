import type { Evidence, Fact } from "./fact.ts";

/** Slack's list of error codes, which is one for both versions. */
const list = [{ source: "reference", where: "Errors" }] as const satisfies readonly Evidence[];

/** Error codes of users: when each is sent. */
export const userErrorFacts = [
  {
    id: "FACT-ERROR-27",
    statement: "`email_empty`: the request has no primary e-mail address.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-28",
    statement: "`email_invalid`: the values of the e-mail addresses are invalid.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-29",
    statement: "`bad_email_address`: the e-mail address does not exist, or is malformed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-30",
    statement: "`email_taken`: another user has the e-mail address.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-31",
    statement:
      "`missing_primary_email`: the request removes the primary e-mail address without a new one.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-32",
    statement: "`username_required`: the request has no userName.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-33",
    statement: "`username_empty`: the userName of a PUT or POST is empty.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-34",
    statement: "`username_invalid`: the userName is malformed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-35",
    statement:
      "`username_not_allowed`: the userName is reserved. Slack does not publish the reserved names.",
    tag: "DOC",
    evidence: list,
    settings: ["reservedUserNames"],
  },
  {
    id: "FACT-ERROR-36",
    statement: "`username_taken`: the userName of a new user is in use, by a user or by a channel.",
    tag: "DOC",
    evidence: list,
    settings: ["channelNames", "userNameCollision"],
  },
  {
    id: "FACT-ERROR-37",
    statement: "`username_too_long`: the userName has more than 21 characters.",
    tag: "DOC",
    evidence: list,
    settings: ["longUserNameCode"],
  },
  {
    id: "FACT-ERROR-38",
    statement: {
      "1.1":
        "An update with a userName of more than 21 characters is rejected with `long_username`, which is not in the list; a create is rejected with `username_too_long`.",
    },
    tag: "OBS",
    evidence: [{ source: "okta", where: "long_username on pushUserProfile" }],
    settings: ["longUserNameCode"],
    changes: [{ date: "2026-11", what: "was one code for both; public reports show one for each" }],
  },
  {
    id: "FACT-ERROR-39",
    statement: "`long_nickname`: the nickName has more than 21 characters.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-40",
    statement:
      "`truncation_error`: the userName is in use, and Slack cannot shorten it to one that is not.",
    tag: "DOC",
    evidence: list,
    settings: ["userNameCollision"],
  },
  {
    id: "FACT-ERROR-41",
    statement:
      "`invalid_display_name`: the displayName cannot be changed, because members may change their own. It can still be set on a create.",
    tag: "DOC",
    evidence: list,
    settings: ["displayNamePolicy"],
  },
  {
    id: "FACT-ERROR-42",
    statement: "`invalid_name_maxlength`: the displayName is too long.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-43",
    statement: "`invalid_name_required`: givenName and familyName consist of spaces only.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-44",
    statement:
      "`invalid_name_specials`: the displayName contains forbidden characters, such as `@`. Slack does not list them.",
    tag: "DOC",
    evidence: list,
    settings: ["forbiddenNameCharacters"],
  },
  {
    id: "FACT-ERROR-45",
    statement: "`invalid_starts_with_at`: the displayName starts with `@`.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-46",
    statement:
      "`invalid_emoji_not_allowed`: a value contains an emoji. Slack does not say which attributes may not.",
    tag: "DOC",
    evidence: list,
    settings: ["emojiNotAllowedIn"],
  },
  {
    id: "FACT-ERROR-47",
    statement:
      "`invalid_reserved_word`: an attribute contains a reserved word. Slack does not publish the words.",
    tag: "DOC",
    evidence: list,
    settings: ["reservedWords"],
  },
  {
    id: "FACT-ERROR-48",
    statement:
      "`improper_enterprise_schema_format`: the manager in the enterprise extension has no `managerId`.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-49",
    statement: "`password_change_not_allowed`: the request changes a password.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-50",
    statement:
      "`unable_to_create_team_profile_fields`: Slack could not create a custom profile field.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-51",
    statement: "`user_creation_failed`: the user exists already, or could not be created.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-52",
    statement: {
      "2.0":
        "A create sometimes fails with `invited_user_not_created`, which is not in the list. One repetition after a second succeeds.",
    },
    tag: "OBS",
    evidence: [{ source: "hack-club", where: "scim_service.rb, create_user" }],
  },
  {
    id: "FACT-ERROR-53",
    statement: "`cannot_make_user_guest`: admins, owners and primary owners cannot become guests.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-54",
    statement:
      "`cannot_disable_primary_owner` and `primary_owner_check_failure`: the primary owner of a workspace or of an organisation cannot be deactivated.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-55",
    statement: "`cannot_disable_bot_user_with_scim`: a bot user cannot be deactivated.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-56",
    statement: "`cannot_modify_owner`: the ownership of a workspace cannot be changed.",
    tag: "DOC",
    evidence: list,
  },
  {
    id: "FACT-ERROR-57",
    statement:
      "`cannot_modify_gdpr`: a user whose data was erased under the GDPR cannot be changed.",
    tag: "DOC",
    evidence: list,
  },
] as const satisfies readonly Fact[];
