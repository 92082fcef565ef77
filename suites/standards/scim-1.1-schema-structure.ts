import type { Statement } from "./statement.ts";

/** SCIM 1.1 core schema §3 to §5: attributes, data types, extensions and common attributes. */
export const scim11SchemaStructure: readonly Statement[] = [
  [
    "SCIM11-CS-3-01",
    "SHALL",
    "The definition of an immutable attribute SHALL mark it as read-only.",
  ],
  [
    "SCIM11-CS-3-02",
    "SHOULD",
    "A service provider that makes further attributes immutable SHOULD mark them in the schema that it publishes.",
  ],
  ["SCIM11-CS-3-03", "MUST", "The names of resources and attributes MUST be valid XML names."],
  [
    "SCIM11-CS-3-04",
    "SHOULD",
    "The names of resources and attributes SHOULD be written in camel case.",
  ],
  ["SCIM11-CS-3-05", "MUST", "A resource in JSON MUST name its schemas in the attribute schemas."],
  ["SCIM11-CS-3.1-01", "MUST*", "A Boolean value in JSON is the literal true or false.", "3.1.2"],
  [
    "SCIM11-CS-3.1-02",
    "MUST",
    "Integers and decimals MUST follow the rules of XML Schema, and are numbers in JSON.",
    "3.1.3",
  ],
  [
    "SCIM11-CS-3.1-03",
    "MUST",
    "A DateTime MUST be a valid xsd:dateTime, which has both a date and a time, and is a string in JSON.",
    "3.1.5",
  ],
  ["SCIM11-CS-3.1-04", "MUST", "Binary data MUST be encoded in base64.", "3.1.6"],
  [
    "SCIM11-CS-3.1-05",
    "SHOULD",
    "A service provider SHOULD use the canonical values of an attribute where they fit.",
    "3.1.1",
  ],
  [
    "SCIM11-CS-3.1-06",
    "MUST*",
    "A value in JSON has the type of its attribute: a string, true or false, an object for a complex attribute, an array for a multi-valued one. A value of another type is rejected or converted.",
  ],
  ["SCIM11-CS-3.2-01", "MUST", "A multi-valued attribute MUST have at most one primary value."],
  ["SCIM11-CS-3.2-02", "MUST*", "The sub-attribute display is read-only."],
  [
    "SCIM11-CS-3.2-03",
    "MUST*",
    'The only value of the sub-attribute operation is "delete"; it belongs to PATCH requests and is not returned.',
  ],
  [
    "SCIM11-CS-3.2-04",
    "MAY",
    "Where a multi-valued attribute has the sub-attribute value, a client MAY write its values as plain strings.",
  ],
  [
    "SCIM11-CS-3.2-05",
    "SHOULD",
    "A service provider SHOULD return the values of multi-valued attributes in canonical form where appropriate, such as e-mail addresses and URLs.",
  ],
  [
    "SCIM11-CS-3.2-06",
    "SHOULD NOT",
    "A service provider SHOULD NOT return a pair of type and value twice in one attribute.",
  ],
  ["SCIM11-CS-4-01", "MUST", "An extension MUST NOT redefine attributes of the specification."],
  [
    "SCIM11-CS-4-02",
    "MUST",
    "A resource in JSON MUST list the URNs of its extensions in schemas; their attributes are members of the objects with those names.",
  ],
  ["SCIM11-CS-5.1-01", "MUST", "Each representation of a resource MUST contain a non-empty id."],
  [
    "SCIM11-CS-5.1-02",
    "MUST",
    "The id MUST be unique among all resources of the service provider.",
  ],
  [
    "SCIM11-CS-5.1-03",
    "MUST",
    "The id MUST be stable: it does not change when the resource is returned again.",
  ],
  [
    "SCIM11-CS-5.1-04",
    "MUST",
    "A client MUST NOT choose the id; the service provider always issues it.",
  ],
  ["SCIM11-CS-5.1-05", "MUST NOT", "An id MUST NOT contain the reserved keyword bulkId:."],
  ["SCIM11-CS-5.1-06", "MAY", "A resource MAY have a non-empty externalId, which the client sets."],
  ["SCIM11-CS-5.1-07", "MUST NOT", "A service provider MUST NOT set externalId; only clients do."],
  [
    "SCIM11-CS-5.1-08",
    "MUST",
    "A service provider MUST interpret externalId within the tenant of the client.",
  ],
  ["SCIM11-CS-5.1-09", "MUST", "The value of meta.created MUST be a DateTime."],
  [
    "SCIM11-CS-5.1-10",
    "MUST",
    "The value of meta.lastModified MUST equal meta.created until the resource is modified.",
  ],
  [
    "SCIM11-CS-5.1-11",
    "MUST*",
    "The value of meta.lastModified is the time of the latest modification, so it moves with each one.",
  ],
  [
    "SCIM11-CS-5.1-12",
    "MUST*",
    "The value of meta.location is the URI of the resource and equals the Location header.",
  ],
  ["SCIM11-CS-5.1-13", "MUST*", "The value of meta.version equals the ETag header."],
  [
    "SCIM11-CS-5.1-14",
    "MUST*",
    "The sub-attribute meta.attributes belongs to PATCH requests and is not returned.",
  ],
  ["SCIM11-CS-5.1-15", "MUST", "The id MUST be non-reassignable: no other resource ever gets it."],
  ["SCIM11-CS-5.1-16", "MUST*", "The id is read-only: no write changes it."],
  [
    "SCIM11-CS-5.1-17",
    "MUST*",
    "The sub-attributes created, lastModified and location of meta are read-only.",
  ],
  [
    "SCIM11-CS-5.2-01",
    "MUST",
    "Each representation of a resource MUST contain schemas, a non-empty array of URIs.",
  ],
  ["SCIM11-CS-5.2-02", "MUST NOT", "The attribute schemas MUST NOT contain a URI twice."],
  ["SCIM11-CS-5.2-03", "MUST NOT", "The order of the URIs in schemas MUST NOT affect behaviour."],
  [
    "SCIM11-CS-5.2-04",
    "MUST*",
    "A resource that uses the core schema alone need not list it in schemas.",
    "5.1",
  ],
];
