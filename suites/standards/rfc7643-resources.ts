import type { Statement } from "./statement.ts";

/** RFC 7643 §3: resources, the attribute "schemas", common attributes and extensions. */
export const rfc7643Resources: readonly Statement[] = [
  [
    "SCIM20-7643-3-01",
    "REQUIRED",
    "The attribute schemas is REQUIRED and is a non-empty array of unique URIs.",
  ],
  ["SCIM20-7643-3-02", "MUST NOT", "The attribute schemas MUST NOT contain a URI twice."],
  ["SCIM20-7643-3-03", "MUST NOT", "The order of the URIs in schemas MUST NOT affect behaviour."],
  [
    "SCIM20-7643-3-04",
    "MUST",
    "The attribute schemas MUST contain nothing but the base schema and the extensions of the resource's type.",
  ],
  [
    "SCIM20-7643-3-05",
    "MUST*",
    "A resource that contains attributes of an extension lists the URI of that extension in schemas.",
  ],
  [
    "SCIM20-7643-3-06",
    "MUST*",
    "A request whose body lacks schemas is rejected with 400 Bad Request.",
  ],
  [
    "SCIM20-7643-3-07",
    "MUST*",
    "A request with an unknown URN in schemas is either rejected with 400 Bad Request or processed without that schema.",
  ],
  ["SCIM20-7643-3.1-01", "MUST", "Each representation of a resource MUST contain a non-empty id."],
  [
    "SCIM20-7643-3.1-02",
    "MUST",
    "The id MUST be unique among all resources of the service provider.",
  ],
  [
    "SCIM20-7643-3.1-03",
    "MUST",
    "The id MUST be stable: it does not change when the resource is returned again.",
  ],
  [
    "SCIM20-7643-3.1-04",
    "MUST NOT",
    "A client MUST NOT choose the id; the service provider always issues it.",
  ],
  ["SCIM20-7643-3.1-05", "MUST NOT", 'An id MUST NOT contain the reserved keyword "bulkId".'],
  ["SCIM20-7643-3.1-06", "MUST*", "The id is case-exact."],
  [
    "SCIM20-7643-3.1-07",
    "MUST*",
    "Every response with a resource contains its id, whichever attributes the request selects.",
  ],
  [
    "SCIM20-7643-3.1-08",
    "MAY",
    "A resource MAY have a non-empty externalId, which the client sets and the service provider returns.",
  ],
  [
    "SCIM20-7643-3.1-09",
    "MUST NOT",
    "A service provider MUST NOT set externalId; only clients do.",
  ],
  [
    "SCIM20-7643-3.1-10",
    "MUST",
    "A service provider MUST interpret externalId within the provisioning domain of the client.",
  ],
  ["SCIM20-7643-3.1-11", "MUST*", "A service provider does not enforce that externalId is unique."],
  [
    "SCIM20-7643-3.1-12",
    "MUST",
    "A service provider MUST assign id and meta to a resource that it accepts.",
  ],
  ["SCIM20-7643-3.1-13", "SHALL", "A service provider SHALL ignore meta in a request."],
  [
    "SCIM20-7643-3.1-14",
    "MUST*",
    "The value of meta.resourceType is the name of the resource's type.",
  ],
  ["SCIM20-7643-3.1-15", "MUST", "The value of meta.created MUST be a DateTime."],
  [
    "SCIM20-7643-3.1-16",
    "MUST",
    "The value of meta.lastModified MUST equal meta.created until the resource is modified.",
  ],
  [
    "SCIM20-7643-3.1-17",
    "MUST*",
    "The value of meta.lastModified is the time of the latest modification, so it moves with each one.",
  ],
  [
    "SCIM20-7643-3.1-18",
    "MUST",
    "The value of meta.location MUST equal the Content-Location header.",
  ],
  [
    "SCIM20-7643-3.1-19",
    "MUST*",
    "The value of meta.location is the absolute URI of the resource, and GET of it returns the resource.",
  ],
  [
    "SCIM20-7643-3.1-20",
    "MUST*",
    "The value of meta.version equals the ETag header, and a weak entity-tag starts with W/.",
  ],
  [
    "SCIM20-7643-3.1-21",
    "MUST",
    "The id MUST be non-reassignable: no other resource ever gets it.",
  ],
  [
    "SCIM20-7643-3.3-01",
    "SHALL",
    "The attribute schemas SHALL contain the base schema of the resource.",
  ],
  [
    "SCIM20-7643-3.3-02",
    "SHALL",
    "The attributes of an extension SHALL be kept in a JSON object whose name is the URI of the extension.",
  ],
  [
    "SCIM20-7643-3.3-03",
    "SHOULD",
    "An extension SHOULD leave attributes that the specification defines as they are.",
  ],
];
