import type { JsonObject } from "../../schemas/json-value.ts";
import { partsMember, type RecordedAttribute } from "../operations/recorded/attribute.ts";
import { recordedEnterprise } from "../operations/recorded/extension-attributes.ts";
import { recordedGroupAttributes } from "../operations/recorded/group-attributes.ts";
import { recordedUserAttributes } from "../operations/recorded/user-attributes.ts";
import { urnsOf } from "../urns.ts";

/**
 * FACT-DISCOVERY-64, FACT-DISCOVERY-67: an attribute of a recorded schema document.
 * @param schema absent for sub-attributes, which keep `multiValued` (FACT-DISCOVERY-58)
 */
export function recordedAttributeV1(attribute: RecordedAttribute, schema?: string): JsonObject {
  const { name, type, multiValued, childName, description, canonicalValues } = attribute;
  return {
    name,
    type,
    multiValued: multiValued ?? false,
    ...(childName !== undefined && { multiValuedAttributeChildName: childName }),
    description,
    ...(schema !== undefined && { schema }),
    readOnly: attribute.readOnly ?? false,
    required: attribute.required ?? false,
    caseExact: false,
    ...(canonicalValues && { canonicalValues: [...canonicalValues] }),
    ...partsMember(attribute, (part) => recordedAttributeV1(part)),
  };
}

/**
 * FACT-DISCOVERY-50 to FACT-DISCOVERY-72: the schema documents of v1.1 as recorded in 2019. Users
 * come first.
 */
export function recordedSchemasV1(): readonly JsonObject[] {
  const { user, group, enterprise } = urnsOf("1.1");
  return [
    {
      id: `${user}:User`,
      name: "User",
      description: "Core User",
      // An array (FACT-DISCOVERY-51).
      schema: [user, enterprise],
      endpoint: "/Users",
      attributes: [
        ...recordedUserAttributes.map((attribute) => recordedAttributeV1(attribute, user)),
        recordedAttributeV1(recordedEnterprise(enterprise), enterprise),
      ],
    },
    {
      // Without an id (FACT-DISCOVERY-69).
      name: "Group",
      description: "Core Group",
      schema: group,
      endpoint: "/Groups",
      attributes: recordedGroupAttributes.map((attribute) => recordedAttributeV1(attribute, group)),
    },
  ];
}
