import type { MockSettings } from "../../mock/index.ts";
import type { Version } from "../../schemas/version.ts";

/**
 * For each setting of the mock, the values that a correct organisation may have, because Slack's
 * behaviour is not known or differs between organisations. No check may fail with any of them. A
 * string is the reason why a setting has no other correct value.
 */
export const healthySettings: {
  readonly [Switch in keyof MockSettings]: readonly MockSettings[Switch][] | string;
} = {
  v2AuthError: ["2026", "2023"],
  plan: ["enterprise", "business-plus"],
  workspaceToken: "names a token that is rejected",
  insufficientToken: "names a token that is rejected",
  wwwAuthenticate: [false, true],
  v1UserDeleteStatus: [200, 204],
  v1GroupPatchStatus: [204, 200],
  v2GroupDeleteStatus: [204, 200],
  groupPostBody: ["full", "empty"],
  v1SingularProviderConfig: [false, true],
  v1SchemasList: [false, true],
  schemasByUrn: [false, true],
  resourceTypesById: [true, false],
  discoveryDocuments: ["recorded", "tidy"],
  v1PatchAnnounced: [true, false],
  v2ContentType: ["application/json; charset=utf-8", "application/scim+json; charset=utf-8"],
  v1EscapesSlashes: [true, false],
  locationHeader: [false, true],
  attributesParameter: ["ignore", "honour"],
  foreignContentType: ["refuse", "accept"],
  singleQuotedJson: ["refuse", "accept"],
  v1MethodOverride: ["refuse", "honour"],
  maxBodyBytes: [4 * 1024 * 1024, 8 * 1024 * 1024],
  maxBodyDepth: [32, 64],
  v1PostRequiresSchemas: [true, false],
  // To demand `schemas` contradicts what was observed: a finding.
  v1PatchRequiresSchemas: "a PATCH without schemas is accepted (FACT-PATCH-20)",
  v1PutRequiresSchemas: "a PUT without schemas is accepted (FACT-PUT-28)",
  v2PatchRequiresPatchOp: [true, false],
  foreignSchemas: ["refuse", "accept"],
  unknownMembers: ["ignore", "error"],
  attributeNamesIgnoreCase: [true, false],
  v2ErrorAlsoCarriesErrors: [true, false],
  errorSuffixes: [true, false],
  v1CreateErrorSuffix: ["as-reported", "user", "username", "none"],
  // A create answers 409 to a userName (1.1) and to an address (2.0) in use: FACT-ERROR-76, FACT-ERROR-77.
  errorStatusOverrides: [{}, { bad_endpoint: 400, no_such_user: 400 }],
  userShape: ["long", "short"],
  directoryBlock: [false, true],
  secondaryEmailPlaceholder: [false, true],
  longUserNameCode: ["as-reported", "username_too_long", "long_username"],
  userNameCollision: ["error", "alter"],
  reservedUserNames: [["slackbot", "everyone"], []],
  reservedWords: [["slackbot", "channel", "everyone", "here"], ["slackbot"]],
  channelNames: [["general"], []],
  displayNameSpecials: "version 1.1 keeps punctuation (FACT-USER-23)",
  displayNamePolicy: ["provisioned", "members-edit"],
  forbiddenNameCharacters: ["@", "@<>"],
  emojiNotAllowedIn: [
    ["userName", "nickName", "displayName"],
    ["displayName", "title"],
  ],
  emailsAsStrings: ["refuse", "accept"],
  emailsWithPrimary: ["replace", "conflict"],
  phoneConflict: ["primary", "type"],
  // Never 0: the response to a PATCH still shows the old photo (FACT-USER-69).
  photoDelayMs: [50, 120],
  extensionNeedsUrn: [true, false],
  // Taken for a boolean (`accept`), 2.0 contradicts what was observed (FACT-PATCH-36): a finding.
  stringBooleans: ["ignore", "refuse"],
  groupsWrite: ["ignore", "error"],
  putNameConflict: ["nickName", "userName"],
  // Slack called it an incident that updates deactivated people: a finding.
  putOmittedActive: "a PUT without active keeps it (FACT-PUT-19)",
  putOmittedGuest: ["keep", "remove"],
  // Slack's own tests send it: a finding.
  putEmptyManager: "an empty manager is accepted (FACT-PUT-26)",
  v1ClearingValue: ["space-or-empty", "space"],
  v1NullValues: ["ignore", "clear", "refuse"],
  guestsInGroups: ["accept", "refuse"],
  guestConversionDropsGroups: [true, false],
  deactivationDelayMs: [50, 0, 100],
  unknownPatchPath: ["ignore", "error"],
  removeMembersWithValue: "`selected` contradicts what was observed (FACT-GROUP-53): a finding",
  patchNoTarget: ["ignore", "error"],
  emptyOperations: ["accept", "error"],
  v1AcceptsPatchOp: [false, true],
  maxMembersPerCall: [15_000, 5000],
  maxGroupMembers: [15_000, 5000],
  groupDuplicates: ["refuse", "accept"],
  groupVisibilityDelayMs: [0, 40],
  defaultPageSize: "10 is documented (FACT-LIST-02)",
  maxPageSize: "1000 is documented (FACT-LIST-03)",
  itemsPerPage: ["returned", "asked"],
  memberPaging: ["ignore", "honour"],
  malformedPaging: ["error", "default"],
  // Without filters (`off`), 2.0 contradicts what was observed (FACT-FILTER-02): a finding.
  v2Filter: ["full", "eq-only"],
  filterAttributes: ["known", "wide"],
  listDeactivated: "lists contain deactivated users (FACT-LIST-14)",
  rateLimits: "real ones would make the run wait; cli/cli.test.ts runs with them",
  rateLimitScale: "applies only to real rate limits",
  sharedRateLimits: "applies only to real rate limits",
  lockWrites: [true, false],
  writeDurationMs: [0, 5],
};

/**
 * Values that a correct organisation may have as far as is known of one version; in the other one
 * they contradict what was observed.
 */
export const healthyInOneVersion: Readonly<Record<Version, readonly Partial<MockSettings>[]>> = {
  "1.1": [{ errorStatusOverrides: { email_taken: 400 } }],
  "2.0": [{ errorStatusOverrides: { username_taken: 400 } }, { displayNameSpecials: "underscore" }],
};

/**
 * An organisation of the series: each setting cycles through its values at its own pace, so that 30
 * organisations cover every value, in different combinations. Number 0 is the mock's default.
 */
export function healthyOrganisation(number: number): Partial<MockSettings> {
  const settings = Object.entries(healthySettings).flatMap(([name, values], position) => {
    if (typeof values === "string") return [];
    // Setting 1 changes with every number, setting 2 with every second, and so on, up to every fifth.
    const pace = 1 + (position % 5);
    return [[name, values[Math.floor(number / pace) % values.length]] as const];
  });
  return number === 0 ? {} : Object.fromEntries(settings);
}
