import type { Statement } from "./statement.ts";

/** SCIM 1.1 protocol §3.3 and §3.4: PUT, PATCH and DELETE. */
export const scim11ProtocolChanges: readonly Statement[] = [
  ["SCIM11-API-3.3-01", "MUST", "A service provider MUST support PUT."],
  [
    "SCIM11-API-3.3-02",
    "SHOULD",
    "A service provider SHOULD support PATCH, so that large resources such as groups can be modified in part.",
  ],
  [
    "SCIM11-API-3.3.1-01",
    "MUST*",
    "PUT overwrites all data of the resource: attributes that the body omits are cleared.",
  ],
  ["SCIM11-API-3.3.1-02", "MUST*", "A PUT that omits the password leaves it unchanged."],
  [
    "SCIM11-API-3.3.1-03",
    "MUST",
    "A service provider MUST ignore read-only attributes in the body of a PUT.",
  ],
  [
    "SCIM11-API-3.3.1-04",
    "MUST*",
    "A successful PUT returns 200 OK with the entire resource in the body.",
  ],
  ["SCIM11-API-3.3.1-05", "MUST*", "PUT to an unknown id returns 404 Not Found.", "3.9"],
  [
    "SCIM11-API-3.3.1-06",
    "MUST*",
    "A PUT that lacks a required attribute violates the schema and is rejected with 400 Bad Request.",
    "3.9",
  ],
  [
    "SCIM11-API-3.3.2-01",
    "OPTIONAL",
    "PATCH is OPTIONAL; a service provider without it rejects it with 501 Not Implemented or 403 Forbidden.",
  ],
  [
    "SCIM11-API-3.3.2-02",
    "MUST",
    "The body of a PATCH MUST be a partial resource with the modifications.",
  ],
  [
    "SCIM11-API-3.3.2-03",
    "MUST",
    "A successful PATCH MUST return 200 OK with the entire resource, or 204 No Content.",
  ],
  [
    "SCIM11-API-3.3.2-04",
    "MUST",
    "A service provider MUST return 200 OK for a successful PATCH with the query parameter attributes.",
  ],
  [
    "SCIM11-API-3.3.2-05",
    "MUST",
    "A service provider MUST first remove the attributes in meta.attributes and then merge the body into the resource.",
  ],
  ["SCIM11-API-3.3.2-06", "MAY", "A client MAY list attributes to remove in meta.attributes."],
  [
    "SCIM11-API-3.3.2-07",
    "MUST*",
    "A sub-attribute in meta.attributes is named by its path, as in name.formatted.",
  ],
  [
    "SCIM11-API-3.3.2-08",
    "MUST*",
    "An attribute that is both in meta.attributes and in the body is replaced as a whole by the value in the body.",
  ],
  [
    "SCIM11-API-3.3.2-09",
    "MUST*",
    "A singular attribute in the body of a PATCH replaces the one of the resource.",
  ],
  [
    "SCIM11-API-3.3.2-10",
    "MUST*",
    "The sub-attributes of a complex attribute in the body of a PATCH are merged into the attribute of the resource.",
  ],
  [
    "SCIM11-API-3.3.2-11",
    "MUST*",
    "A new value of a multi-valued attribute in the body of a PATCH is added to the existing values.",
  ],
  [
    "SCIM11-API-3.3.2-12",
    "MUST*",
    "A value of a multi-valued attribute whose sub-attribute value matches an existing one is merged with it, not added a second time.",
  ],
  [
    "SCIM11-API-3.3.2-13",
    "MUST*",
    "A value without a unique sub-attribute value, such as an address, cannot be matched; a client deletes it and adds the changed one.",
  ],
  [
    "SCIM11-API-3.3.2-14",
    "MUST*",
    'A value that the body marks with the operation "delete" is removed from the resource.',
  ],
  [
    "SCIM11-API-3.3.2-15",
    "MUST*",
    "A value to delete that has no unique sub-attribute value is matched by all of its sub-attributes.",
  ],
  [
    "SCIM11-API-3.3.2-16",
    "MUST*",
    "A delete operation is ignored if meta.attributes lists the attribute.",
  ],
  [
    "SCIM11-API-3.3.2-17",
    "MAY",
    "A service provider MAY return 400 Bad Request if the value to delete matches no unique value of the resource.",
  ],
  [
    "SCIM11-API-3.3.2-18",
    "MUST*",
    "Adding a member that the group already has succeeds and changes nothing.",
  ],
  [
    "SCIM11-API-3.3.2-19",
    "MUST*",
    "Removing a user who is not a member of the group succeeds and changes nothing.",
  ],
  [
    "SCIM11-API-3.3.2-20",
    "MUST*",
    "A PATCH with members in meta.attributes removes all members of the group.",
  ],
  ["SCIM11-API-3.3.2-21", "MUST*", "One PATCH can add a member and remove another."],
  [
    "SCIM11-API-3.3.2-22",
    "MUST*",
    "A PATCH that makes one e-mail address the primary one makes the former primary address non-primary.",
  ],
  [
    "SCIM11-API-3.3.2-23",
    "MUST*",
    "Attributes that neither the body nor meta.attributes names stay unchanged.",
  ],
  [
    "SCIM11-API-3.3.2-24",
    "MUST*",
    "An extension attribute in meta.attributes is named by its schema URN, a colon and its name.",
  ],
  ["SCIM11-API-3.3.2-25", "MUST*", "A malformed PATCH leaves the resource unchanged."],
  [
    "SCIM11-API-3.4-01",
    "MUST*",
    "DELETE of an existing resource succeeds; the example of the text returns 200 OK.",
  ],
  ["SCIM11-API-3.4-02", "MAY", "A service provider MAY keep the data of a deleted resource."],
  [
    "SCIM11-API-3.4-03",
    "MUST",
    "A service provider MUST return 404 Not Found for every operation on the id of a deleted resource.",
  ],
  [
    "SCIM11-API-3.4-04",
    "MUST",
    "A service provider MUST leave deleted resources out of the results of later queries.",
  ],
  [
    "SCIM11-API-3.4-05",
    "MUST",
    "A deleted resource MUST NOT conflict with a new one, so that its userName can be used again.",
  ],
];
