import { isObject } from "../schemas/json-value.ts";
import { urns } from "./dialects/urns.ts";

/** The names of all members that the standards define, as they write them. */
const names = `
schemas id externalId meta resourceType created lastModified location version attributes
userName name formatted familyName givenName middleName honorificPrefix honorificSuffix displayName
nickName profileUrl title userType preferredLanguage locale timezone active password emails
phoneNumbers ims photos addresses groups entitlements roles x509Certificates value display type
primary $ref streetAddress region postalCode country locality operation members
employeeNumber costCenter organization division department manager managerId
totalResults itemsPerPage startIndex Resources
Operations bulkId method path data status response code description
Errors detail scimType
patch bulk filter changePassword sort etag xmlDataFormat supported maxOperations maxPayloadSize
maxResults authenticationSchemes specUri specUrl documentationUri documentationUrl
endpoint schema schemaExtensions required
multiValued multiValuedAttributeChildName caseExact mutability readOnly returned uniqueness
canonicalValues referenceTypes subAttributes
`;

const known = new Map(
  [...names.trim().split(/\s+/), ...Object.values(urns).flatMap((each) => Object.values(each))].map(
    (name) => [name.toLowerCase(), name],
  ),
);

/** The names of members, and the URNs of schemas, that the standards and Slack define. */
export const knownNames: readonly string[] = [...known.values()];

/** Whether the standards define a member of this name; letter case does not matter. */
export function isKnownName(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Whether the standards write this name in another letter case. */
export function isOtherCase(name: string): boolean {
  const standard = known.get(name.toLowerCase());
  return standard !== undefined && standard !== name;
}

/**
 * Gives the members of a JSON value their names as the standards write them: attribute names and URNs are
 * case-insensitive (RFC 7643 §2.1, RFC 8141 §3.1). Other members keep their names.
 */
export function withKnownNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKnownNames);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      known.get(name.toLowerCase()) ?? name,
      withKnownNames(member),
    ]),
  );
}
