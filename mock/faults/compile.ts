import { mockValue } from "../../schemas/mock-header.ts";
import type { Version } from "../../schemas/version.ts";
import type { VersionRules } from "../call.ts";
import type { MockSettings } from "../settings.ts";
import type { Defects } from "./defects.ts";
import type { Fault } from "./fault.ts";

const noDefects: Readonly<Defects> = {
  anyTokenReads: false,
  anyTokenWrites: false,
  missingTokenReads: false,
  openNeedsToken: false,
  validTokenRefused: false,
  filterEqContains: false,
  filterCaseExact: false,
  filterIgnored: false,
  filterAndAsOr: false,
  filterOrAsAnd: false,
  filterSwContains: false,
  filterCoStarts: false,
  filterPrAll: false,
  filterGtIncludes: false,
  filterLeExcludes: false,
  filterOrBindsTighter: false,
  filterMissesSecondaryEmail: false,
  filterNeAccepted: false,
  duplicatesAllowed: false,
  duplicateNamesCaseExact: false,
  patchNotAtomic: false,
  patchFirstOperationOnly: false,
  patchOperationsReversed: false,
  patchRemovesAllValues: false,
  patchRemovesNothing: false,
  patchUnquotedPathRefused: false,
  patchReplaceMembersAdds: false,
  patchAddMembersReplaces: false,
  patchNonMemberRefused: false,
  patchRemovalsLast: false,
  phonesNotSwapped: false,
  firstEmailIsPrimary: false,
  groupsStay: false,
  scimJsonRefused: false,
  unlocked: false,
};

/** One function that calls all of them, or undefined for none: a server without faults does not pay for hooks. */
function chained<A extends unknown[]>(
  hooks: readonly (((...args: A) => void) | undefined)[],
): { hook?: (...args: A) => void } {
  const present = hooks.filter((hook) => hook !== undefined);
  if (present.length === 0) return {};
  const hook = (...args: A) => {
    for (const each of present) each(...args);
  };
  return { hook };
}

/** The rules of a version with the given faults planted. */
export function compileRules(
  version: Version,
  settings: Readonly<MockSettings>,
  faults: readonly Fault[],
): VersionRules {
  const hooks = faults.filter((fault) => fault.versions.includes(version)).map((f) => f.hooks);
  const request = chained(hooks.map((each) => each.request)).hook;
  const storeUser = chained(hooks.map((each) => each.storeUser)).hook;
  const storeGroup = chained(hooks.map((each) => each.storeGroup)).hook;
  const user = chained(hooks.map((each) => each.user)).hook;
  const group = chained(hooks.map((each) => each.group)).hook;
  const answer = chained(hooks.map((each) => each.answer)).hook;
  const { photoDelayMs, deactivationDelayMs, groupVisibilityDelayMs } = settings;
  return {
    // Of the settings alone: a fault that delays an effect is to be found.
    mark: mockValue(Math.max(photoDelayMs, deactivationDelayMs, groupVisibilityDelayMs)),
    settings: Object.assign({ ...settings }, ...hooks.map((each) => each.settings)),
    defects: Object.assign({ ...noDefects }, ...hooks.map((each) => each.defects)),
    ...(request && { request }),
    ...(storeUser && { storeUser }),
    ...(storeGroup && { storeGroup }),
    ...(user && { user }),
    ...(group && { group }),
    ...(answer && { answer }),
  };
}
