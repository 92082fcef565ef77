import type { Statement } from "./statement.ts";

/** RFC 7643 §5 to §7: the service provider configuration, resource types and schema definitions. */
export const rfc7643Discovery: readonly Statement[] = [
  ["SCIM20-7643-5-01", "REQUIRED", "The Boolean attribute patch.supported is REQUIRED."],
  [
    "SCIM20-7643-5-02",
    "REQUIRED",
    "The attributes bulk.supported, bulk.maxOperations and bulk.maxPayloadSize are REQUIRED.",
  ],
  [
    "SCIM20-7643-5-03",
    "REQUIRED",
    "The attributes filter.supported and filter.maxResults are REQUIRED.",
  ],
  ["SCIM20-7643-5-04", "REQUIRED", "The Boolean attribute changePassword.supported is REQUIRED."],
  ["SCIM20-7643-5-05", "REQUIRED", "The Boolean attribute sort.supported is REQUIRED."],
  ["SCIM20-7643-5-06", "REQUIRED", "The Boolean attribute etag.supported is REQUIRED."],
  [
    "SCIM20-7643-5-07",
    "REQUIRED",
    "The attribute authenticationSchemes is REQUIRED, as are type, name and description of each scheme.",
  ],
  [
    "SCIM20-7643-5-08",
    "OPTIONAL",
    "The attributes specUri and documentationUri are OPTIONAL; SCIM 2.0 spells them with Uri, not with Url.",
  ],
  [
    "SCIM20-7643-5-09",
    "SHOULD",
    "A service provider SHOULD let clients read authenticationSchemes without authentication.",
  ],
  [
    "SCIM20-7643-5-10",
    "MUST*",
    "The configuration contains no attribute that only SCIM 1.1 defines, such as xmlDataFormat.",
  ],
  [
    "SCIM20-7643-5-11",
    "MUST*",
    "The service provider offers exactly the features that its configuration declares as supported.",
  ],
  [
    "SCIM20-7643-6-01",
    "REQUIRED",
    "The attributes name, endpoint and schema of a resource type are REQUIRED.",
  ],
  [
    "SCIM20-7643-6-02",
    "MUST",
    "The schema of a resource type MUST be the id of a Schema resource.",
  ],
  [
    "SCIM20-7643-6-03",
    "REQUIRED",
    "The sub-attributes schema and required of each entry in schemaExtensions are REQUIRED.",
  ],
  [
    "SCIM20-7643-6-04",
    "MUST",
    "The schema of each entry in schemaExtensions MUST be the id of a Schema resource.",
  ],
  [
    "SCIM20-7643-6-05",
    "MUST*",
    "Each resource contains the extensions that its resource type declares as required.",
  ],
  [
    "SCIM20-7643-6-06",
    "MUST*",
    "The endpoint of a resource type is relative to the base URL, and GET of it succeeds.",
  ],
  [
    "SCIM20-7643-6-07",
    "MUST*",
    "The attribute schemas of a resource type contains urn:ietf:params:scim:schemas:core:2.0:ResourceType.",
  ],
  [
    "SCIM20-7643-7-01",
    "REQUIRED",
    "The id of a Schema resource is REQUIRED and is the URI of the schema.",
  ],
  [
    "SCIM20-7643-7-02",
    "MUST*",
    "There is a Schema resource for every schema URI that a resource uses.",
  ],
  [
    "SCIM20-7643-7-03",
    "MUST*",
    "Each attribute of a schema has name, type, multiValued, description, required, mutability, returned and uniqueness.",
  ],
  [
    "SCIM20-7643-7-04",
    "SHOULD",
    "The definition of a complex attribute SHOULD list its subAttributes.",
  ],
  [
    "SCIM20-7643-7-05",
    "MUST*",
    "The type of an attribute is string, boolean, decimal, integer, dateTime, reference, complex or binary, the last of which only §2.3 lists.",
  ],
  [
    "SCIM20-7643-7-06",
    "SHALL",
    "A service provider SHALL preserve the case of the values of caseExact attributes.",
  ],
  [
    "SCIM20-7643-7-07",
    "MAY",
    "A service provider MAY change the case of the values of other attributes.",
  ],
  ["SCIM20-7643-7-08", "SHALL NOT", "Clients SHALL NOT be able to modify a readOnly attribute."],
  [
    "SCIM20-7643-7-09",
    "SHALL NOT",
    "Clients SHALL NOT be able to change an immutable attribute once it is set.",
  ],
  [
    "SCIM20-7643-7-10",
    "SHALL NOT",
    "A service provider SHALL NOT return the values of a writeOnly attribute.",
  ],
  [
    "SCIM20-7643-7-11",
    "MUST*",
    "An attribute that is declared as returned always is returned whatever attributes the request selects.",
  ],
  [
    "SCIM20-7643-7-12",
    "MUST*",
    "An attribute that is declared as returned on request is returned only if the request names it or writes it.",
  ],
  [
    "SCIM20-7643-7-13",
    "SHOULD",
    "The values of an attribute with the uniqueness server SHOULD be unique within the endpoint or tenant.",
  ],
  ["SCIM20-7643-7-14", "MUST*", "Only attributes of the type reference have referenceTypes."],
  ["SCIM20-7643-7-15", "MUST*", "Schema resources cannot be modified."],
  [
    "SCIM20-7643-7-16",
    "MUST*",
    "The published schemas define every attribute that responses contain.",
  ],
];
