import { assumedFilterFacts } from "./assumed-filters.ts";
import { authenticationFacts } from "./authentication.ts";
import { clientFlowFacts } from "./client-flows.ts";
import { clientNeedFacts } from "./client-needs.ts";
import { clientRequestFacts } from "./client-requests.ts";
import { deleteFacts } from "./delete.ts";
import { discoveryEndpointFacts } from "./discovery-endpoints.ts";
import { displayNameFacts } from "./display-names.ts";
import { errorFacts } from "./errors.ts";
import type { Fact } from "./fact.ts";
import { filterFacts } from "./filters.ts";
import { groupErrorFacts } from "./group-error-codes.ts";
import { groupMemberFacts } from "./group-members.ts";
import { groupFacts } from "./groups.ts";
import { guestFacts } from "./guests.ts";
import { identifierFacts } from "./identifiers.ts";
import { limitFacts } from "./limits.ts";
import { listFacts } from "./lists.ts";
import { patchAttributeFacts } from "./patch-attributes.ts";
import { patchBodyFacts } from "./patch-body.ts";
import { patchExtensionFacts } from "./patch-extensions.ts";
import { patchValueFacts } from "./patch-values.ts";
import { providerConfigurationFacts } from "./provider-configuration.ts";
import { putFacts } from "./put.ts";
import { requestBodyFacts } from "./request-bodies.ts";
import { requestErrorFacts } from "./request-error-codes.ts";
import { resourceTypeFacts } from "./resource-types.ts";
import { schemaDocumentV1Facts } from "./schema-documents-v1.ts";
import { schemaDocumentV2Facts } from "./schema-documents-v2.ts";
import { schemaUrnFacts } from "./schema-urns.ts";
import { serviceFacts } from "./service.ts";
import { successStatusFacts } from "./success-statuses.ts";
import { userSingleValueFacts } from "./user-addresses-roles-photos.ts";
import { userAttributeFacts } from "./user-attributes.ts";
import { userCreateFacts } from "./user-create.ts";
import { userEmailFacts } from "./user-emails.ts";
import { userErrorFacts } from "./user-error-codes.ts";
import { userExtensionFacts } from "./user-extensions.ts";
import { userNameFacts } from "./user-names.ts";
import { userPhoneNumberFacts } from "./user-phone-numbers.ts";
import { userShapeFacts } from "./user-shape.ts";
import { wireFormatFacts } from "./wire-format.ts";

const all = [
  ...assumedFilterFacts,
  ...authenticationFacts,
  ...clientFlowFacts,
  ...clientNeedFacts,
  ...clientRequestFacts,
  ...deleteFacts,
  ...discoveryEndpointFacts,
  ...displayNameFacts,
  ...errorFacts,
  ...filterFacts,
  ...groupErrorFacts,
  ...groupMemberFacts,
  ...groupFacts,
  ...guestFacts,
  ...identifierFacts,
  ...limitFacts,
  ...listFacts,
  ...patchAttributeFacts,
  ...patchBodyFacts,
  ...patchExtensionFacts,
  ...patchValueFacts,
  ...providerConfigurationFacts,
  ...putFacts,
  ...requestBodyFacts,
  ...requestErrorFacts,
  ...resourceTypeFacts,
  ...schemaDocumentV1Facts,
  ...schemaDocumentV2Facts,
  ...schemaUrnFacts,
  ...serviceFacts,
  ...successStatusFacts,
  ...userSingleValueFacts,
  ...userAttributeFacts,
  ...userCreateFacts,
  ...userEmailFacts,
  ...userErrorFacts,
  ...userExtensionFacts,
  ...userNameFacts,
  ...userPhoneNumberFacts,
  ...userShapeFacts,
  ...wireFormatFacts,
] as const;

/** The id of a known fact: a reference to one that does not exist does not compile. */
export type FactId = (typeof all)[number]["id"];

/** All that is known of Slack's SCIM API, by file. */
export const facts: readonly Fact[] = all;
