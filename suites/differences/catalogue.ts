import type { Profile } from "../../client/index.ts";
import type { Difference } from "./difference.ts";
import { addressesRolesPhotos } from "./topics/addresses-roles-photos.ts";
import { authentication } from "./topics/authentication.ts";
import { baseUrlAndUrns } from "./topics/base-url-and-urns.ts";
import { deletion } from "./topics/deletion.ts";
import { discovery } from "./topics/discovery.ts";
import { emails } from "./topics/emails.ts";
import { errorCodes } from "./topics/error-codes.ts";
import { errorStructure } from "./topics/error-structure.ts";
import { extensions } from "./topics/extensions.ts";
import { filterGrammar } from "./topics/filter-grammar.ts";
import { filters } from "./topics/filters.ts";
import { groupAnswers } from "./topics/group-answers.ts";
import { groupMembers } from "./topics/group-members.ts";
import { guests } from "./topics/guests.ts";
import { http } from "./topics/http.ts";
import { lists } from "./topics/lists.ts";
import { mixedUse } from "./topics/mixed-use.ts";
import { names } from "./topics/names.ts";
import { patchBody } from "./topics/patch-body.ts";
import { phoneNumbers } from "./topics/phone-numbers.ts";
import { providerConfiguration } from "./topics/provider-configuration.ts";
import { replacement } from "./topics/replacement.ts";
import { representation } from "./topics/representation.ts";
import { requestRules } from "./topics/request-rules.ts";
import { userAttributes } from "./topics/user-attributes.ts";

const byTopic: readonly Difference[] = [
  ...addressesRolesPhotos,
  ...authentication,
  ...baseUrlAndUrns,
  ...deletion,
  ...discovery,
  ...emails,
  ...errorCodes,
  ...errorStructure,
  ...extensions,
  ...filterGrammar,
  ...filters,
  ...groupAnswers,
  ...groupMembers,
  ...guests,
  ...http,
  ...lists,
  ...mixedUse,
  ...names,
  ...patchBody,
  ...phoneNumbers,
  ...providerConfiguration,
  ...replacement,
  ...representation,
  ...requestRules,
  ...userAttributes,
];

