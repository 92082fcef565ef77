// Written by `npm run generate:types` from the JSON Schemas. Do not edit.

export type NeutralName = {
  givenName?: string | null;
  familyName?: string | null;
  honorificPrefix?: string | null;
  middleName?: string | null;
  honorificSuffix?: string | null;
  formatted?: string | null;
} | null;
export type NeutralEnterprise = {
  employeeNumber?: string | null;
  costCenter?: string | null;
  organization?: string | null;
  division?: string | null;
  department?: string | null;
  /**
   * The id of the manager, whatever member name the version gives it.
   */
  managerId?: string | null;
} | null;
/**
 * Slack's guest extension. Its presence makes the user a guest.
 */
export type NeutralGuest = {
  type?: string | null;
  expiration?: string | null;
  channels?: NeutralValue[] | null;
} | null;
export type NeutralProfile = {
  startDate?: string | null;
} | null;
/**
 * One change of a resource, said without a version's body. `path` is the neutral name: `title`, `name.givenName`, `enterprise.department`, `enterprise`, `guest`, `guest.expiration`, `profile.startDate`, `emails`, `members` …
 */
export type PatchIntent =
  SetIntent | ClearIntent | AddIntent | RemoveIntent | ReplaceValuesIntent | ChangeValueIntent;
/**
 * The syntax tree of a filter. Attributes have their neutral names (`userName`, `email`, `displayName`, `name.givenName`, `restricted` …); a dialect writes them.
 */
export type Filter = CompareFilter | PresentFilter | LogicFilter | NotFilter | ValuePathFilter;

export interface SchemaTypes {
  "suite/neutral-user"?: NeutralUser;
  "suite/neutral-group"?: NeutralGroup;
  "suite/patch-intent"?: PatchIntent;
  "suite/filter"?: Filter;
  "suite/exchange"?: Exchange;
  "suite/target"?: Target;
  "suite/results"?: Results;
}
/**
 * A user as both versions mean it, without URNs. An absent member is not said, null is said to be empty. Extension blocks are plain members: enterprise, guest, profile.
 */
export interface NeutralUser {
  id?: string;
  externalId?: string | null;
  userName?: string | null;
  nickName?: string | null;
  displayName?: string | null;
  name?: NeutralName;
  profileUrl?: string | null;
  title?: string | null;
  userType?: string | null;
  preferredLanguage?: string | null;
  locale?: string | null;
  timezone?: string | null;
  active?: boolean | null;
  password?: string;
  emails?: NeutralValue[] | null;
  phoneNumbers?: NeutralValue[] | null;
  photos?: NeutralValue[] | null;
  roles?: NeutralValue[] | null;
  addresses?: NeutralAddress[] | null;
  groups?: NeutralValue[] | null;
  enterprise?: NeutralEnterprise;
  guest?: NeutralGuest;
  profile?: NeutralProfile;
  meta?: NeutralMeta;
}
/**
 * One entry of a multi-valued attribute.
 */
export interface NeutralValue {
  value?: string | null;
  type?: string | null;
  primary?: boolean;
  display?: string | null;
}
export interface NeutralAddress {
  streetAddress?: string | null;
  locality?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
  formatted?: string | null;
  type?: string | null;
  primary?: boolean;
}
export interface NeutralMeta {
  created?: string;
  lastModified?: string;
  location?: string;
  resourceType?: string;
  version?: string;
}
/**
 * A group as both versions mean it.
 */
export interface NeutralGroup {
  id?: string;
  externalId?: string | null;
  displayName?: string | null;
  members?: NeutralValue[] | null;
  meta?: NeutralMeta;
}
/**
 * Give a singular attribute, a sub-attribute or an extension block a value. An object merges with what is there.
 */
export interface SetIntent {
  kind: "set";
  path: string;
  value: unknown;
}
/**
 * Take away an attribute, a sub-attribute, an extension block, or every value of a multi-valued attribute.
 */
export interface ClearIntent {
  kind: "clear";
  path: string;
}
/**
 * Add values to a multi-valued attribute.
 */
export interface AddIntent {
  kind: "add";
  path: string;
  values: PatchEntry[];
}
export interface PatchEntry {
  [k: string]: string | boolean | null;
}
/**
 * Remove one value of a multi-valued attribute, given by what it holds (`value` for most, all fields for an address).
 */
export interface RemoveIntent {
  kind: "remove";
  path: string;
  match: PatchEntry;
}
/**
 * Replace the whole list of a multi-valued attribute.
 */
