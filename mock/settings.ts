/**
 * Differences between organisations, and what is not known about Slack (`INF`), in one object.
 * The comment of each setting names the fact behind it, and how it is known. A section (§) is one of the
 * reference notes on Slack's SCIM API, the same that the test titles name.
 */
export interface MockSettings {
  // --- §1 availability and authentication -------------------------------------------------------------------
  /** §1 INF/OBS: a bad token on v2 gave 400 `unsupported_version` in 2023, 401 `invalid_authentication` in 2026. */
  v2AuthError: "2023" | "2026";
  /** §1 DOC: any plan but the two with SCIM gives `plus_teams_only`; guests need `enterprise` (§6 DOC). */
  plan: "enterprise" | "business-plus" | "free";
  /** §1 DOC: the token of a workspace install gives `non_org_teams_only`. */
  workspaceToken: string;
  /** §11.2 DOC: a valid token without the `admin` scope gives `permission_denied`. */
  insufficientToken: string;
  /** §1 INF: a `WWW-Authenticate` header on 401; no source reports one. */
  wwwAuthenticate: boolean;
  // --- §2, §3 endpoints and wire ----------------------------------------------------------------------------
  /** §2 OBS: status of a user's DELETE on v1.1. */
  v1UserDeleteStatus: 200 | 204;
  /** §2 OBS: status of a group's PATCH on v1.1; 204 has no body. */
  v1GroupPatchStatus: 200 | 204;
  /** §2 INF: status of a group's DELETE on v2.0. */
  v2GroupDeleteStatus: 200 | 204;
  /** §2 OBS: a group's POST on v1.1 once returned an empty body (DIFF-POST-02). */
  groupPostBody: "full" | "empty";
  /** DIFF-URL-02 INF: whether v1.1 also serves the singular `/ServiceProviderConfig`. */
  v1SingularProviderConfig: boolean;
  /** §2 INF: whether v1.1 lists `/Schemas`. */
  v1SchemasList: boolean;
  /** §2 INF: whether `/Schemas/{urn}` is served too; documented are `Users` and `Groups`. */
  schemasByUrn: boolean;
  /** §4.2 INF: whether `/ResourceTypes/User` and `/ResourceTypes/Group` are served. */
  resourceTypesById: boolean;
  /** §3 INF: media type of v2.0 responses; the RFC requires `application/scim+json`. */
  v2ContentType: "application/json; charset=utf-8" | "application/scim+json; charset=utf-8";
  /** §3 OBS: `/` is written `\/` in v1.1 bodies. */
  v1EscapesSlashes: boolean;
  /** §3.2 INF: a `Location` header on 201. */
  locationHeader: boolean;
  /** §3 INF: `attributes` and `excludedAttributes` are ignored, or select top-level attributes. */
  attributesParameter: "ignore" | "honour";
  /** §3 INF: bodies whose Content-Type is not JSON are rejected. */
  foreignContentType: "refuse" | "accept";
  /** Largest request body in bytes. INF: Slack's limit is not known. */
  maxBodyBytes: number;
  /** Deepest nesting of a request body. INF. */
  maxBodyDepth: number;
  /** §3 DOC against OBS (weak): whether PATCH without `schemas` is rejected on v1.1. */
  v1PatchRequiresSchemas: boolean;
  /** DIFF-PATCH-02 INF: whether a v2.0 PATCH must contain the PatchOp URN. */
  v2PatchRequiresPatchOp: boolean;
  /** DIFF-URN-01 INF: a POST or PUT whose `schemas` contains no URN of the version of the call. */
  foreignSchemas: "refuse" | "accept";
  /** §7.1 DOC ("may give"): unknown members of a body are ignored, or `invalid_request_payload`. */
  unknownMembers: "ignore" | "error";
  /** DIFF-CASE-01 INF: attribute names of a body are matched in any letter case. */
  attributeNamesIgnoreCase: boolean;
  // --- §11 errors -------------------------------------------------------------------------------------------
  /** A v2.0 error also carries v1's `Errors`, which Slack's Java SDK reads on every error. INF. */
  v2ErrorAlsoCarriesErrors: boolean;
  /** §11.1 OBS: context in parentheses after the error code. */
  errorSuffixes: boolean;
  /** §11.2: another HTTP status for an error code. */
  errorStatusOverrides: Readonly<Record<string, number>>;
  // --- §5 users ---------------------------------------------------------------------------------------------
  /** §5.2 OBS: members with or without the SCIM profile fields; bots and guests are always short. */
  userShape: "short" | "long";
  /** §5.2 OBS 2020: an empty second e-mail when the user has none. */
  secondaryEmailPlaceholder: boolean;
  /** §5.1 DOC/OBS: error code for a userName over 21 characters. */
  longUserNameCode: "username_too_long" | "long_username";
  /** §5.1, §7.1 DOC: a userName in use is rejected, or altered until it is unique (else `truncation_error`). */
  userNameCollision: "error" | "alter";
  /** §5.1 DOC (list INF): userNames that give `username_not_allowed`. */
  reservedUserNames: readonly string[];
  /** §5.1 DOC (list INF): display names that give `invalid_reserved_word`. */
  reservedWords: readonly string[];
  /** §5.1 DOC: userNames are unique against channel names too. */
  channelNames: readonly string[];
  /** §5.1 DOC (inconsistent): special characters of displayName are kept, or become `_`. */
  displayNameSpecials: "keep" | "underscore";
  /** §5.1 DOC: `invalid_display_name` when members may edit their own display names. */
  displayNamePolicy: "provisioned" | "members-edit";
  /** §5.1 INF: the characters that give `invalid_name_specials`. */
  forbiddenNameCharacters: string;
  /** §5.1 DOC (which attributes: INF): where an emoji gives `invalid_emoji_not_allowed`. */
  emojiNotAllowedIn: readonly string[];
  /** DIFF-MV-01 INF: e-mails given as plain strings. */
  emailsAsStrings: "refuse" | "accept";
  /** §5.4 INF: which entry becomes the primary phone for `[{type:"mobile"},{primary:true}]`. */
  phoneConflict: "primary" | "type";
  /** §5.6 DOC: photos are processed this many milliseconds after the response. */
  photoDelayMs: number;
  /** §5.1 DOC: extension blocks of a POST or PUT are ignored unless `schemas` contains their URN. */
  extensionNeedsUrn: boolean;
  /**
   * FACT-PATCH-36 OBS, FACT-PATCH-37 and FACT-PATCH-38 INF: `active` as the string `"False"`, as Entra and Java
   * send it. `ignore` is about v2.0's PATCH; elsewhere it is a boolean then.
   */
  stringBooleans: "ignore" | "accept" | "refuse";
  /** SCIM11-CS-6.2-08 INF: writing a user's read-only `groups`. */
  groupsWrite: "ignore" | "error";
  /** §7.4 OBS: which wins when a PUT sends userName and nickName with different values. */
  putNameConflict: "nickName" | "userName";
  /** §7.4 INF: whether a PUT without `active` deactivates. */
  putOmittedActive: "keep" | "false";
  /** §7.4 INF: whether a PUT without the guest block ends guest status. */
  putOmittedGuest: "keep" | "remove";
  /** §17.12 INF: which string clears a field in a v1.1 PATCH; documented is one space. */
  v1ClearingValue: "space" | "space-or-empty";
  // --- §6 guests --------------------------------------------------------------------------------------------
  /** §6 DOC (conflict): multi-channel guests as group members. */
  guestsInGroups: "accept" | "refuse";
  /** §6 INF: becoming a guest ends group memberships. */
  guestConversionDropsGroups: boolean;
  // --- §7 user operations -----------------------------------------------------------------------------------
  /** §7.5 OBS: a DELETE deactivates after this many milliseconds. */
  deactivationDelayMs: number;
  /** §7.3 INF: unknown PATCH paths. */
  unknownPatchPath: "ignore" | "error";
  /** FACT-GROUP-53 OBS: `remove` at `members` with a `value`: all members, or (contrary to it) those in the value. */
  removeMembersWithValue: "all" | "selected";
  /** DIFF-PATCH-08 INF: a value path that selects nothing. */
  patchNoTarget: "ignore" | "error";
  /** sdk-wire: Java sends `"Operations":[]`. */
  emptyOperations: "accept" | "error";
  /** §15 INF: whether v1.1 accepts PatchOp bodies, as one integrator sends them. */
  v1AcceptsPatchOp: boolean;
  // --- §8 groups --------------------------------------------------------------------------------------------
  /** §8 DOC: largest number of members in one call (`too_many_users`). */
  maxMembersPerCall: number;
  /** §8 DOC: largest group (`group_member_max_exceeded`); 5,000 for user groups. */
  maxGroupMembers: number;
  /** INF: whether two groups may share a displayName; else `group_creation_failed` with 409. */
  groupDuplicates: "refuse" | "accept";
  /** §8 OBS: group changes become visible after this many milliseconds. */
  groupVisibilityDelayMs: number;
  // --- §9, §10 lists and filters ----------------------------------------------------------------------------
  /** §9 DOC: page size without `count`. */
  defaultPageSize: number;
  /** §9 DOC: largest page; more is clamped. */
  maxPageSize: number;
  /** §9 INF: `startIndex` or `count` that are not integers. */
  malformedPaging: "error" | "default";
  /** §10, §17.9 INF: filters on v2.0. */
  v2Filter: "full" | "eq-only" | "off";
  /** §17.9 INF: attributes that a filter may contain: the known ones, or further ones of the resource. */
  filterAttributes: "known" | "wide";
  /** §17.10 INF: whether lists contain deactivated members. */
  listDeactivated: boolean;
  // --- §12, §13 limits --------------------------------------------------------------------------------------
  /** §12 DOC-RL: Slack's limits, or none. */
  rateLimits: "real" | "off";
  /** §12: multiplies rates and bursts. */
  rateLimitScale: number;
  /** §12 INF: v1 and v2 calls share the same buckets. */
  sharedRateLimits: boolean;
  /** §13 DOC: one write at a time for each user and group. */
  lockWrites: boolean;
  /** How long a write holds its lock, in milliseconds. INF. */
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
  v2ContentType: "application/json; charset=utf-8",
  v1EscapesSlashes: true,
  locationHeader: false,
  attributesParameter: "ignore",
  foreignContentType: "refuse",
  maxBodyBytes: 4 * 1024 * 1024,
  maxBodyDepth: 32,
  v1PatchRequiresSchemas: true,
  v2PatchRequiresPatchOp: true,
  foreignSchemas: "refuse",
  unknownMembers: "ignore",
  attributeNamesIgnoreCase: true,
  v2ErrorAlsoCarriesErrors: true,
  errorSuffixes: true,
  errorStatusOverrides: {},
  userShape: "long",
  secondaryEmailPlaceholder: false,
  longUserNameCode: "username_too_long",
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
  phoneConflict: "primary",
  photoDelayMs: 50,
  extensionNeedsUrn: true,
  stringBooleans: "ignore",
  groupsWrite: "ignore",
  putNameConflict: "nickName",
  putOmittedActive: "keep",
  putOmittedGuest: "keep",
  v1ClearingValue: "space-or-empty",
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
