import type { Statement } from "./statement.ts";

/** RFC 7644 §3.6 to §3.11: DELETE, bulk, formats, selection and notation of attributes, /Me. */
export const rfc7644DeleteBulkAndFormats: readonly Statement[] = [
  [
    "SCIM20-7644-3.6-01",
    "SHALL",
    "A service provider SHALL return 204 No Content for a successful DELETE.",
  ],
  [
    "SCIM20-7644-3.6-02",
    "MUST",
    "A service provider MUST return 404 Not Found for every operation on a deleted resource.",
  ],
  [
    "SCIM20-7644-3.6-03",
    "MUST",
    "A service provider MUST leave deleted resources out of the results of later queries.",
  ],
  [
    "SCIM20-7644-3.6-04",
    "SHOULD NOT",
    "A deleted resource SHOULD NOT conflict with a new one, so that its userName can be used again.",
  ],
  ["SCIM20-7644-3.6-05", "MUST*", "DELETE of an unknown id returns 404 Not Found.", "3.12"],
  [
    "SCIM20-7644-3.7-01",
    "OPTIONAL",
    "Bulk operations are OPTIONAL; a service provider without them rejects them with an error response.",
  ],
  [
    "SCIM20-7644-3.7-02",
    "MUST",
    "A service provider MUST return 200 OK with a BulkResponse for a bulk job that it processed.",
  ],
  [
    "SCIM20-7644-3.7-03",
    "MUST",
    "A service provider MUST process as many operations of a bulk job as possible, even if some fail, until the client's failOnErrors is reached.",
  ],
  [
    "SCIM20-7644-3.7-04",
    "MUST",
    "A service provider MUST return the bulkId with the resource that it created for it, and replace references to the bulkId with the permanent id, in extensions too.",
    "3.7.2",
  ],
  [
    "SCIM20-7644-3.7-05",
    "MUST",
    "The result of a failed operation MUST contain the error response.",
  ],
  [
    "SCIM20-7644-3.7-06",
    "MUST",
    "The result of every operation but a failed POST MUST contain a location.",
    "3.7.3",
  ],
  [
    "SCIM20-7644-3.7-07",
    "MUST",
    "A service provider that changes the order of operations MUST preserve the intent of the client. It MUST try to resolve circular references, and can return 409 Conflict if that fails.",
    "3.7.1",
  ],
  [
    "SCIM20-7644-3.7-08",
    "MUST",
    "A service provider MUST return 413 Payload Too Large for a bulk job that exceeds a limit, and name that limit in the body.",
    "3.7.4",
  ],
  [
    "SCIM20-7644-3.8-01",
    "MUST",
    "A service provider MUST accept requests and return responses in JSON that is encoded in UTF-8.",
  ],
  [
    "SCIM20-7644-3.8-02",
    "MUST",
    "A service provider MUST support the header Accept: application/scim+json.",
  ],
  [
    "SCIM20-7644-3.8-03",
    "SHOULD",
    "A service provider SHOULD support the header Accept: application/json.",
  ],
  [
    "SCIM20-7644-3.8-04",
    "MUST*",
    "A response has the media type application/scim+json if the request asks for no other.",
  ],
  [
    "SCIM20-7644-3.8-05",
    "MUST*",
    "A service provider accepts bodies of the media types application/scim+json and application/json.",
  ],
  [
    "SCIM20-7644-3.8-06",
    "MUST*",
    "A service provider rejects bodies of media types that it does not support.",
  ],
  ["SCIM20-7644-3.8-07", "MAY*", "A client can ask for a format with a URI suffix such as .scim."],
  [
    "SCIM20-7644-3.9-01",
    "MUST",
    "Each resource returned for the parameter attributes MUST contain the minimum set of attributes and those that the parameter names.",
  ],
  [
    "SCIM20-7644-3.9-02",
    "MUST",
    "Each resource returned for the parameter excludedAttributes MUST contain the minimum set of attributes; of the default set, those that the parameter names are left out.",
  ],
  [
    "SCIM20-7644-3.9-03",
    "MUST*",
    "The parameters attributes and excludedAttributes exclude each other.",
  ],
  [
    "SCIM20-7644-3.9-04",
    "MUST*",
    "The parameter attributes can select a single sub-attribute, as in name.givenName.",
  ],
  [
    "SCIM20-7644-3.9-05",
    "MUST*",
    "A resource that is read with the parameter attributes has schemas, as in the example.",
  ],
  [
    "SCIM20-7644-3.10-01",
    "MUST*",
    "A core attribute can be named with or without its schema URN: urn:ietf:params:scim:schemas:core:2.0:User:userName is userName.",
  ],
  [
    "SCIM20-7644-3.10-02",
    "MUST*",
    "An extension attribute is named by its schema URN, a colon and its name.",
  ],
  [
    "SCIM20-7644-3.10-03",
    "MUST*",
    "A dot separates the name of an attribute from that of its sub-attribute.",
  ],
  [
    "SCIM20-7644-3.10-04",
    "MUST*",
    "All parts of a full attribute name are case-insensitive: URN, attribute and sub-attribute.",
  ],
  [
    "SCIM20-7644-3.11-01",
    "SHOULD",
    "A service provider that does not support /Me SHOULD answer it with 501 Not Implemented.",
  ],
  [
    "SCIM20-7644-3.11-02",
    "MUST",
    "The Location header of a response from /Me MUST be the permanent URI of the resource behind the alias.",
  ],
];