export interface ReplaceValuesIntent {
  kind: "replaceValues";
  path: string;
  values: PatchEntry[];
}
/**
 * Change one value of a multi-valued attribute, found by what it holds; what is not given stays. `{primary:true}` as `to` moves the primary.
 */
export interface ChangeValueIntent {
  kind: "changeValue";
  path: string;
  match: PatchEntry;
  to: PatchEntry;
}
export interface CompareFilter {
  op: "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
  attribute: string;
  value: string | boolean | number | null;
}
export interface PresentFilter {
  op: "pr";
  attribute: string;
}
export interface LogicFilter {
  op: "and" | "or";
  left: Filter;
  right: Filter;
}
/**
 * SCIM 2.0 only.
 */
export interface NotFilter {
  op: "not";
  filter: Filter;
}
/**
 * `attribute[filter]`, SCIM 2.0 only.
 */
export interface ValuePathFilter {
  op: "valuePath";
  attribute: string;
  filter: Filter;
}
/**
 * One recorded request and its response, redacted when it was recorded.
 */
export interface Exchange {
  /**
   * `<version>/<running number>`.
   */
  id: string;
  version: "1.1" | "2.0";
  startedAt: string;
  durationMs: number;
  /**
   * 1 for the first try, 2 and up for retries.
   */
  attempt: number;
  request: RecordedRequest;
  response?: RecordedResponse;
  /**
   * Why no response came.
   */
  error?: string;
}
export interface RecordedRequest {
  method: string;
  url: string;
  headers: RecordedHeaders;
  body?: string;
}
/**
 * Lower-case names; repeated headers joined by a comma.
 */
export interface RecordedHeaders {
  [k: string]: string;
}
/**
 * Absent when no response came.
 */
export interface RecordedResponse {
  status: number;
  headers: RecordedHeaders;
  body: string;
  /**
   * Set when the body was longer than what is kept.
   */
  truncated?: boolean;
}
/**
 * What is tested: one organisation, reached in one version or in both.
 */
export interface Target {
  $schema?: string;
  name: string;
  profile?: "slack" | "rfc";
  versions: {
    "1.1"?: TargetEndpoint;
    "2.0"?: TargetEndpoint;
  };
  auth?: TargetAuth;
  safety?: TargetSafety;
  /**
   * `slack`: stay under Slack's published limits. `off`: no limit of our own.
   */
  rateLimits?: "slack" | "off";
}
export interface TargetEndpoint {
  baseUrl: string;
}
export interface TargetAuth {
  type: "bearer";
  /**
   * The name of the environment variable that holds the token. The token itself never stands in a file.
   */
  tokenEnv: string;
}
export interface TargetSafety {
  mode?: "read-only" | "read-write";
  /**
   * What every name that the suite creates starts with.
   */
  namePrefix?: string;
  /**
   * The mail domain of every user that the suite creates.
   */
  emailDomain?: string;
  maxUsers?: number;
  maxGroups?: number;
}
/**
 * results.json: what one run found.
 */
export interface Results {
  tool: "slack-scim-conformance";
  toolVersion: string;
  startedAt: string;
  durationMs: number;
  target: string;
  profile: "slack" | "rfc";
  seed: number;
  versions: ("1.1" | "2.0")[];
  requests: {
    total: number;
    byVersion: {
      [k: string]: number;
    };
  };
  created: {
    users: number;
    groups: number;
  };
  summary: Summary;
  checks: CheckResult[];
  differences: DifferenceResult[];
}
export interface Summary {
  pass: number;
  fail: number;
  warn: number;
  deviation: number;
  skip: number;
  error: number;
}
export interface CheckResult {
  id: string;
  title: string;
  area: string;
  version: "1.1" | "2.0";
  level: string;
  source: string;
  verdict: "pass" | "fail" | "warn" | "deviation" | "skip" | "error";
  /**
   * Why the verdict is not `pass`.
   */
  message?: string;
  /**
   * Ids of the exchanges in exchanges.jsonl beside this file.
   */
  exchanges: string[];
  durationMs: number;
}
export interface DifferenceResult {
  id: string;
  area: string;
  impact: "breaking" | "silent" | "cosmetic";
  kind: "documented" | "observed" | "undocumented";
  status: "as-documented" | "otherwise" | "not-seen" | "not-probed";
  /**
   * What version 1.1 did, or was expected to do when not probed.
   */
  v1: string;
  /**
   * What version 2.0 did, or was expected to do when not probed.
   */
  v2: string;
  clientMustChange?: string;
  exchanges: string[];
}