/** The order in results.json and its reports, by how a difference is known. It is permanent. */
const order: readonly string[] = [
  // What Slack's transition list announces (guide "Using the Slack SCIM API", March 2025).
  "DIFF-URL-01",
  "DIFF-URN-01",
  "DIFF-URN-02",
  "DIFF-URN-03",
  "DIFF-URN-04",
  "DIFF-URN-05",
  "DIFF-URN-06",
  "DIFF-PATCH-01",
  "DIFF-PATCH-02",
  "DIFF-PATCH-03",
  "DIFF-PATCH-04",
  "DIFF-PATCH-05",
  "DIFF-PATCH-06",
  "DIFF-RT-01",
  "DIFF-ERR-01",
  "DIFF-ERR-02",
  "DIFF-ERR-03",
  "DIFF-ERR-04",
  // What follows from the standards, SCIM 1.1 compared with RFC 7643 and 7644, and how Slack
  // follows them.
  "DIFF-MEDIA-01",
  "DIFF-MEDIA-02",
  "DIFF-MEDIA-03",
  "DIFF-META-01",
  "DIFF-META-02",
  "DIFF-META-03",
  "DIFF-ERR-05",
  "DIFF-ERR-06",
  "DIFF-ERR-07",
  "DIFF-ERR-08",
  "DIFF-FILT-03",
  "DIFF-FILT-04",
  "DIFF-FILT-05",
  "DIFF-FILT-06",
  "DIFF-PAGE-01",
  "DIFF-PAGE-02",
  "DIFF-ATTR-01",
  "DIFF-ATTR-02",
  "DIFF-SEARCH-01",
  "DIFF-ME-01",
  "DIFF-BULK-01",
  "DIFF-POST-01",
  "DIFF-DEL-01",
  "DIFF-DEL-02",
  "DIFF-PUT-02",
  "DIFF-PUT-03",
  "DIFF-PATCH-07",
  "DIFF-PATCH-08",
  "DIFF-PATCH-09",
  "DIFF-PATCH-10",
  "DIFF-PATCH-11",
  "DIFF-SCH-02",
  "DIFF-SCH-03",
  "DIFF-SPC-01",
  "DIFF-LANG-01",
  "DIFF-REF-01",
  "DIFF-ENT-03",
  "DIFF-MV-01",
  "DIFF-NULL-01",
  "DIFF-CASE-01",
  "DIFF-SCHEMAS-01",
  "DIFF-VERS-01",
  "DIFF-ETAG-01",
  "DIFF-AUTH-02",
  "DIFF-OVERRIDE-01",
  "DIFF-DISC-01",
  // Known only from tests of SDKs, recorded traffic and integrators.
  "DIFF-STAT-01",
  "DIFF-STAT-02",
  "DIFF-AUTH-01",
  "DIFF-AUTH-03",
  "DIFF-SPC-02",
  "DIFF-SPC-03",
  "DIFF-SPC-04",
  "DIFF-RT-02",
  "DIFF-RT-03",
  "DIFF-SCH-04",
  "DIFF-SCH-05",
  "DIFF-FILT-07",
  "DIFF-FILT-08",
  "DIFF-GRP-07",
  "DIFF-PATCH-12",
  "DIFF-USER-05",
  "DIFF-GUEST-04",
  "DIFF-PAGE-03",
  "DIFF-ERR-09",
  "DIFF-ERR-10",
  "DIFF-ERR-11",
  "DIFF-LIST-01",
  "DIFF-POST-02",
  "DIFF-GATE-01",
  // Further differences between the tabs for 1.1 and 2.0 in Slack's reference.
  "DIFF-URL-02",
  "DIFF-SCH-01",
  "DIFF-FILT-01",
  "DIFF-FILT-02",
  "DIFF-USER-01",
  "DIFF-USER-02",
  "DIFF-USER-03",
  "DIFF-USER-04",
  "DIFF-EMAIL-01",
  "DIFF-EMAIL-02",
  "DIFF-EMAIL-03",
  "DIFF-EMAIL-04",
  "DIFF-PHONE-01",
  "DIFF-PHONE-02",
  "DIFF-PHONE-03",
  "DIFF-ADDR-01",
  "DIFF-ROLE-01",
  "DIFF-PHOTO-01",
  "DIFF-NAME-01",
  "DIFF-NAME-02",
  "DIFF-ENT-01",
  "DIFF-ENT-02",
  "DIFF-ENT-04",
  "DIFF-GUEST-01",
  "DIFF-GUEST-02",
  "DIFF-GUEST-03",
  "DIFF-PROF-01",
  "DIFF-GRP-01",
  "DIFF-GRP-02",
  "DIFF-GRP-03",
  "DIFF-GRP-04",
  "DIFF-GRP-05",
  "DIFF-PUT-01",
  "DIFF-GRP-06",
  // What is the same in both versions: here a difference is a finding.
  "SAME-01",
  "SAME-02",
  "SAME-03",
  "SAME-04",
  "SAME-05",
  "SAME-06",
  "SAME-07",
  "SAME-08",
  "SAME-09",
  "SAME-10",
  "SAME-11",
  "SAME-12",
  "SAME-13",
  "SAME-14",
  "SAME-15",
  "SAME-16",
];

/** The known differences between SCIM 1.1 and 2.0 in Slack, and what is the same in both. */
export const differences: readonly Difference[] = [...byTopic].sort(
  (one, other) => order.indexOf(one.id) - order.indexOf(other.id),
);

const ofProfile: Readonly<Record<Profile, readonly Difference[]>> = {
  slack: differences,
  rfc: [],
};

/** The differences that a run in a profile observes: a server other than Slack need not have them. */
export function differencesOf(profile: Profile): readonly Difference[] {
  return ofProfile[profile];
}
