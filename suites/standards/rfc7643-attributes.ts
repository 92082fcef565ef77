import type { Statement } from "./statement.ts";

/** RFC 7643 §2: attributes, their characteristics and data types, multi-valued and null values. */
export const rfc7643Attributes: readonly Statement[] = [
  ["SCIM20-7643-2.1-01", "MUST*", "Attribute names are case-insensitive."],
  [
    "SCIM20-7643-2.1-02",
    "MUST",
    "An attribute name MUST start with a letter and contain only letters, digits, hyphens, underscores and dollar signs; the one exception is $ref.",
  ],
  [
    "SCIM20-7643-2.1-03",
    "MUST",
    "A resource in JSON MUST name its schemas in the attribute schemas.",
  ],
  [
    "SCIM20-7643-2.2-01",
    "MUST*",
    "Unless its definition differs, an attribute is an optional, case-insensitive string that clients can read and write, is returned by default and need not be unique.",
  ],
  ["SCIM20-7643-2.3-01", "SHOULD NOT", "An extension SHOULD NOT define further data types."],
  [
    "SCIM20-7643-2.3-02",
    "MUST*",
    "A string consists of Unicode characters and is encoded in UTF-8.",
    "2.3.1",
  ],
  [
    "SCIM20-7643-2.3-03",
    "MAY",
    "A service provider MAY reject values of an attribute that are not among its canonicalValues.",
    "2.3.1",
  ],
  ["SCIM20-7643-2.3-04", "MUST*", "A Boolean value is the JSON literal true or false.", "2.3.2"],
  [
    "SCIM20-7643-2.3-05",
    "MUST*",
    'The string "true" is not a Boolean value; a service provider either rejects it or converts it, and always does the same.',
    "2.3.2",
  ],
  ["SCIM20-7643-2.3-06", "MUST", "An integer MUST NOT have a fraction or an exponent.", "2.3.4"],
  [
    "SCIM20-7643-2.3-07",
    "MUST",
    "A DateTime MUST be a valid xsd:dateTime that has both a date and a time.",
    "2.3.5",
  ],
  ["SCIM20-7643-2.3-08", "MUST", "Binary data MUST be encoded in base64.", "2.3.6"],
  ["SCIM20-7643-2.3-09", "MUST", "A reference MUST be an absolute or relative URI.", "2.3.7"],
  [
    "SCIM20-7643-2.3-10",
    "MUST",
    "GET of a reference's URI MUST return the referenced resource or a suitable HTTP status code.",
    "2.3.7",
  ],
  [
    "SCIM20-7643-2.3-11",
    "MUST NOT",
    "A complex attribute MUST NOT have complex sub-attributes.",
    "2.3.8",
  ],
  [
    "SCIM20-7643-2.3-12",
    "MUST NOT",
    "A service provider MUST NOT depend on the order of the members of a JSON object.",
    "2.3.8",
  ],
  [
    "SCIM20-7643-2.3-13",
    "MUST*",
    "A value has the JSON type of its attribute: a string, true or false, an object for a complex attribute, an array for a multi-valued one. A value of another type is rejected or converted.",
  ],
  ["SCIM20-7643-2.4-01", "MUST", "A multi-valued attribute MUST have at most one primary value."],
  [
    "SCIM20-7643-2.4-02",
    "MUST*",
    "A request that marks two values of an attribute as primary is rejected, or the resource keeps one primary value.",
  ],
  [
    "SCIM20-7643-2.4-03",
    "SHALL",
    "A value without the sub-attribute primary SHALL count as not primary.",
  ],
  [
    "SCIM20-7643-2.4-04",
    "MUST",
    "The sub-attributes type, primary, display, value and $ref MUST have the meanings that the text defines.",
  ],
  [
    "SCIM20-7643-2.4-05",
    "SHALL",
    "URIs of a resource that differ only in the API version SHALL be considered comparable, as SHALL those without a version.",
  ],
  [
    "SCIM20-7643-2.4-06",
    "SHOULD",
    "A service provider SHOULD return the values of multi-valued attributes in canonical form where appropriate, for example with a type.",
  ],
  [
    "SCIM20-7643-2.4-07",
    "SHOULD NOT",
    "A service provider SHOULD NOT return a pair of type and value twice in one attribute.",
  ],
  [
    "SCIM20-7643-2.5-01",
    "SHALL",
    "An absent attribute, the value null and an empty array SHALL mean the same state.",
  ],
  [
    "SCIM20-7643-2.5-02",
    "MUST*",
    "Assigning null or an empty array to an attribute makes it unassigned.",
  ],
  ["SCIM20-7643-2.5-03", "MAY", "A JSON representation MAY leave out unassigned attributes."],
];
