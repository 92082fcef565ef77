import { urns } from "../../client/dialects/urns.ts";

/** The extension blocks, by the name that they have in neutral intents. */
export const blocks = ["enterprise", "guest", "profile"] as const;
export type Block = (typeof blocks)[number];

export const v1Urns = urns["1.1"];
export const v2Urns = urns["2.0"];

/** Attributes with one text that 1.1 clears by name or by one space (FACT-PATCH-42, FACT-PATCH-17). */
export const clearable: ReadonlySet<string> = new Set([
  "displayName",
  "title",
  "userType",
  "preferredLanguage",
  "locale",
  "timezone",
]);

/** The parts of a name that Slack stores (FACT-USER-27). */
export const nameParts = ["givenName", "familyName", "honorificPrefix"] as const;

/** The multi-valued attributes of a user that can be written. */
export const multiValued = ["emails", "photos", "addresses", "phoneNumbers", "roles"] as const;

/**
 * The attributes that a PATCH can change, in the order in which the changes are written. Extensions come last:
 * becoming a guest reactivates, whatever `active` says (FACT-GUEST-11).
 */
export const writable = {
  Users: [
    "userName",
    "nickName",
    "displayName",
    "name",
    "emails",
    "photos",
    "title",
    "timezone",
    "active",
    "addresses",
    "phoneNumbers",
    "roles",
    "userType",
    "preferredLanguage",
    "locale",
    ...blocks,
  ],
  Groups: ["displayName", "members"],
} as const;

/** Names that a body may hold besides. */
const others = [
  "schemas",
  "id",
  "meta",
  "externalId",
  "profileUrl",
  "password",
  "groups",
  "Operations",
];

/** Every name of an attribute of a user or group, with the spelling of the standards, by lower case. */
export const canonicalName: ReadonlyMap<string, string> = new Map(
  [...writable.Users, ...writable.Groups, ...others].map((name) => [name.toLowerCase(), name]),
);

/** The attributes of the enterprise extension that Slack stores (FACT-USER-41). */
export const enterpriseParts = [
  "employeeNumber",
  "costCenter",
  "organization",
  "division",
  "department",
] as const;

const coreUrn = /^urn:scim:schemas:core:1\.0(?::user|:group)?[:.]/i;
const extensionUrn = /^urn:scim:schemas:extension:(enterprise|slack:guest|slack:profile):1\.0[:.]/i;

/** A name of an attribute, as a query has it, without the core URN of 1.1. */
export const withoutCoreUrn = (name: string): string => name.replace(coreUrn, "");

/** A name of an attribute of an extension, as a query has it, with the URN of 2.0 and a colon. */
export function renamedExtension(name: string): string {
  return name.replace(
    extensionUrn,
    (_, extension: string) =>
      `urn:ietf:params:scim:schemas:extension:${extension.toLowerCase()}:2.0:User:`,
  );
}
