import type { Statement } from "./statement.ts";

/** RFC 7643 §4: users, groups and the enterprise user extension. */
export const rfc7643UsersAndGroups: readonly Statement[] = [
  ["SCIM20-7643-4.1.1-01", "MUST", "Each user MUST have a non-empty userName."],
  [
    "SCIM20-7643-4.1.1-02",
    "REQUIRED",
    "The attribute userName is REQUIRED, so a POST or PUT without it is rejected with 400 Bad Request.",
  ],
  [
    "SCIM20-7643-4.1.1-03",
    "MUST",
    "The userName MUST be unique among all users of the service provider.",
  ],
  [
    "SCIM20-7643-4.1.1-04",
    "MUST*",
    "The userName is case-insensitive, both for uniqueness and in filters.",
  ],
  [
    "SCIM20-7643-4.1.1-05",
    "SHOULD",
    "If a service provider returns both name.formatted and the components of the name, they SHOULD describe the same name.",
  ],
  [
    "SCIM20-7643-4.1.1-06",
    "MUST*",
    "The attribute name has the sub-attributes formatted, familyName, givenName, middleName, honorificPrefix and honorificSuffix; a value that a client writes is returned.",
  ],
  [
    "SCIM20-7643-4.1.1-07",
    "SHOULD",
    "The displayName SHOULD be the main label with which the service provider shows the user.",
  ],
  ["SCIM20-7643-4.1.1-08", "SHOULD NOT", "The nickName SHOULD NOT repeat the userName."],
  ["SCIM20-7643-4.1.1-09", "MUST*", "The profileUrl is the URL of a page about the user."],
  [
    "SCIM20-7643-4.1.1-10",
    "MUST*",
    "The preferredLanguage has the format of the HTTP header Accept-Language.",
  ],
  [
    "SCIM20-7643-4.1.1-11",
    "MUST*",
    "The locale is a language tag of RFC 5646, whose parts a hyphen separates; a service provider can accept an underscore too.",
  ],
  [
    "SCIM20-7643-4.1.1-12",
    "MUST*",
    "The timezone is a name of the IANA time zone database, such as America/Los_Angeles.",
  ],
  [
    "SCIM20-7643-4.1.1-13",
    "MUST*",
    "The Boolean attribute active is the administrative status of the user; clients change it with PATCH and PUT.",
  ],
  [
    "SCIM20-7643-4.1.1-14",
    "MUST NOT",
    "A service provider MUST NOT return the password in any form.",
  ],
  ["SCIM20-7643-4.1.1-15", "MUST*", "Clients can set and replace the password of a user."],
  [
    "SCIM20-7643-4.1.1-16",
    "MUST",
    "Each user MUST have a non-empty userName, so no PUT and no PATCH empties or removes it.",
  ],
  [
    "SCIM20-7643-4.1.2-01",
    "SHOULD",
    "E-mail addresses SHOULD follow RFC 5321, and a service provider SHOULD return them in canonical form.",
  ],
  [
    "SCIM20-7643-4.1.2-02",
    "SHOULD",
    "E-mail addresses SHOULD follow RFC 5321, so a service provider rejects an invalid one.",
  ],
  ["SCIM20-7643-4.1.2-03", "SHOULD", "Phone numbers SHOULD have the format of RFC 3966."],
  [
    "SCIM20-7643-4.1.2-04",
    "MUST*",
    "The type of a phone number, such as work or mobile, keeps the meaning that the client gave it.",
  ],
  ["SCIM20-7643-4.1.2-05", "MUST", "The URI of a photo MUST lead to an image file."],
  ["SCIM20-7643-4.1.2-06", "MUST*", "The type of a photo is photo or thumbnail."],
  [
    "SCIM20-7643-4.1.2-07",
    "MUST*",
    "An address has the sub-attributes formatted, streetAddress, locality, region, postalCode and country; a value that a client writes is returned.",
  ],
  [
    "SCIM20-7643-4.1.2-08",
    "MUST",
    "The country of an address MUST be a two-letter code of ISO 3166-1.",
  ],
  [
    "SCIM20-7643-4.1.2-09",
    "MUST",
    "Each value in groups MUST be the id of a group that the user belongs to.",
  ],
  ["SCIM20-7643-4.1.2-10", "MUST*", "The $ref of each entry in groups is the URI of that group."],
  [
    "SCIM20-7643-4.1.2-11",
    "MUST",
    "Clients MUST change memberships through the group, since the attribute groups of a user is read-only.",
  ],
  [
    "SCIM20-7643-4.1.2-12",
    "SHOULD",
    "The type of an entry in groups SHOULD tell with direct or indirect whether clients can change the membership.",
  ],
  [
    "SCIM20-7643-4.1.2-13",
    "MUST*",
    "The attributes entitlements, ims and x509Certificates behave as the published schema declares.",
  ],
  [
    "SCIM20-7643-4.1.2-14",
    "MUST*",
    "The attribute roles lists the roles of the user; a value that a client writes is returned.",
  ],
  ["SCIM20-7643-4.2-01", "REQUIRED", "The displayName of a group is REQUIRED."],
  ["SCIM20-7643-4.2-02", "MUST*", "The value of each member is the id of an existing resource."],
  ["SCIM20-7643-4.2-03", "MUST*", "The $ref of each member is the URI of that resource."],
  [
    "SCIM20-7643-4.2-04",
    "MUST*",
    "Members can be added and removed, but the sub-attributes of a member are immutable.",
  ],
  ["SCIM20-7643-4.2-05", "MUST*", "The type of a member, if present, is User or Group."],
  [
    "SCIM20-7643-4.2-06",
    "MAY",
    "A service provider MAY demand non-empty members, which the schema of Group then declares as required.",
  ],
  [
    "SCIM20-7643-4.3-01",
    "MUST*",
    "The enterprise user extension has the schema URI urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.",
  ],
  [
    "SCIM20-7643-4.3-02",
    "MUST*",
    "The extension has the attributes employeeNumber, costCenter, organization, division and department; a value that a client writes is returned.",
  ],
  [
    "SCIM20-7643-4.3-03",
    "RECOMMENDED",
    "It is RECOMMENDED that the value of manager be the id of the manager.",
  ],
  [
    "SCIM20-7643-4.3-04",
    "RECOMMENDED",
    "It is RECOMMENDED that the $ref of manager be the URI of the manager.",
  ],
  ["SCIM20-7643-4.3-05", "MUST*", "The displayName of manager is read-only."],
];
