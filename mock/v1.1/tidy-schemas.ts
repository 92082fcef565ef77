import type { JsonObject } from "../../schemas/json-value.ts";
import {
  enterpriseAttributeSchemas,
  groupAttributeSchemas,
  guestAttributeSchemas,
  profileAttributeSchemas,
  type SchemaAttribute,
  userAttributeSchemas,
} from "../operations/schema-attributes.ts";
import { urnsOf } from "../urns.ts";

function subAttribute(attribute: SchemaAttribute): JsonObject {
  return {
    name: attribute.name,
    type: attribute.type === "reference" ? "string" : attribute.type,
    description: attribute.description,
    readOnly: attribute.readOnly ?? false,
    required: attribute.required ?? false,
    caseExact: attribute.caseExact ?? false,
    ...(attribute.canonicalValues && { canonicalValues: attribute.canonicalValues }),
  };
}

/** SCIM 1.1 core schema §10: an attribute of a schema document. */
function attributeDocument(attribute: SchemaAttribute, schema: string): JsonObject {
  const { name, description, readOnly, required, caseExact, ...rest } = subAttribute(attribute);
  return {
    name,
    type: rest.type,
    multiValued: attribute.multiValued ?? false,
    ...(attribute.multiValued && { multiValuedAttributeChildName: attribute.childName ?? name }),
    description,
    schema,
    readOnly,
    required,
    caseExact,
    ...(attribute.subAttributes && { subAttributes: attribute.subAttributes.map(subAttribute) }),
    ...(attribute.canonicalValues && { canonicalValues: attribute.canonicalValues }),
  };
}

/** FACT-DISCOVERY-49: the schema documents of v1.1, in the form of the specification. */
export function tidySchemasV1(): readonly JsonObject[] {
  const urns = urnsOf("1.1");
  const of = (attributes: readonly SchemaAttribute[], schema: string) =>
    attributes.map((attribute) => attributeDocument(attribute, schema));
  return [
    {
      id: `${urns.user}:User`,
      name: "User",
      description: "Slack member accounts",
      schema: urns.user,
      endpoint: "/Users",
      attributes: [
        ...of(userAttributeSchemas, urns.user),
        ...of(enterpriseAttributeSchemas, urns.enterprise),
        ...of(guestAttributeSchemas, urns.guest),
        ...of(profileAttributeSchemas, urns.profile),
      ],
    },
    {
      id: `${urns.group}:Group`,
      name: "Group",
      description: "IdP groups or user groups",
      schema: urns.group,
      endpoint: "/Groups",
      attributes: of(groupAttributeSchemas, urns.group),
    },
  ];
}
