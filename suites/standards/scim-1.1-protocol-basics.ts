import type { Statement } from "./statement.ts";

/** SCIM 1.1 protocol §1 to §3.1: URLs, authentication, endpoints and the creation of resources. */
export const scim11ProtocolBasics: readonly Statement[] = [
  [
    "SCIM11-API-1.2-01",
    "MUST",
    "A service provider MUST percent-encode the URLs that it returns, for example in Location, meta.location, photos and profileUrl.",
  ],
  [
    "SCIM11-API-1.3-01",
    "MUST",
    "The base URL MUST NOT have a query, so that clients can append paths such as /Users.",
  ],
  [
    "SCIM11-API-2-01",
    "RECOMMENDED",
    "Support for OAuth 2.0 bearer tokens in the Authorization header is RECOMMENDED.",
  ],
  [
    "SCIM11-API-2-02",
    "SHOULD*",
    "A service provider is advised to answer a request without credentials with 401 Unauthorized.",
  ],
  [
    "SCIM11-API-2-03",
    "SHOULD*",
    "A service provider is advised to answer a request with invalid credentials with 401 Unauthorized.",
  ],
  [
    "SCIM11-API-2-04",
    "MUST",
    "A service provider MUST infer from the request whose data is meant; no additional parameter names the user or tenant.",
  ],
  ["SCIM11-API-3-01", "MUST*", "The endpoint /Users offers GET, POST, PUT, PATCH and DELETE."],
  ["SCIM11-API-3-02", "MUST*", "The endpoint /Groups offers GET, POST, PUT, PATCH and DELETE."],
  [
    "SCIM11-API-3-03",
    "MUST*",
    "GET /ServiceProviderConfigs, in the plural, returns the configuration of the service provider.",
  ],
  ["SCIM11-API-3-04", "MUST*", "GET below /Schemas returns the schema of a resource."],
  [
    "SCIM11-API-3-05",
    "OPTIONAL",
    "Bulk operations are OPTIONAL; a service provider that supports them accepts POST at /Bulk.",
  ],
  [
    "SCIM11-API-3-06",
    "MUST*",
    "The body of a response is JSON, or XML if the client asks for it and the service provider supports it.",
  ],
  [
    "SCIM11-API-3-07",
    "SHOULD",
    "A service provider SHOULD convey success and errors through the HTTP status code.",
  ],
  [
    "SCIM11-API-3-08",
    "SHOULD",
    "A service provider SHOULD repeat the code of an error in the body of the response.",
  ],
  [
    "SCIM11-API-3-09",
    "SHOULD",
    "A service provider SHOULD name the endpoint of a further resource by the plural of the resource's name; the schema tells it in endpoint.",
  ],
  [
    "SCIM11-API-3-10",
    "MUST*",
    "PUT, PATCH and DELETE change the resource that they address and no other user; GET changes nothing.",
  ],
  ["SCIM11-API-3.1-01", "MUST*", "A successful POST to a resource endpoint returns 201 Created."],
  [
    "SCIM11-API-3.1-02",
    "MUST",
    "The response to a successful POST MUST contain the new resource in its body.",
  ],
  [
    "SCIM11-API-3.1-03",
    "MUST*",
    "The response to a successful POST has a Location header with the URI of the new resource.",
  ],
  [
    "SCIM11-API-3.1-04",
    "MUST",
    "A service provider MUST return 409 Conflict for a POST that conflicts with an existing resource, for example by a duplicate userName.",
  ],
  [
    "SCIM11-API-3.1-05",
    "SHOULD",
    "The response with 409 Conflict SHOULD name the conflicting attributes in its body.",
  ],
  [
    "SCIM11-API-3.1-06",
    "MAY*",
    "A service provider is free to change or ignore submitted values; the response to the POST shows the resource as stored.",
  ],
  [
    "SCIM11-API-3.1-07",
    "MUST*",
    "A POST that lacks a required attribute violates the schema and is rejected with 400 Bad Request.",
    "3.9",
  ],
];
