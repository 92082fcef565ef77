import { authenticationFaults } from "./authentication/authentication.ts";
import { deleteFaults } from "./delete/delete.ts";
import { discoveryFaults } from "./discovery/discovery.ts";
import { providerConfigFaults } from "./discovery/provider-config.ts";
import { resourceTypeFaults } from "./discovery/resource-types.ts";
import { schemaDocumentFaults } from "./discovery/schema-documents.ts";
import { errorDetailFaults } from "./errors/error-details.ts";
import { errorFaults } from "./errors/errors.ts";
import { lenientPatchFaults } from "./errors/lenient-patch.ts";
import type { Fault, FaultInfo } from "./fault.ts";
import { filterFaults } from "./filters/filters.ts";
import { groupNameFaults } from "./groups/group-names.ts";
import { groupFaults } from "./groups/groups.ts";
import { membershipFaults } from "./groups/memberships.ts";
import { limitFaults } from "./limits/limits.ts";
import { filteredPageFaults } from "./pagination/filtered-pages.ts";
import { paginationFaults } from "./pagination/pagination.ts";
import { patchFaults } from "./patch/patch.ts";
import { patchAnswerFaults } from "./patch/patch-answers.ts";
import { patchFormFaults } from "./patch/patch-forms.ts";
import { patchOperationFaults } from "./patch/patch-operations.ts";
import { patchRemovalFaults } from "./patch/patch-removals.ts";
import { patchValueFaults } from "./patch/patch-values.ts";
import { putFaults } from "./put/put.ts";
import { putFormFaults } from "./put/put-forms.ts";
import { putRefusalFaults } from "./put/put-refusals.ts";
import { extensionValueFaults } from "./representation/extension-values.ts";
import { extensionFaults } from "./representation/extensions.ts";
import { idFaults } from "./representation/ids.ts";
import { mediaTypeFaults } from "./representation/media-types.ts";
import { metaFaults } from "./representation/meta.ts";
import { multiValuedFaults } from "./representation/multi-valued.ts";
import { photoFaults } from "./representation/photos.ts";
import { representationFaults } from "./representation/representation.ts";
import { selectionFaults } from "./representation/selection.ts";
import { transportFaults } from "./transport/transport.ts";
import { allTheSameFaults } from "./users/all-the-same.ts";
import { missingOperationFaults } from "./users/missing-operations.ts";
import { nearTextFaults } from "./users/near-texts.ts";
import { readOnlyFaults } from "./users/read-only.ts";
import { userLimitFaults } from "./users/user-limits.ts";
import { userValueFaults } from "./users/user-values.ts";
import { userFaults } from "./users/users.ts";

const catalogue: readonly Fault[] = [
  ...discoveryFaults,
  ...providerConfigFaults,
  ...schemaDocumentFaults,
  ...resourceTypeFaults,
  ...authenticationFaults,
  ...userFaults,
  ...userValueFaults,
  ...nearTextFaults,
  ...userLimitFaults,
  ...readOnlyFaults,
  ...missingOperationFaults,
  ...allTheSameFaults,
  ...representationFaults,
  ...extensionFaults,
  ...extensionValueFaults,
  ...idFaults,
  ...metaFaults,
  ...multiValuedFaults,
  ...photoFaults,
  ...selectionFaults,
  ...mediaTypeFaults,
  ...groupFaults,
  ...groupNameFaults,
  ...membershipFaults,
  ...filterFaults,
  ...paginationFaults,
  ...filteredPageFaults,
  ...patchFaults,
  ...patchOperationFaults,
  ...patchFormFaults,
  ...patchValueFaults,
  ...patchRemovalFaults,
  ...patchAnswerFaults,
  ...putFaults,
  ...putFormFaults,
  ...putRefusalFaults,
  ...deleteFaults,
  ...errorFaults,
  ...errorDetailFaults,
  ...lenientPatchFaults,
  ...limitFaults,
  ...transportFaults,
];

const byName = new Map(catalogue.map((fault) => [fault.name, fault]));

/** The faults of these names. @throws Error naming an unknown one */
export function faultsNamed(names: readonly string[]): readonly Fault[] {
  return names.map((name) => {
    const fault = byName.get(name);
    if (!fault) throw new Error(`unknown fault ${name}: see the mock's list of faults`);
    return fault;
  });
}

/** Every fault that can be planted, by area. */
export function listFaults(): readonly FaultInfo[] {
  return catalogue.map(({ name, area, versions, breaks, summary }) => ({
    name,
    area,
    versions,
    breaks,
    summary,
  }));
}
