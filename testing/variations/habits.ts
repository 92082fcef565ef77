import type { Variation } from "./variation.ts";

/** How the server handles requests. */
export const habits: readonly Variation[] = [
  { name: "ids are numbers", allowed: "RFC 7643 §3.1: opaque", options: { ids: "numbers" } },
  {
    name: "ids contain slashes, percent signs and non-ASCII letters",
    allowed: "RFC 7643 §3.1: opaque; RFC 3986 §2.1: percent-encoded in a URL",
    options: { ids: "odd" },
  },
  {
    name: "a page has at most 3 resources",
    allowed: "RFC 7644 §3.4.2.4: fewer results may be returned",
    options: { maxResults: 3 },
  },
  {
    name: "a page has 2 resources without a count",
    allowed: "RFC 7644 §3.4.2.4: set by the provider",
    options: { pageSize: 2 },
  },
  {
    name: "a page has 1 resource without a count",
    allowed: "RFC 7644 §3.4.2.4: set by the provider",
    options: { pageSize: 1 },
  },
  {
    name: "lists begin with the newest resource",
    allowed: "RFC 7644 §3.4.2.3: without sortBy no order is defined",
    options: { newestFirst: true },
  },
  {
    name: "lists show writes after 200 ms",
    allowed: "RFC 7644 §3.4.2: the time is not defined",
    options: { lagMs: 200 },
  },
  {
    name: "telephone numbers are stored in the form of RFC 3966",
    allowed: "RFC 7643 §4.1.2: SHOULD",
    options: { canonical: "phoneNumbers" },
  },
  {
    name: "userNames are stored in lower case",
    allowed: "RFC 7643 §4.1.1: case-insensitive",
    options: { canonical: "userName" },
  },
  {
    name: "name.formatted, displayName and locale are filled in",
    allowed: "RFC 7644 §3.3: the provider may set what was not sent",
    options: { fillsIn: true },
  },
  {
    name: "the userName is immutable, by the schema",
    allowed: "RFC 7643 §7: the provider defines mutability",
    options: { immutable: ["userName"] },
  },
  {
    name: "names of groups and addresses of users are unique",
    allowed: "RFC 7643 §7: the provider defines uniqueness",
    options: { unique: ["displayName", "emails"] },
  },
  {
    name: "groups cannot be members of groups",
    allowed: "RFC 7643 §4.2: nested groups are optional",
    options: { flat: true },
  },
  ...([403, 405, 501] as const).map(
    (keepsUsers): Variation => ({
      name: `users cannot be deleted (${keepsUsers})`,
      allowed: "RFC 7644 §2, §3.12: the provider decides what a client may do",
      warns: keepsUsers === 403 ? [] : ["SCIM11-API-3-01", "SCIM20-7644-3.2-01"],
      options: { keepsUsers },
    }),
  ),
  {
    name: "the type of addresses and both parts of names are required",
    allowed: "RFC 7643 §7: the provider defines required attributes",
    options: { required: ["emails.type", "name", "name.givenName", "name.familyName"] },
  },
  {
    name: "a password, a title, a nickName and an address are required",
    allowed: "RFC 7643 §7: the provider defines required attributes",
    options: { required: ["password", "title", "nickName", "emails", "displayName", "active"] },
  },
  {
    name: "telephone numbers, addresses, roles and locales are required",
    allowed: "RFC 7643 §7: the provider defines required attributes",
    options: {
      required: ["phoneNumbers", "addresses", "roles", "locale", "timezone", "userType"],
    },
  },
  {
    name: "undefined attributes are rejected",
    allowed:
      "RFC 7644 §3.3: unknown attributes may be ignored; invalidValue and invalidSyntax of §3.12",
    options: { strict: true, without: ["nickName", "timezone", "enterprise"] },
  },
];
