import type { JsonObject } from "../../schemas/json-value.ts";
import { partsMember, type RecordedAttribute } from "../operations/recorded/attribute.ts";
import {
  recordedEnterprise,
  recordedGuest,
  recordedProfile,
} from "../operations/recorded/extension-attributes.ts";
import { recordedGroupAttributes } from "../operations/recorded/group-attributes.ts";
import { recordedUserAttributes } from "../operations/recorded/user-attributes.ts";
import { urnsOf } from "../urns.ts";
import { recordedAttributeV1 } from "../v1.1/recorded-schemas.ts";

/** FACT-DISCOVERY-89 to FACT-DISCOVERY-96: an attribute of a recorded schema document. */
function attributeDocument(attribute: RecordedAttribute): JsonObject {
  const { name, type, multiValued, childName, description, canonicalValues } = attribute;
  const { readOnly, mutability, returned, uniqueness } = attribute;
  return {
    name,
    type,
    multiValued: multiValued ?? false,
    ...(childName !== undefined && { multiValuedAttributeChildName: childName }),
    description,
    mutability: mutability ?? (readOnly ? "readOnly" : "readWrite"),
    returned: returned ?? "default",
    uniqueness: uniqueness ?? "none",
    required: attribute.required ?? false,
    caseExact: false,
    ...(canonicalValues && { canonicalValues: [...canonicalValues] }),
    ...partsMember(attribute, attributeDocument),
  };
}

function schemaDocument(
  id: string,
  name: string,
  description: string,
  attributes: readonly unknown[],
): JsonObject {
  // FACT-DISCOVERY-77, FACT-DISCOVERY-78: relative, without `scim`, and in lower case.
  const meta = { resourceType: "schema", location: `/v2/Schemas/${id}` };
  return { id, name, description, attributes, meta };
}

/**
 * FACT-DISCOVERY-73 to FACT-DISCOVERY-98: the schema documents of v2.0 as recorded in 2024. Users
 * come first.
 */
export function recordedSchemasV2(): readonly JsonObject[] {
  const { user, group, enterprise, guest, profile } = urnsOf("2.0");
  return [
    schemaDocument(user, "User", "Core User", [
      ...recordedUserAttributes.map(attributeDocument),
      // FACT-DISCOVERY-79, FACT-DISCOVERY-80: an extension as the loose values of its definition.
      ...Object.values(attributeDocument(recordedEnterprise(enterprise))),
      ...Object.values(attributeDocument(recordedGuest(guest))),
      // FACT-DISCOVERY-81, FACT-DISCOVERY-82: in the form of v1.1, with its URN.
      ...Object.values(recordedAttributeV1(recordedProfile(profile), urnsOf("1.1").profile)),
    ]),
    schemaDocument(group, "Group", "Core Group", recordedGroupAttributes.map(attributeDocument)),
  ];
}
