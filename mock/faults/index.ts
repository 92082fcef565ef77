import { authenticationFaults } from "./authentication.ts";
import { deleteFaults } from "./delete.ts";
import { discoveryFaults } from "./discovery.ts";
import { errorDetailFaults } from "./error-details.ts";
import { errorFaults } from "./errors.ts";
import { extensionValueFaults } from "./extension-values.ts";
import { extensionFaults } from "./extensions.ts";
import type { Fault, FaultInfo } from "./fault.ts";
import { filterFaults } from "./filters.ts";
import { groupFaults } from "./groups.ts";
import { idFaults } from "./ids.ts";
import { lenientPatchFaults } from "./lenient-patch.ts";
import { limitFaults } from "./limits.ts";
import { mediaTypeFaults } from "./media-types.ts";
import { membershipFaults } from "./memberships.ts";
import { metaFaults } from "./meta.ts";
import { missingOperationFaults } from "./missing-operations.ts";
import { multiValuedFaults } from "./multi-valued.ts";
import { paginationFaults } from "./pagination.ts";
import { patchFaults } from "./patch.ts";
import { patchAnswerFaults } from "./patch-answers.ts";
import { patchFormFaults } from "./patch-forms.ts";
import { patchOperationFaults } from "./patch-operations.ts";
import { patchRemovalFaults } from "./patch-removals.ts";
import { patchValueFaults } from "./patch-values.ts";
import { photoFaults } from "./photos.ts";
import { providerConfigFaults } from "./provider-config.ts";
import { putFaults } from "./put.ts";
import { putFormFaults } from "./put-forms.ts";
import { putRefusalFaults } from "./put-refusals.ts";
import { readOnlyFaults } from "./read-only.ts";
import { representationFaults } from "./representation.ts";
import { resourceTypeFaults } from "./resource-types.ts";
import { schemaDocumentFaults } from "./schema-documents.ts";
import { selectionFaults } from "./selection.ts";
import { transportFaults } from "./transport.ts";
import { userLimitFaults } from "./user-limits.ts";
import { userValueFaults } from "./user-values.ts";
import { userFaults } from "./users.ts";

const catalogue: readonly Fault[] = [
  ...discoveryFaults,
  ...providerConfigFaults,
  ...schemaDocumentFaults,
  ...resourceTypeFaults,
  ...authenticationFaults,
  ...userFaults,
  ...userValueFaults,
  ...userLimitFaults,
  ...readOnlyFaults,
  ...missingOperationFaults,
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
  ...membershipFaults,
  ...filterFaults,
  ...paginationFaults,
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
    if (!fault) throw new Error(`unknown fault ${name}: the mock's list of faults names all`);
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
