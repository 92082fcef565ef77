/** The published description of one attribute, independent of the versions' schema documents. */
export interface SchemaAttribute {
  readonly name: string;
  readonly type: "string" | "boolean" | "complex" | "dateTime" | "reference";
  readonly description: string;
  readonly multiValued?: boolean;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly caseExact?: boolean;
  readonly unique?: boolean;
  readonly canonicalValues?: readonly string[];
  readonly subAttributes?: readonly SchemaAttribute[];
  /** For v1.1: the name of one value of a multi-valued attribute. */
  readonly childName?: string;
}

function text(
  name: string,
  description: string,
  more: Partial<SchemaAttribute> = {},
): SchemaAttribute {
  return { name, type: "string", description, ...more };
}

const value = text("value", "The value itself.");
const primary: SchemaAttribute = {
  name: "primary",
  type: "boolean",
  description: "Whether this is the preferred value.",
};

/** Attributes of every resource (FACT-ID-01). */
const commonAttributes: readonly SchemaAttribute[] = [
  text("id", "Slack's identifier.", { readOnly: true, caseExact: true, unique: true }),
  {
    name: "meta",
    type: "complex",
    description: "Data about the resource.",
    readOnly: true,
    subAttributes: [
      { name: "created", type: "dateTime", description: "Time of creation.", readOnly: true },
      { name: "location", type: "reference", description: "URI of the resource.", readOnly: true },
    ],
  },
];

/** FACT-USER-49, FACT-USER-50: core attributes of a user. */
export const userAttributeSchemas: readonly SchemaAttribute[] = [
  ...commonAttributes,
  text("externalId", "Not supported, always empty.", { readOnly: true, caseExact: true }),
  text("userName", "Username, at most 21 characters.", { required: true, unique: true }),
  text("nickName", "Mirrors the username."),
  {
    name: "name",
    type: "complex",
    description: "The parts of the full name.",
    subAttributes: [
      text("givenName", "Given name."),
      text("familyName", "Family name."),
      text("honorificPrefix", "Honorific prefix."),
    ],
  },
  text("displayName", "Display name, at most 80 characters."),
  {
    name: "emails",
    type: "complex",
    description: "Primary and secondary address.",
    multiValued: true,
    required: true,
    childName: "email",
    subAttributes: [value, primary],
  },
  { name: "profileUrl", type: "reference", description: "Link to the profile." },
  {
    name: "photos",
    type: "complex",
    description: "The profile photo.",
    multiValued: true,
    childName: "photo",
    subAttributes: [value, text("type", "Kind of image.", { canonicalValues: ["photo"] })],
  },
  text("title", "Job title."),
  text("timezone", "Time zone by its Olson name."),
  { name: "active", type: "boolean", description: "Whether the account is active." },
  text("password", "Initial password.", { writeOnly: true, caseExact: true }),
  {
    name: "groups",
    type: "complex",
    description: "The groups that the user is in.",
    multiValued: true,
    readOnly: true,
    childName: "group",
    subAttributes: [
      text("value", "Id of the group.", { readOnly: true }),
      text("display", "Name of the group.", { readOnly: true }),
    ],
  },
  {
    name: "addresses",
    type: "complex",
    description: "The address.",
    multiValued: true,
    childName: "address",
    subAttributes: [
      text("streetAddress", "Street."),
      text("locality", "City."),
      text("region", "Region."),
      text("postalCode", "Postal code."),
      text("country", "Country."),
    ],
  },
  {
    name: "phoneNumbers",
    type: "complex",
    description: "Mobile and primary number.",
    multiValued: true,
    childName: "phoneNumber",
    subAttributes: [value, text("type", "Kind of number."), primary],
  },
  {
    name: "roles",
    type: "complex",
    description: "The role.",
    multiValued: true,
    childName: "role",
    subAttributes: [value, primary],
  },
  text("userType", "Kind of employment."),
  text("preferredLanguage", "Preferred language."),
  text("locale", "Locale."),
];

/** FACT-USER-78, FACT-USER-41: the enterprise block. The manager's key is `managerId` in both versions. */
export const enterpriseAttributeSchemas: readonly SchemaAttribute[] = [
  text("employeeNumber", "Employee number."),
  text("costCenter", "Cost centre."),
  text("organization", "Organisation."),
  text("division", "Division."),
  text("department", "Department."),
  {
    name: "manager",
    type: "complex",
    description: "The manager.",
    subAttributes: [text("managerId", "Id of the manager.", { required: true })],
  },
];

/**
 * FACT-GUEST-03, FACT-GUEST-04: the guest block, which Slack describes inside the Users schema in
 * both versions (FACT-DISCOVERY-48).
 */
export const guestAttributeSchemas: readonly SchemaAttribute[] = [
  text("type", "Kind of guest.", { canonicalValues: ["multi"] }),
  { name: "expiration", type: "dateTime", description: "When the guest account ends." },
  {
    name: "channels",
    type: "complex",
    description: "The channels that the guest is in.",
    multiValued: true,
    readOnly: true,
    childName: "channel",
    subAttributes: [
      text("value", "Id of the channel.", { readOnly: true }),
      text("display", "Name of the channel.", { readOnly: true }),
    ],
  },
];

export const profileAttributeSchemas: readonly SchemaAttribute[] = [
  { name: "startDate", type: "dateTime", description: "First day of work." },
];

/** FACT-GROUP-10: attributes of a group. */
export const groupAttributeSchemas: readonly SchemaAttribute[] = [
  ...commonAttributes,
  text("displayName", "Name of the group.", { required: true }),
  {
    name: "members",
    type: "complex",
    description: "The members.",
    multiValued: true,
    childName: "member",
    subAttributes: [
      text("value", "Id of the user."),
      text("display", "Name of the user.", { readOnly: true }),
    ],
  },
];
