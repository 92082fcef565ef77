import type { Statement } from "./statement.ts";

/** RFC 7644 §3.5.1 and §3.5.2: PUT, and what all operations of PATCH share. */
export const rfc7644PutAndPatch: readonly Statement[] = [
  ["SCIM20-7644-3.5.1-01", "MUST", "A service provider MUST support PUT.", "3.5"],
  [
    "SCIM20-7644-3.5.1-02",
    "MUST NOT",
    "A service provider MUST NOT create a resource in response to PUT, because it assigns the ids.",
  ],
  [
    "SCIM20-7644-3.5.1-03",
    "SHALL",
    "The values of readWrite and writeOnly attributes in a PUT SHALL replace the existing values.",
  ],
  [
    "SCIM20-7644-3.5.1-04",
    "MAY",
    "A service provider MAY clear a readWrite attribute that a PUT omits, or give it a default value.",
  ],
  [
    "SCIM20-7644-3.5.1-05",
    "MAY",
    "A client MAY send null or an empty array in a PUT to clear an attribute.",
  ],
  [
    "SCIM20-7644-3.5.1-06",
    "MUST",
    "The value of an immutable attribute in a PUT MUST equal the value that is already set.",
  ],
  [
    "SCIM20-7644-3.5.1-07",
    "SHOULD",
    "A service provider SHOULD reject another value for an immutable attribute with 400 Bad Request and the scimType mutability.",
  ],
  [
    "SCIM20-7644-3.5.1-08",
    "SHALL",
    "A service provider SHALL ignore the values of readOnly attributes in a PUT.",
  ],
  ["SCIM20-7644-3.5.1-09", "MUST*", "A PUT that lacks a required attribute is rejected."],
  [
    "SCIM20-7644-3.5.1-10",
    "MUST*",
    "A successful PUT returns 200 OK with the entire resource in the body.",
  ],
  [
    "SCIM20-7644-3.5.2-01",
    "SHOULD",
    "A service provider SHOULD support PATCH, so that large resources such as groups can be modified in part.",
    "3.5",
  ],
  [
    "SCIM20-7644-3.5.2-02",
    "MUST",
    "The body of a PATCH MUST have the schema URI urn:ietf:params:scim:api:messages:2.0:PatchOp in schemas.",
  ],
  [
    "SCIM20-7644-3.5.2-03",
    "MUST",
    "The body of a PATCH MUST contain Operations, an array of at least one operation.",
  ],
  [
    "SCIM20-7644-3.5.2-04",
    "MUST",
    "Each operation MUST have exactly one member op: add, remove or replace.",
  ],
  [
    "SCIM20-7644-3.5.2-05",
    "MUST*",
    'The values of op are written in lower case; "Replace" is either rejected or processed as replace.',
  ],
  ["SCIM20-7644-3.5.2-06", "REQUIRED", "The path of a remove operation is REQUIRED."],
  ["SCIM20-7644-3.5.2-07", "OPTIONAL", "The path of an add or replace operation is OPTIONAL."],
  [
    "SCIM20-7644-3.5.2-08",
    "MUST",
    "A service provider MUST reject a malformed path with 400 Bad Request and the scimType invalidPath.",
    "3.12",
  ],
  ["SCIM20-7644-3.5.2-09", "MUST*", "A path to an attribute that no schema defines is an error."],
  [
    "SCIM20-7644-3.5.2-10",
    "MUST",
    "Each operation MUST respect the mutability of its attribute: readOnly attributes, and immutable ones that are set, cannot be modified.",
  ],
  [
    "SCIM20-7644-3.5.2-11",
    "SHALL",
    "A service provider SHALL reject an operation that the mutability or schema of the attribute rules out with a suitable status code and an error response.",
  ],
  [
    "SCIM20-7644-3.5.2-12",
    "MAY",
    "A client MAY name an attribute with its schema URN, which adds that URN to the schemas of the resource.",
  ],
  [
    "SCIM20-7644-3.5.2-13",
    "MUST*",
    "A service provider applies the operations in their order, each to the result of the one before.",
  ],
  [
    "SCIM20-7644-3.5.2-14",
    "SHALL",
    "An operation that sets primary to true on one value SHALL set it to false on all other values of the attribute.",
  ],
  [
    "SCIM20-7644-3.5.2-15",
    "SHALL",
    "A PATCH SHALL be atomic: if one operation fails, the resource stays as it was.",
  ],
  [
    "SCIM20-7644-3.5.2-16",
    "MUST",
    "A successful PATCH MUST return 200 OK with the entire resource, or 204 No Content.",
  ],
  [
    "SCIM20-7644-3.5.2-17",
    "MUST",
    "A service provider MUST return 200 OK for a successful PATCH with the query parameter attributes.",
  ],
];
