import type { Statement } from "./statement.ts";

/** RFC 7644 §1 to §3.3: URLs, authentication, messages, endpoints and the creation of resources. */
export const rfc7644Basics: readonly Statement[] = [
  [
    "SCIM20-7644-1-01",
    "MUST",
    "A service provider MUST percent-encode the URLs that it returns.",
    "1.2",
  ],
  [
    "SCIM20-7644-1-02",
    "MUST NOT",
    "The base URI MUST NOT have a query, so that clients can append paths and parameters.",
    "1.3",
  ],
  [
    "SCIM20-7644-2-01",
    "MUST*",
    "A service provider answers a request with missing or invalid credentials with 401 Unauthorized.",
    "3.12",
  ],
  [
    "SCIM20-7644-2-02",
    "SHALL",
    "A service provider SHALL name the HTTP authentication schemes that it supports in the header WWW-Authenticate.",
  ],
  ["SCIM20-7644-2-03", "MAY", "A client MAY authenticate with a bearer token over TLS."],
  [
    "SCIM20-7644-2-04",
    "MUST",
    "A service provider MUST have an access control policy for each authenticated client, which decides what the client can read and change.",
  ],
  [
    "SCIM20-7644-2-05",
    "SHOULD",
    "A service provider SHOULD check whether the subject of a request has the right to act on the resource concerned.",
  ],
  [
    "SCIM20-7644-3.1-01",
    "MUST",
    "The schema URI of a SCIM message MUST start with urn:ietf:params:scim:api:.",
  ],
  [
    "SCIM20-7644-3.1-02",
    "SHALL NOT",
    "The endpoint /Schemas SHALL NOT list the schemas of SCIM messages.",
  ],
  [
    "SCIM20-7644-3.1-03",
    "SHALL",
    "A response SHALL show the state of the resource as the service provider understands it.",
  ],
  [
    "SCIM20-7644-3.2-01",
    "MUST*",
    "The endpoints /Users and /Groups offer GET, POST, PUT, PATCH and DELETE.",
  ],
  [
    "SCIM20-7644-3.2-02",
    "MUST*",
    "The endpoints /ServiceProviderConfig, /ResourceTypes and /Schemas offer GET.",
  ],
  [
    "SCIM20-7644-3.2-03",
    "MAY",
    "A service provider MAY offer the endpoints /Me, /Bulk and /.search.",
  ],
  ["SCIM20-7644-3.2-04", "MUST NOT", "PUT MUST NOT create a resource."],
  [
    "SCIM20-7644-3.2-05",
    "SHOULD",
    "A service provider SHOULD convey the status of an error both as the HTTP status code and in the body of the response.",
  ],
  [
    "SCIM20-7644-3.2-06",
    "MUST*",
    "A request to an unknown endpoint returns 404 Not Found.",
    "3.12",
  ],
  [
    "SCIM20-7644-3.2-07",
    "MUST*",
    "PUT, PATCH and DELETE change the resource that they address and no other user; GET changes nothing.",
  ],
  [
    "SCIM20-7644-3.3-01",
    "SHALL",
    "A service provider SHALL ignore readOnly attributes in the body of a POST.",
  ],
  [
    "SCIM20-7644-3.3-02",
    "MAY",
    "A service provider MAY give a default value to a readWrite attribute that the body of a POST omits.",
  ],
  [
    "SCIM20-7644-3.3-03",
    "MAY",
    "A client MAY send null or an empty array in a POST, so that the attribute gets no default value.",
  ],
  [
    "SCIM20-7644-3.3-04",
    "SHALL",
    "A service provider SHALL return 201 Created for a successful POST.",
  ],
  [
    "SCIM20-7644-3.3-05",
    "SHOULD",
    "The response to a successful POST SHOULD contain the new resource in its body.",
  ],
  [
    "SCIM20-7644-3.3-06",
    "SHALL",
    "The response to a successful POST SHALL contain the URI of the new resource, in the Location header and in meta.location.",
  ],
  [
    "SCIM20-7644-3.3-07",
    "MUST",
    "A service provider MUST return 409 Conflict with the scimType uniqueness for a POST that conflicts with an existing resource.",
  ],
  [
    "SCIM20-7644-3.3-08",
    "SHALL",
    "A service provider SHALL set meta.resourceType of a new resource to the resource type of the endpoint.",
    "3.3.1",
  ],
  [
    "SCIM20-7644-3.3-09",
    "MUST*",
    "A POST that lacks a required attribute is rejected with 400 Bad Request and the scimType invalidValue.",
    "3.12",
  ],
  [
    "SCIM20-7644-3.3-10",
    "MUST*",
    "A POST whose body is not JSON is rejected with 400 Bad Request and the scimType invalidSyntax.",
    "3.12",
  ],
];
