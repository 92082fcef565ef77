import type { JsonObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { Answer, Call } from "../call.ts";
import type { Group, User } from "../organization/types.ts";
import type { MockSettings } from "../settings.ts";

export type FaultArea =
  | "discovery"
  | "authentication"
  | "users"
  | "representation"
  | "groups"
  | "filters"
  | "pagination"
  | "patch"
  | "put"
  | "delete"
  | "errors"
  | "limits"
  | "transport";

/** Decision points that a fault can turn the wrong way. All are false in a right server. */
export interface Defects {
  anyTokenReads: boolean;
  anyTokenWrites: boolean;
  missingTokenReads: boolean;
  openNeedsToken: boolean;
  validTokenRefused: boolean;
  filterEqContains: boolean;
  filterCaseExact: boolean;
  filterIgnored: boolean;
  filterAndAsOr: boolean;
  filterOrAsAnd: boolean;
  filterSwContains: boolean;
  filterCoStarts: boolean;
  filterPrAll: boolean;
  filterGtIncludes: boolean;
  filterLeExcludes: boolean;
  filterOrBindsTighter: boolean;
  filterMissesSecondaryEmail: boolean;
  filterNeAccepted: boolean;
  duplicatesAllowed: boolean;
  duplicateNamesCaseExact: boolean;
  patchNotAtomic: boolean;
  patchFirstOperationOnly: boolean;
  patchOperationsReversed: boolean;
  patchRemovesAllValues: boolean;
  patchRemovesNothing: boolean;
  patchUnquotedPathRefused: boolean;
  patchReplaceMembersAdds: boolean;
  patchAddMembersReplaces: boolean;
  patchNonMemberRefused: boolean;
  patchRemovalsLast: boolean;
  phonesNotSwapped: boolean;
  firstEmailIsPrimary: boolean;
  groupsStay: boolean;
  scimJsonRefused: boolean;
  unlocked: boolean;
}

/** A group on its way into the store. */
export interface GroupDraft {
  displayName: string;
  members: Set<string>;
}

/** Where a fault can reach in. A hook changes what it is given, in place. */
export interface FaultHooks {
  readonly settings?: Partial<MockSettings>;
  readonly defects?: Partial<Defects>;
  /** Before authentication. */
  readonly request?: (call: Call) => void;
  /** After the rules, before a user is stored. `before` is undefined on create. */
  readonly storeUser?: (draft: User, before: User | undefined, call: Call) => void;
  readonly storeGroup?: (draft: GroupDraft, before: Group | undefined, call: Call) => void;
  /** Every user that is written out, alone or in a list. */
  readonly user?: (resource: JsonObject, call: Call) => void;
  readonly group?: (resource: JsonObject, call: Call) => void;
  /** Every answer, errors too. */
  readonly answer?: (answer: Answer, call: Call) => void;
}

/** What `--list-faults` shows of a fault. */
export interface FaultInfo {
  /** In kebab-case; never changes. */
  readonly name: string;
  readonly area: FaultArea;
  /** The versions that show the fault. */
  readonly versions: readonly Version[];
  /**
   * Ids of what it breaks in each version: requirements of the specifications' lists, `SLACK-…` of
   * Slack's own facts, entries of the catalogue of differences (`DIFF-…`, `SAME-…`), or the section of a guess that
   * is turned into another (`INF §7.3`). Each of
   * these requirements is seen broken when the fault is planted (`testing/kill`).
   */
  readonly breaks: Readonly<Record<Version, readonly string[]>>;
  readonly summary: string;
}

/** A named, planted mistake. Faults are independent and can be combined. */
export interface Fault extends FaultInfo {
  readonly hooks: FaultHooks;
}
