import type { Statement } from "./statement.ts";

/** SCIM 1.1 protocol §3.5 to §4: bulk, formats, attribute notation, errors, versions and security. */
export const scim11ProtocolBulkAndFormats: readonly Statement[] = [
  [
    "SCIM11-API-3.5-01",
    "OPTIONAL",
    "Bulk operations are OPTIONAL; a service provider without them rejects POST /Bulk with an error response.",
  ],
  [
    "SCIM11-API-3.5-02",
    "MUST",
    "A service provider MUST return 200 OK for a bulk job that it processed.",
  ],
  [
    "SCIM11-API-3.5-03",
    "MUST",
    "A service provider MUST process as many operations of a bulk job as possible, even if some fail.",
  ],
  [
    "SCIM11-API-3.5-04",
    "MUST*",
    "A service provider stops a bulk job after as many errors as failOnErrors allows.",
  ],
  [
    "SCIM11-API-3.5-05",
    "MUST",
    "A service provider MUST return the bulkId with the resource that it created for it.",
  ],
  [
    "SCIM11-API-3.5-06",
    "MUST",
    "The response to a bulk job MUST contain the result of every operation that was processed.",
  ],
  [
    "SCIM11-API-3.5-07",
    "MUST",
    "The result of every operation but a failed POST MUST contain a location.",
  ],
  [
    "SCIM11-API-3.5-08",
    "MUST",
    "The status of every result MUST contain a code and, after an error, a description.",
  ],
  [
    "SCIM11-API-3.5-09",
    "MUST",
    "A service provider MUST replace a reference such as bulkId:qwerty with the id of the new resource, in extensions too.",
  ],
  [
    "SCIM11-API-3.5-10",
    "MUST",
    "A service provider MUST try to resolve circular references within a bulk job, and can return 409 Conflict if that fails.",
  ],
  [
    "SCIM11-API-3.5-11",
    "MUST",
    "A service provider MUST return 413 Request Entity Too Large for a bulk job that exceeds a limit, and name that limit in the body.",
  ],
  [
    "SCIM11-API-3.6-01",
    "MUST*",
    "A request names the format of its body in Content-Type; JSON is accepted, and a format that the service provider does not support is rejected.",
  ],
  [
    "SCIM11-API-3.6-02",
    "MUST",
    "A service provider MUST support the header Accept: application/json.",
  ],
  ["SCIM11-API-3.6-03", "MUST*", "A response is JSON if the request asks for no other format."],
  ["SCIM11-API-3.6-04", "MAY*", "A client can ask for JSON with the URI suffix .json."],
  [
    "SCIM11-API-3.6-05",
    "MUST*",
    "A service provider returns XML only if it supports XML, which xmlDataFormat.supported of the configuration announces.",
  ],
  [
    "SCIM11-API-3.6-06",
    "MUST*",
    "In JSON, a multi-valued attribute is an array and a complex attribute is an object.",
  ],
  [
    "SCIM11-API-3.7-01",
    "MAY",
    "A client MAY select attributes with the parameter attributes on any operation that returns a resource.",
  ],
  [
    "SCIM11-API-3.7-02",
    "MUST",
    "Each resource returned for the parameter attributes MUST contain the minimal set of attributes, id and meta.",
  ],
  [
    "SCIM11-API-3.7-03",
    "MUST",
    "Each resource returned for the parameter attributes MUST NOT contain more than the minimal set and the requested attributes.",
  ],
  [
    "SCIM11-API-3.7-04",
    "MUST*",
    "The parameter attributes can select a single sub-attribute, as in name.givenName.",
  ],
  [
    "SCIM11-API-3.8-01",
    "MUST*",
    "A core attribute can be named with its schema URN, as in urn:scim:schemas:core:1.0:userName.",
  ],
  ["SCIM11-API-3.8-02", "MAY", "A client MAY omit the schema URN of a core attribute."],
  ["SCIM11-API-3.8-03", "MUST", "A client MUST name an extension attribute with its schema URN."],
  [
    "SCIM11-API-3.8-04",
    "MUST*",
    "A dot separates the name of an attribute from that of its sub-attribute.",
  ],
  [
    "SCIM11-API-3.8-05",
    "MUST*",
    "All parts of a full attribute name are case-insensitive: URN, attribute and sub-attribute.",
  ],
  [
    "SCIM11-API-3.9-01",
    "MUST",
    "A service provider MUST return an error in the body as well, in the format that the client requested.",
  ],
  [
    "SCIM11-API-3.9-02",
    "MUST*",
    "The body of an error contains the array Errors, whose entries have a description and a code, both strings.",
  ],
  [
    "SCIM11-API-3.9-03",
    "MUST",
    "The body of an error MUST contain an explanation for people to read.",
  ],
  [
    "SCIM11-API-3.9-04",
    "SHOULD",
    "A service provider SHOULD return 400 Bad Request for a request that cannot be parsed.",
  ],
  [
    "SCIM11-API-3.9-05",
    "SHOULD",
    "A service provider SHOULD return 400 Bad Request for a request that violates the schema.",
  ],
  [
    "SCIM11-API-3.9-06",
    "SHOULD",
    "A service provider SHOULD return 401 Unauthorized if the authorisation fails.",
  ],
  [
    "SCIM11-API-3.9-07",
    "SHOULD",
    "A service provider SHOULD return 403 Forbidden for an operation that it does not support.",
  ],
  [
    "SCIM11-API-3.9-08",
    "SHOULD",
    "A service provider SHOULD return 404 Not Found for a resource that does not exist.",
  ],
  [
    "SCIM11-API-3.9-09",
    "SHOULD",
    "A service provider SHOULD return 409 Conflict for a duplicate resource, and for a version number that is not the latest.",
  ],
  [
    "SCIM11-API-3.9-10",
    "SHOULD",
    "A service provider SHOULD return 412 Precondition Failed for a modification of a resource that has changed in the meantime.",
  ],
  [
    "SCIM11-API-3.9-11",
    "SHOULD",
    "A service provider SHOULD return 413 Request Entity Too Large for a bulk job that exceeds a limit.",
  ],
  [
    "SCIM11-API-3.9-12",
    "SHOULD",
    "A response with 500 Internal Server Error SHOULD contain advice for debugging.",
  ],
  [
    "SCIM11-API-3.9-13",
    "SHOULD",
    "A service provider SHOULD return 501 Not Implemented for an operation that it does not support, such as PATCH.",
  ],
  [
    "SCIM11-API-3.9-14",
    "MUST*",
    "The HTTP status tells whether an operation succeeded, so a request that is answered with an error has no effect.",
  ],
  [
    "SCIM11-API-3.10-01",
    "MUST",
    "The version identifier v1 MUST come directly before the resource endpoint in the path of a URL.",
  ],
  [
    "SCIM11-API-3.10-02",
    "MUST",
    "A service provider MUST process a request in the version that its URL names, or reject it.",
  ],
  [
    "SCIM11-API-3.10-03",
    "SHOULD",
    "A service provider SHOULD process a request without a version in the newest version that it supports.",
  ],
  [
    "SCIM11-API-3.11-01",
    "MUST",
    "A service provider that supports versions of resources MUST send the ETag as an HTTP header.",
  ],
  ["SCIM11-API-3.11-02", "SHOULD", "The ETag SHOULD also be the value of meta.version."],
  [
    "SCIM11-API-3.11-03",
    "MUST*",
    "GET with the current ETag in If-None-Match returns 304 Not Modified with an empty body.",
  ],
  [
    "SCIM11-API-3.11-04",
    "MUST*",
    "PUT or PATCH with an outdated ETag in If-Match returns 412 Precondition Failed and changes nothing.",
  ],
  [
    "SCIM11-API-3.12-01",
    "MAY",
    "A client MAY send PUT, PATCH or DELETE as POST with the method in the header X-HTTP-Method-Override.",
  ],
  ["SCIM11-API-4-01", "MUST", "A service provider MUST implement TLS."],
];
