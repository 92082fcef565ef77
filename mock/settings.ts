/**
 * Differences between organisations, and what is not known about Slack (`INF`), in one object.
 * The comment of each setting names the fact behind it, which docs/slack-facts.md explains; so do the
 * test titles.
 */
export interface MockSettings {
  // --- availability and authentication ----------------------------------------------------------------------
  /**
   * FACT-AUTH-14, FACT-AUTH-15: a bad token on v2 gave 400 `unsupported_version` in 2023, 401
   * `invalid_authentication` in 2026.
   */
  v2AuthError: "2023" | "2026";
  /**
   * FACT-SERVICE-03: any plan but the two with SCIM gives `plus_teams_only`; guests need
   * `enterprise` (FACT-GUEST-01).
   */
  plan: "enterprise" | "business-plus" | "free";
  /** FACT-SERVICE-06: the token of a workspace install gives `non_org_teams_only`. */
  workspaceToken: string;
  /** FACT-AUTH-06: a valid token without the `admin` scope gives `permission_denied`. */
  insufficientToken: string;
  /** FACT-AUTH-17: a `WWW-Authenticate` header on 401; no source reports one. */
  wwwAuthenticate: boolean;
  // --- endpoints and wire -----------------------------------------------------------------------------------
  /** FACT-DELETE-01: status of a user's DELETE on v1.1. */
  v1UserDeleteStatus: 200 | 204;
  /** FACT-PATCH-03: status of a group's PATCH on v1.1; 204 has no body. */
  v1GroupPatchStatus: 200 | 204;
  /** FACT-DELETE-06: status of a group's DELETE on v2.0. */
  v2GroupDeleteStatus: 200 | 204;
  /** FACT-GROUP-03: a group's POST on v1.1 once returned an empty body (DIFF-POST-02). */
  groupPostBody: "full" | "empty";
  /** DIFF-URL-02, FACT-DISCOVERY-05: whether v1.1 also serves the singular `/ServiceProviderConfig`. */
  v1SingularProviderConfig: boolean;
  /** FACT-DISCOVERY-10: whether v1.1 lists `/Schemas`. */
  v1SchemasList: boolean;
  /** FACT-DISCOVERY-14: whether `/Schemas/{urn}` is served too; documented are `Users` and `Groups`. */
  schemasByUrn: boolean;
  /** FACT-DISCOVERY-09: whether `/ResourceTypes/User` and `/ResourceTypes/Group` are served. */
  resourceTypesById: boolean;
  /**
   * FACT-DISCOVERY-49: schemas and resource types as they were recorded, with their odd parts, or in
   * the form of the specification.
   */
  discoveryDocuments: "recorded" | "tidy";
  /** FACT-DISCOVERY-25: `patch.supported` of the configuration of v1.1; PATCH works with either value. */
  v1PatchAnnounced: boolean;
  /** FACT-FORMAT-09: media type of v2.0 responses; the RFC requires `application/scim+json`. */
  v2ContentType: "application/json; charset=utf-8" | "application/scim+json; charset=utf-8";
  /** FACT-FORMAT-10: `/` is written `\/` in v1.1 bodies. */
  v1EscapesSlashes: boolean;
  /** FACT-FORMAT-19: a `Location` header on 201. */
  locationHeader: boolean;
  /** FACT-FORMAT-14: `attributes` and `excludedAttributes` are ignored, or select top-level attributes. */
  attributesParameter: "ignore" | "honour";
  /** FACT-FORMAT-03: bodies whose Content-Type is not JSON are rejected. */
  foreignContentType: "refuse" | "accept";
  /** FACT-FORMAT-29: a body whose strings are in single quotes. */
  singleQuotedJson: "refuse" | "accept";
  /** FACT-PATCH-24: a v1.1 POST with the header `X-HTTP-Method-Override`. */
  v1MethodOverride: "refuse" | "honour";
  /** Largest request body in bytes. FACT-FORMAT-27: Slack's limit is not known. */
  maxBodyBytes: number;
  /** Deepest nesting of a request body (FACT-FORMAT-28). */
  maxBodyDepth: number;
  /** FACT-FORMAT-31, FACT-USER-07: whether POST without `schemas` is rejected on v1.1. */
  v1PostRequiresSchemas: boolean;
  /** FACT-PATCH-20: whether PATCH without `schemas` is rejected on v1.1. */
  v1PatchRequiresSchemas: boolean;
  /** FACT-PUT-28: whether PUT without `schemas` is rejected on v1.1. */
  v1PutRequiresSchemas: boolean;
  /** DIFF-PATCH-02, FACT-PATCH-22: whether a v2.0 PATCH must contain the PatchOp URN. */
  v2PatchRequiresPatchOp: boolean;
  /** DIFF-URN-01, FACT-FORMAT-37: a POST or PUT whose `schemas` contains no URN of the version of the call. */
  foreignSchemas: "refuse" | "accept";
  /** FACT-ERROR-24 ("may give"), FACT-USER-06: unknown members of a body are ignored, or `invalid_request_payload`. */
  unknownMembers: "ignore" | "error";
  /** DIFF-CASE-01, FACT-FORMAT-40: attribute names of a body are matched regardless of case. */
  attributeNamesIgnoreCase: boolean;
  // --- errors -----------------------------------------------------------------------------------------------
  /** A v2.0 error also carries v1's `Errors`, which Slack's Java SDK reads on every error (FACT-CLIENT-12). */
  v2ErrorAlsoCarriesErrors: boolean;
  /** FACT-ERROR-06: context in parentheses after the error code. */
  errorSuffixes: boolean;
  /**
   * FACT-ERROR-08: how an error of a v1.1 create names the user: `username=…` with `username_taken`
   * and `user=…` with other codes as reported, one of the two, or not at all.
   */
  v1CreateErrorSuffix: "as-reported" | "user" | "username" | "none";
  /** FACT-ERROR-72: another HTTP status for an error code. */
  errorStatusOverrides: Readonly<Record<string, number>>;
  // --- users ------------------------------------------------------------------------------------------------
  /** FACT-USER-49, FACT-USER-50: members with or without the SCIM profile fields; bots and guests are always short. */
  userShape: "short" | "long";
  /** FACT-DISCOVERY-44: users in the long form have an empty block of the directory extension on v2.0. */
  directoryBlock: boolean;
  /** FACT-USER-52: an empty second e-mail when the user has none. */
  secondaryEmailPlaceholder: boolean;
  /**
   * FACT-ERROR-37, FACT-ERROR-38: error code for a userName over 21 characters. As reported: in v1.1 an
   * update says `long_username`, a create `username_too_long`; in v2.0 both say what is documented.
   */
  longUserNameCode: "as-reported" | "username_too_long" | "long_username";
  /**
   * FACT-USER-17, FACT-ERROR-40: a userName in use is rejected, or altered until it is unique (else
   * `truncation_error`).
   */
  userNameCollision: "error" | "alter";
  /** FACT-ERROR-35, FACT-USER-16: userNames that give `username_not_allowed`. */
  reservedUserNames: readonly string[];
  /** FACT-ERROR-47, FACT-USER-72: display names that give `invalid_reserved_word`. */
  reservedWords: readonly string[];
  /** FACT-USER-71: userNames are unique against channel names too. */
  channelNames: readonly string[];
  /** FACT-USER-22, FACT-USER-23: special characters of displayName are kept, or become `_`. */
  displayNameSpecials: "keep" | "underscore";
  /** FACT-USER-26: `invalid_display_name` when members may edit their own display names. */
  displayNamePolicy: "provisioned" | "members-edit";
  /** FACT-USER-73: the characters that give `invalid_name_specials`. */
  forbiddenNameCharacters: string;
  /** FACT-ERROR-46, FACT-USER-74: where an emoji gives `invalid_emoji_not_allowed`. */
  emojiNotAllowedIn: readonly string[];
  /** DIFF-MV-01, FACT-USER-59: e-mails given as plain strings. */
  emailsAsStrings: "refuse" | "accept";
  /** FACT-USER-57: v2.0 `replace` of emails with an array that has a new primary address. */
  emailsWithPrimary: "replace" | "conflict";
  /** FACT-USER-64: which entry becomes the primary phone for `[{type:"mobile"},{primary:true}]`. */
  phoneConflict: "primary" | "type";
  /** FACT-USER-69: photos are processed this many milliseconds after the response. */
  photoDelayMs: number;
  /** FACT-USER-47, FACT-USER-48: extension blocks of a POST or PUT are ignored unless `schemas` contains their URN. */
  extensionNeedsUrn: boolean;
  /**
   * FACT-PATCH-36, FACT-PATCH-37, FACT-PATCH-38: `active` as the string `"False"`, as Entra and Java send it.
   * `ignore` is about v2.0 PATCH; elsewhere it is a boolean then.
   */
  stringBooleans: "ignore" | "accept" | "refuse";
  /** SCIM11-CS-6.2-08, FACT-USER-39: writing a user's read-only `groups`. */
  groupsWrite: "ignore" | "error";
  /** FACT-PUT-21: which wins when a PUT sends userName and nickName with different values. */
  putNameConflict: "nickName" | "userName";
  /** FACT-PUT-18, FACT-PUT-19: whether a PUT without `active` deactivates. */
  putOmittedActive: "keep" | "false";
  /** FACT-PUT-30: whether a PUT without the guest block ends guest status. */
  putOmittedGuest: "keep" | "remove";
  /** FACT-PUT-26: a PUT with `"manager": {}`, as a user is read that has none, without null members. */
  putEmptyManager: "accept" | "refuse";
  /** FACT-PATCH-18: which string clears a field in a v1.1 PATCH; documented is one space. */
  v1ClearingValue: "space" | "space-or-empty";
  /** FACT-PATCH-19: null in a v1.1 PATCH, `{"title":null}`; documented is one space. */
  v1NullValues: "ignore" | "clear" | "refuse";
  // --- guests -----------------------------------------------------------------------------------------------
  /** FACT-GUEST-15 (conflict): multi-channel guests as group members. */
  guestsInGroups: "accept" | "refuse";
  /** FACT-GUEST-16: becoming a guest ends group memberships. */
  guestConversionDropsGroups: boolean;
  // --- user operations --------------------------------------------------------------------------------------
  /** FACT-DELETE-13: a DELETE deactivates after this many milliseconds. */
  deactivationDelayMs: number;
  /** FACT-PATCH-98: unknown PATCH paths. */
  unknownPatchPath: "ignore" | "error";
  /** FACT-GROUP-53: `remove` at `members` with a `value`: all members, or (contrary to it) those in the value. */
  removeMembersWithValue: "all" | "selected";
  /** DIFF-PATCH-08, FACT-PATCH-99: a value path that selects nothing. */
  patchNoTarget: "ignore" | "error";
  /** FACT-PATCH-30: Java sends `"Operations":[]`. */
  emptyOperations: "accept" | "error";
  /** FACT-PATCH-23: whether v1.1 accepts PatchOp bodies, as one integrator sends them. */
  v1AcceptsPatchOp: boolean;
  // --- groups -----------------------------------------------------------------------------------------------
  /** FACT-GROUP-24: largest number of members in one call (`too_many_users`). */
  maxMembersPerCall: number;
  /** FACT-GROUP-26, FACT-GROUP-27: largest group (`group_member_max_exceeded`); 5,000 for user groups. */
  maxGroupMembers: number;
  /** FACT-GROUP-28: whether two groups may share a displayName; else `group_creation_failed` with 409. */
  groupDuplicates: "refuse" | "accept";
  /** FACT-GROUP-29: group changes become visible after this many milliseconds. */
  groupVisibilityDelayMs: number;
  // --- lists and filters ------------------------------------------------------------------------------------
  /** FACT-LIST-02: page size without `count`. */
  defaultPageSize: number;
  /** FACT-LIST-03: largest page; more is clamped. */
  maxPageSize: number;
  /** FACT-LIST-23: `itemsPerPage` of a page that holds fewer results than were asked for. */
  itemsPerPage: "returned" | "asked";
  /** FACT-LIST-24: `startIndex` and `count` page the members of a group. */
  memberPaging: "ignore" | "honour";
  /** FACT-LIST-20: `startIndex` or `count` that are not integers. */
  malformedPaging: "error" | "default";
  /** FACT-FILTER-02, FACT-FILTER-26: filters on v2.0. */
  v2Filter: "full" | "eq-only" | "off";
  /** FACT-FILTER-27: attributes that a filter may contain: the known ones, or further ones of the resource. */
  filterAttributes: "known" | "wide";
  /** FACT-LIST-14: whether lists contain deactivated members. */
  listDeactivated: boolean;
  // --- limits -----------------------------------------------------------------------------------------------
  /** FACT-LIMIT-01: Slack's limits, or none. */
  rateLimits: "real" | "off";
  /** FACT-LIMIT-12: multiplies rates and bursts. */
  rateLimitScale: number;
  /** FACT-LIMIT-11: v1 and v2 calls share the same buckets. */
  sharedRateLimits: boolean;
  /** FACT-LIMIT-14: one write at a time for each user and group. */
  lockWrites: boolean;
  /** How long a write holds its lock, in milliseconds (FACT-LIMIT-18). */
  writeDurationMs: number;
}

