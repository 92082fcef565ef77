import { choice, flag, milliseconds, text, texts } from "./setting.ts";

/** Settings of users. */
export const userSettings = {
  userShape: choice({
    values: ["short", "long"],
    default: "long",
    facts: ["FACT-USER-49", "FACT-USER-50"],
    decides:
      "members with (long) or without (short) the SCIM profile fields; bots and guests are always short",
  }),
  directoryBlock: flag({
    default: false,
    facts: ["FACT-DISCOVERY-44"],
    decides: "whether users in the long form have an empty block of the directory extension in 2.0",
  }),
  secondaryEmailPlaceholder: flag({
    default: false,
    facts: ["FACT-USER-52"],
    decides: "whether a user without a second e-mail shows an empty one",
  }),
  longUserNameCode: choice({
    values: ["as-reported", "username_too_long", "long_username"],
    default: "as-reported",
    facts: ["FACT-ERROR-37", "FACT-ERROR-38"],
    decides:
      "error code for a userName over 21 characters; as reported an update in 1.1 says long_username, all else username_too_long",
  }),
  userNameCollision: choice({
    values: ["error", "alter"],
    default: "error",
    facts: ["FACT-USER-17", "FACT-ERROR-40"],
    decides: "a userName in use is rejected, or altered until it is unique (else truncation_error)",
  }),
  reservedUserNames: texts({
    default: ["slackbot", "admin", "channel", "everyone", "group", "here", "me", "undefined"],
    facts: ["FACT-ERROR-35", "FACT-USER-16"],
    decides: "userNames that give username_not_allowed",
  }),
  reservedWords: texts({
    default: ["slackbot", "channel", "everyone", "here"],
    facts: ["FACT-ERROR-47", "FACT-USER-72"],
    decides: "display names that give invalid_reserved_word",
  }),
  channelNames: texts({
    default: ["general", "random", "project-x"],
    facts: ["FACT-USER-71"],
    decides: "names of channels, which a userName must not repeat",
  }),
  displayNameSpecials: choice({
    values: ["keep", "underscore"],
    default: "keep",
    facts: ["FACT-USER-22", "FACT-USER-23"],
    decides: "special characters of a displayName are kept, or become _",
  }),
  displayNamePolicy: choice({
    values: ["provisioned", "members-edit"],
    default: "provisioned",
    facts: ["FACT-USER-26"],
    decides: "members-edit: a displayName is rejected with invalid_display_name",
  }),
  forbiddenNameCharacters: text({
    mayBeEmpty: true,
    default: "@",
    facts: ["FACT-USER-73"],
    decides: "the characters that give invalid_name_specials",
  }),
  emojiNotAllowedIn: texts({
    default: ["userName", "nickName", "displayName"],
    facts: ["FACT-ERROR-46", "FACT-USER-74"],
    decides: "attributes in which an emoji gives invalid_emoji_not_allowed",
  }),
  emailsAsStrings: choice({
    values: ["refuse", "accept"],
    default: "refuse",
    facts: ["FACT-USER-59"],
    decides: "e-mails given as plain strings (DIFF-MV-01)",
  }),
  emailsWithPrimary: choice({
    values: ["replace", "conflict"],
    default: "replace",
    facts: ["FACT-USER-57"],
    decides: "replace of emails in 2.0 with an array that has a new primary address",
  }),
  phoneConflict: choice({
    values: ["primary", "type"],
    default: "primary",
    facts: ["FACT-USER-64"],
    decides:
      'the primary phone of [{"type":"mobile"},{"primary":true}]: the one so marked, or the one not mobile',
  }),
  photoDelayMs: milliseconds({
    default: 50,
    facts: ["FACT-USER-69"],
    decides: "milliseconds until a photo is processed",
  }),
  deactivationDelayMs: milliseconds({
    default: 50,
    facts: ["FACT-DELETE-13"],
    decides: "milliseconds until a DELETE deactivates",
  }),
  extensionNeedsUrn: flag({
    default: true,
    facts: ["FACT-USER-47", "FACT-USER-48"],
    decides: "whether an extension block of a POST or PUT is ignored unless schemas has its URN",
  }),
  stringBooleans: choice({
    values: ["ignore", "accept", "refuse"],
    default: "ignore",
    facts: ["FACT-PATCH-36", "FACT-PATCH-37", "FACT-PATCH-38"],
    decides:
      'active as the text "False", as Entra and Java send it; ignore is for PATCH in 2.0, elsewhere it is taken as a boolean',
  }),
  groupsWrite: choice({
    values: ["ignore", "error"],
    default: "ignore",
    facts: ["FACT-USER-39"],
    decides: "writing a user's read-only groups",
  }),
  putNameConflict: choice({
    values: ["nickName", "userName"],
    default: "nickName",
    facts: ["FACT-PUT-21"],
    decides: "which wins when a PUT sends userName and nickName with different values",
  }),
  // FACT-PUT-18: an example of the reference deactivates, which Slack does not do.
  putOmittedActive: choice({
    values: ["keep", "false"],
    default: "keep",
    facts: ["FACT-PUT-19"],
    decides: "a PUT without active keeps it, or deactivates (false)",
  }),
  putOmittedGuest: choice({
    values: ["keep", "remove"],
    default: "keep",
    facts: ["FACT-PUT-30"],
    decides: "a PUT without the guest block keeps guest status, or ends it",
  }),
  putEmptyManager: choice({
    values: ["accept", "refuse"],
    default: "accept",
    facts: ["FACT-PUT-26"],
    decides: 'a PUT with "manager": {}, which a client sends that leaves out null members',
  }),
  v1NullValues: choice({
    values: ["ignore", "clear", "refuse"],
    default: "ignore",
    facts: ["FACT-PATCH-19"],
    decides: 'null in a PATCH of 1.1, such as {"title":null}; documented is one space',
  }),
  v1ClearingValue: choice({
    values: ["space", "space-or-empty"],
    default: "space-or-empty",
    facts: ["FACT-PATCH-18"],
    decides: "which text clears an attribute in a PATCH of 1.1; documented is one space",
  }),
};
