/** Defects that a fault can switch on. All are false by default. */
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