/** The best-supported value for each fact. */
export const defaultSettings: Readonly<MockSettings> = {
  v2AuthError: "2026",
  plan: "enterprise",
  workspaceToken: "xoxp-mock-workspace",
  insufficientToken: "xoxp-mock-member",
  wwwAuthenticate: false,
  v1UserDeleteStatus: 200,
  v1GroupPatchStatus: 204,
  v2GroupDeleteStatus: 204,
  groupPostBody: "full",
  v1SingularProviderConfig: false,
  v1SchemasList: false,
  schemasByUrn: false,
  resourceTypesById: true,
  discoveryDocuments: "recorded",
  v1PatchAnnounced: true,
  v2ContentType: "application/json; charset=utf-8",
  v1EscapesSlashes: true,
  locationHeader: false,
  attributesParameter: "ignore",
  foreignContentType: "refuse",
  singleQuotedJson: "refuse",
  v1MethodOverride: "refuse",
  maxBodyBytes: 4 * 1024 * 1024,
  maxBodyDepth: 32,
  v1PostRequiresSchemas: true,
  v1PatchRequiresSchemas: false,
  v1PutRequiresSchemas: false,
  v2PatchRequiresPatchOp: true,
  foreignSchemas: "refuse",
  unknownMembers: "ignore",
  attributeNamesIgnoreCase: true,
  v2ErrorAlsoCarriesErrors: true,
  errorSuffixes: true,
  v1CreateErrorSuffix: "as-reported",
  errorStatusOverrides: {},
  userShape: "long",
  directoryBlock: false,
  secondaryEmailPlaceholder: false,
  longUserNameCode: "as-reported",
  userNameCollision: "error",
  reservedUserNames: [
    "slackbot",
    "admin",
    "channel",
    "everyone",
    "group",
    "here",
    "me",
    "undefined",
  ],
  reservedWords: ["slackbot", "channel", "everyone", "here"],
  channelNames: ["general", "random", "project-x"],
  displayNameSpecials: "keep",
  displayNamePolicy: "provisioned",
  forbiddenNameCharacters: "@",
  emojiNotAllowedIn: ["userName", "nickName", "displayName"],
  emailsAsStrings: "refuse",
  emailsWithPrimary: "replace",
  phoneConflict: "primary",
  photoDelayMs: 50,
  extensionNeedsUrn: true,
  stringBooleans: "ignore",
  groupsWrite: "ignore",
  putNameConflict: "nickName",
  putOmittedActive: "keep",
  putOmittedGuest: "keep",
  putEmptyManager: "accept",
  v1ClearingValue: "space-or-empty",
  v1NullValues: "ignore",
  guestsInGroups: "accept",
  guestConversionDropsGroups: true,
  deactivationDelayMs: 50,
  unknownPatchPath: "ignore",
  removeMembersWithValue: "all",
  patchNoTarget: "ignore",
  emptyOperations: "accept",
  v1AcceptsPatchOp: false,
  maxMembersPerCall: 15_000,
  maxGroupMembers: 15_000,
  groupDuplicates: "refuse",
  groupVisibilityDelayMs: 0,
  defaultPageSize: 10,
  maxPageSize: 1000,
  itemsPerPage: "returned",
  memberPaging: "ignore",
  malformedPaging: "error",
  v2Filter: "full",
  filterAttributes: "known",
  listDeactivated: true,
  rateLimits: "off",
  rateLimitScale: 1,
  sharedRateLimits: true,
  lockWrites: true,
  writeDurationMs: 0,
};

/**
 * The given settings, with defaults for the others.
 *
 * @throws Error naming a setting that does not exist or has a value of another type
 */
export function settingsFrom(
  given: Readonly<Record<string, unknown>>,
  base: Readonly<MockSettings> = defaultSettings,
): MockSettings {
  const known: Readonly<Record<string, unknown>> = { ...defaultSettings };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, name)) throw new Error(`unknown setting ${name}`);
    const expected = known[name];
    if (typeof value !== typeof expected || Array.isArray(value) !== Array.isArray(expected)) {
      const type = Array.isArray(expected) ? "array" : typeof expected;
      throw new Error(`setting ${name} must be of type ${type}`);
    }
  }
  return { ...base, ...given };
}
