import type { Statement } from "./statement.ts";

/** RFC 7644 §3.12 to §7: errors, versions, discovery endpoints, comparison of strings and security. */
export const rfc7644ErrorsAndVersions: readonly Statement[] = [
  [
    "SCIM20-7644-3.12-01",
    "MUST",
    "A service provider MUST return an error in a JSON body with the schema URI urn:ietf:params:scim:api:messages:2.0:Error.",
  ],
  [
    "SCIM20-7644-3.12-02",
    "REQUIRED",
    "The attribute status of an error is REQUIRED and is the HTTP status code as a string.",
  ],
  [
    "SCIM20-7644-3.12-03",
    "MUST*",
    "The attribute status of an error equals the HTTP status code of the response.",
  ],
  [
    "SCIM20-7644-3.12-04",
    "OPTIONAL",
    "The attribute scimType of an error is OPTIONAL; its values are the keywords that the text defines.",
  ],
  [
    "SCIM20-7644-3.12-05",
    "OPTIONAL",
    "The attribute detail of an error is OPTIONAL and is a message for people to read.",
  ],
  [
    "SCIM20-7644-3.12-06",
    "SHOULD",
    "A response with 400 Bad Request SHOULD have the scimType that the text defines for its cause.",
  ],
  [
    "SCIM20-7644-3.12-07",
    "SHOULD",
    "A service provider SHOULD return 403 Forbidden for an operation that the authorisation of the client does not permit.",
  ],
  [
    "SCIM20-7644-3.12-08",
    "SHOULD",
    "A service provider SHOULD return 404 Not Found for a resource or endpoint that does not exist.",
  ],
  [
    "SCIM20-7644-3.12-09",
    "SHOULD",
    "A service provider SHOULD return 409 Conflict for a duplicate resource, and for a version number that is not the latest.",
  ],
  [
    "SCIM20-7644-3.12-10",
    "SHOULD",
    "A service provider SHOULD return 412 Precondition Failed for a modification of a resource that has changed in the meantime.",
  ],
  [
    "SCIM20-7644-3.12-11",
    "SHOULD",
    "A service provider SHOULD return 501 Not Implemented for an operation that it does not support, such as PATCH.",
  ],
  [
    "SCIM20-7644-3.12-12",
    "SHOULD",
    "A service provider SHOULD redirect clients with 307 Temporary Redirect or 308 Permanent Redirect, both of which keep the HTTP method.",
  ],
  [
    "SCIM20-7644-3.12-13",
    "MUST*",
    "A client that gets 429 Too Many Requests waits as long as Retry-After tells; the rule comes from HTTP, not from this text.",
  ],
  [
    "SCIM20-7644-3.12-14",
    "MUST*",
    "The HTTP status tells whether an operation succeeded, so a request that is answered with an error has no effect.",
  ],
  [
    "SCIM20-7644-3.13-01",
    "MUST",
    "A version identifier such as v2 MUST come directly before the resource endpoint in the path of a URL.",
  ],
  [
    "SCIM20-7644-3.13-02",
    "MUST",
    "A service provider MUST process a request in the version that its URL names, or reject it.",
  ],
  [
    "SCIM20-7644-3.13-03",
    "SHOULD",
    "A service provider SHOULD process a request without a version in the newest version that it supports.",
  ],
  [
    "SCIM20-7644-3.14-01",
    "MUST",
    "A service provider that supports versions of resources MUST send the ETag as an HTTP header.",
  ],
  ["SCIM20-7644-3.14-02", "SHOULD", "The ETag SHOULD also be the value of meta.version."],
  [
    "SCIM20-7644-3.14-03",
    "MUST*",
    "GET with the current ETag in If-None-Match returns 304 Not Modified with an empty body.",
  ],
  [
    "SCIM20-7644-3.14-04",
    "MUST*",
    "PUT or PATCH with an outdated ETag in If-Match returns 412 Precondition Failed and changes nothing.",
  ],
  [
    "SCIM20-7644-4-01",
    "SHALL",
    "The response of /ServiceProviderConfig SHALL have the schema URI urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig in schemas.",
  ],
  [
    "SCIM20-7644-4-02",
    "SHALL",
    "GET /Schemas SHALL return all supported schemas as a ListResponse.",
  ],
  [
    "SCIM20-7644-4-03",
    "MUST*",
    "GET of /Schemas with a schema URI appended returns that one schema.",
  ],
  [
    "SCIM20-7644-4-04",
    "SHALL",
    "GET /ResourceTypes SHALL return the resource types as a ListResponse.",
  ],
  [
    "SCIM20-7644-4-05",
    "MUST*",
    "GET of /ResourceTypes with the name of a resource type appended returns that one resource type.",
  ],
  [
    "SCIM20-7644-4-06",
    "SHALL",
    "A service provider SHALL ignore parameters for sorting and pagination at the discovery endpoints.",
  ],
  [
    "SCIM20-7644-4-07",
    "SHOULD",
    "A service provider SHOULD reject a filter at the discovery endpoints with 403 Forbidden.",
  ],
  [
    "SCIM20-7644-5-01",
    "MUST",
    "A service provider MUST apply the PRECIS rules to userName before it compares values or decides on uniqueness.",
  ],
  [
    "SCIM20-7644-7-01",
    "MUST",
    "A service provider MUST require a secure transport and support TLS 1.2.",
    "7.2",
  ],
  [
    "SCIM20-7644-7-02",
    "SHOULD",
    "A service provider SHOULD reject a GET whose filter contains sensitive personal information with 403 Forbidden.",
    "7.5.2",
  ],
  [
    "SCIM20-7644-7-03",
    "MUST",
    "A service provider MUST prepare strings before it compares them, both in filters and for uniqueness.",
    "7.8",
  ],
];
