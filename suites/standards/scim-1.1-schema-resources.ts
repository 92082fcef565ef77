import type { Statement } from "./statement.ts";

/** SCIM 1.1 core schema §6 to §10: users, groups, the configuration and the schema of a resource. */
export const scim11SchemaResources: readonly Statement[] = [
  ["SCIM11-CS-6.1-01", "MUST", "Each user MUST have a non-empty userName."],
  [
    "SCIM11-CS-6.1-02",
    "MUST",
    "The userName MUST be unique among all users of the client's organisation.",
  ],
  [
    "SCIM11-CS-6.1-03",
    "REQUIRED",
    "The attribute userName is REQUIRED, so a POST without it is rejected.",
  ],
  [
    "SCIM11-CS-6.1-04",
    "SHOULD",
    "If a service provider returns both name.formatted and the components of the name, they SHOULD describe the same name.",
  ],
  [
    "SCIM11-CS-6.1-05",
    "SHOULD",
    "The displayName SHOULD be the full name of the user if it is known, and otherwise a user name or handle.",
  ],
  ["SCIM11-CS-6.1-06", "SHOULD NOT", "The nickName SHOULD NOT repeat the userName."],
  ["SCIM11-CS-6.1-07", "MUST*", "The profileUrl is the complete URL of a page about the user."],
  [
    "SCIM11-CS-6.1-08",
    "MUST*",
    "The values of preferredLanguage and locale are a language code, an underscore and a country code, such as en_US.",
  ],
  [
    "SCIM11-CS-6.1-09",
    "MUST*",
    "The timezone is a name of the Olson time zone database, such as America/Los_Angeles.",
  ],
  [
    "SCIM11-CS-6.1-10",
    "MUST*",
    "The Boolean attribute active is the administrative status of the user, and clients can change it.",
  ],
  ["SCIM11-CS-6.1-11", "MUST", "A service provider MUST NOT return the password in any form."],
  [
    "SCIM11-CS-6.1-12",
    "MUST",
    "Each user MUST have a non-empty userName, so no PUT and no PATCH empties or removes it.",
  ],
  [
    "SCIM11-CS-6.2-01",
    "SHOULD",
    "A service provider SHOULD return e-mail addresses in canonical form; their types are work, home and other.",
  ],
  [
    "SCIM11-CS-6.2-02",
    "SHOULD",
    "A service provider SHOULD return phone numbers in the format of RFC 3966.",
  ],
  [
    "SCIM11-CS-6.2-03",
    "SHOULD",
    "The type of a phone number SHOULD be a canonical one where that fits, with the meaning that the client gave it.",
  ],
  ["SCIM11-CS-6.2-04", "MUST", "The URL of a photo MUST lead to an image file."],
  ["SCIM11-CS-6.2-05", "SHOULD", "The URL of a photo SHOULD be in canonical form."],
  [
    "SCIM11-CS-6.2-06",
    "MUST",
    "The country of an address MUST be a two-letter code of ISO 3166-1.",
  ],
  [
    "SCIM11-CS-6.2-07",
    "MUST",
    "Each value in groups MUST be the id of a group that the user belongs to.",
  ],
  [
    "SCIM11-CS-6.2-08",
    "MUST*",
    "The attribute groups of a user is read-only; clients change memberships through the group.",
  ],
  ["SCIM11-CS-7-01", "REQUIRED", "The sub-attribute managerId of manager is REQUIRED."],
  ["SCIM11-CS-7-02", "MUST*", "The managerId is the id of a user."],
  ["SCIM11-CS-7-03", "MUST*", "The displayName of manager is read-only."],
  [
    "SCIM11-CS-7-04",
    "MUST*",
    "The extension has the attributes employeeNumber, costCenter, organization, division and department; a value that a client writes is returned.",
  ],
  ["SCIM11-CS-8-01", "REQUIRED", "The displayName of a group is REQUIRED."],
  ["SCIM11-CS-8-02", "MUST*", "The value of each member is the id of a user or a group."],
  [
    "SCIM11-CS-8-03",
    "MAY",
    "A service provider MAY demand non-empty members, which the schema of Group then declares as required.",
  ],
  ["SCIM11-CS-9-01", "REQUIRED", "The Boolean attribute patch.supported is REQUIRED."],
  [
    "SCIM11-CS-9-02",
    "REQUIRED",
    "The attributes bulk.supported, bulk.maxOperations and bulk.maxPayloadSize are REQUIRED.",
  ],
  [
    "SCIM11-CS-9-03",
    "REQUIRED",
    "The attributes filter.supported and filter.maxResults are REQUIRED.",
  ],
  [
    "SCIM11-CS-9-04",
    "REQUIRED",
    "The sub-attribute supported of changePassword, sort, etag and xmlDataFormat is REQUIRED.",
  ],
  [
    "SCIM11-CS-9-05",
    "REQUIRED",
    "The attribute authenticationSchemes is REQUIRED, as are name and description of each scheme.",
  ],
  [
    "SCIM11-CS-9-06",
    "MUST*",
    "The type of an authentication scheme is oauth, oauth2, oauthbearertoken, httpbasic or httpdigest.",
  ],
  [
    "SCIM11-CS-9-07",
    "SHOULD",
    "A service provider SHOULD let clients read authenticationSchemes without authentication.",
  ],
  ["SCIM11-CS-9-08", "MUST*", "All attributes of the configuration are read-only."],
  [
    "SCIM11-CS-9-09",
    "MUST*",
    "The service provider offers exactly the features that its configuration declares as supported.",
  ],
  [
    "SCIM11-CS-10-01",
    "MUST",
    "The schemas of the core resources MUST have the names User and Group.",
  ],
  [
    "SCIM11-CS-10-02",
    "REQUIRED",
    "The attributes description, schema, endpoint and attributes of a schema are REQUIRED.",
  ],
  [
    "SCIM11-CS-10-03",
    "REQUIRED",
    "The sub-attributes name, type, multiValued, description, schema, readOnly, required and caseExact of each attribute are REQUIRED.",
  ],
  [
    "SCIM11-CS-10-04",
    "MUST",
    "The definition of a multi-valued attribute has a multiValuedAttributeChildName; all other definitions MUST omit it.",
  ],
  [
    "SCIM11-CS-10-05",
    "MUST",
    "The definition of a core attribute MUST list the canonical types of the specification.",
  ],
  [
    "SCIM11-CS-10-06",
    "MUST*",
    "The endpoint of a schema is relative to the base URL, and GET of it succeeds.",
  ],
  [
    "SCIM11-CS-10-07",
    "MUST*",
    "The published schemas define every attribute that responses contain.",
  ],
  ["SCIM11-CS-10-08", "MUST*", "Clients cannot change Schema resources."],
];
