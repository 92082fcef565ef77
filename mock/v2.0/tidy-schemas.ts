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

/** RFC 7643 §7: an attribute of a schema document. */
function attributeDocument(attribute: SchemaAttribute): JsonObject {
  const mutability = attribute.readOnly ? "readOnly" : "readWrite";
  return {
    name: attribute.name,
    type: attribute.type,
    multiValued: attribute.multiValued ?? false,
    description: attribute.description,
    required: attribute.required ?? false,
    ...(attribute.type !== "complex" && { caseExact: attribute.caseExact ?? false }),
    ...(attribute.canonicalValues && { canonicalValues: attribute.canonicalValues }),
    mutability: attribute.writeOnly ? "writeOnly" : mutability,
    returned: attribute.writeOnly ? "never" : attribute.name === "id" ? "always" : "default",
    uniqueness: attribute.unique ? "server" : "none",
    ...(attribute.type === "reference" && { referenceTypes: ["external"] }),
    ...(attribute.subAttributes && {
      subAttributes: attribute.subAttributes.map(attributeDocument),
    }),
  };
}

const schemaUrn = "urn:ietf:params:scim:schemas:core:2.0:Schema";

function schemaDocument(
  id: string,
  name: string,
  description: string,
  attributes: readonly JsonObject[],
): JsonObject {
  return { schemas: [schemaUrn], id, name, description, attributes };
}

/** An extension as one complex attribute of the User schema, as Slack describes the guest block (FACT-DISCOVERY-48). */
function extensionAttribute(urn: string, attributes: readonly SchemaAttribute[]): JsonObject {
  return attributeDocument({
    name: urn,
    type: "complex",
    description: "Slack's guest accounts",
    subAttributes: attributes,
  });
}

/** FACT-DISCOVERY-49: the schema documents of v2.0, in the form of RFC 7643; `Users` and `Groups` come first. */
export function tidySchemasV2(): readonly JsonObject[] {
  const urns = urnsOf("2.0");
  const of = (attributes: readonly SchemaAttribute[]) => attributes.map(attributeDocument);
  return [
    schemaDocument(urns.user, "User", "Slack member accounts", [
      ...of(userAttributeSchemas),
      extensionAttribute(urns.guest, guestAttributeSchemas),
    ]),
    schemaDocument(urns.group, "Group", "IdP groups or user groups", of(groupAttributeSchemas)),
    schemaDocument(
      urns.enterprise,
      "EnterpriseUser",
      "Enterprise attributes of a member",
      of(enterpriseAttributeSchemas),
    ),
    schemaDocument(urns.guest, "SlackGuest", "Guest accounts", of(guestAttributeSchemas)),
    schemaDocument(urns.profile, "SlackProfile", "Profile fields", of(profileAttributeSchemas)),
  ];
}
