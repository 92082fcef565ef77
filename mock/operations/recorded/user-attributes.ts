import { complex, id, type RecordedAttribute, text } from "./attribute.ts";

const kindOfValue = "A label indicating the attribute’s function; e.g., 'work' or 'home'.";

const primary: RecordedAttribute = {
  name: "primary",
  type: "boolean",
  description:
    "A Boolean value indicating the 'primary' or preferred attribute value for this attribute, e.g. the preferred mailing address or primary e-mail address. The primary attribute value 'true' MUST appear no more than once.",
};

/** What Slack says of an attribute and of its values alike. */
const descriptions = {
  emails:
    "E-mail addresses for the user. The value SHOULD be canonicalized by the Service Provider, e.g. bjensen@example.com instead of bjensen@EXAMPLE.COM. Canonical Type values of work, home, and other.",
  photos:
    "URL of a photo of the User. The value SHOULD be a canonicalized URL, and MUST point to an image file (e.g. a GIF, JPEG, or PNG image file) rather than to a web page containing an image. Service Providers MAY return the same image at different sizes, though it is recognized that no standard for describing images of various sizes currently exists. Note that this attribute SHOULD NOT be used to send down arbitrary photos taken by this User, but specifically profile photos of the User suitable for display when describing the User. Instead of the standard Canonical Values for type, this attribute defines the following Canonical Values to represent popular photo sizes: photo, thumbnail.",
  phoneNumbers:
    "Phone numbers for the User. The value SHOULD be canonicalized by the Service Provider according to format in RFC3966 e.g. 'tel:+1-201-555-0123'. Canonical Type values of work, home, mobile, fax, pager and other.",
  roles:
    'A list of roles for the User that collectively represent who the User is; e.g., "Student", "Faculty". No vocabulary or syntax is specified though it is expected that a role value is a String or label representing a collection of entitlements. This value has NO canonical types.',
} as const;

/**
 * The core attributes of a user, in order, without the common ones (FACT-DISCOVERY-62,
 * FACT-DISCOVERY-97) and with few parts of the name (FACT-DISCOVERY-63). The texts are those of the
 * specification (FACT-DISCOVERY-68); `active` is called a string (FACT-DISCOVERY-56,
 * FACT-DISCOVERY-87). Parts that responses leave out are described (FACT-DISCOVERY-60).
 * FACT-DISCOVERY-65, FACT-DISCOVERY-66, FACT-DISCOVERY-93 to FACT-DISCOVERY-95 are about names of
 * values, `required`, `uniqueness`, `returned` and the password.
 */
export const recordedUserAttributes: readonly RecordedAttribute[] = [
  id,
  text(
    "userName",
    "Unique identifier for the User, typically used by the user to directly authenticate to the service provider. Often displayed to the user as their unique identifier within the system (as opposed to id or externalId, which are generally opaque and not user-friendly identifiers). Each User MUST include a non-empty userName value. This identifier MUST be unique across the Service Consumer's entire set of Users. REQUIRED.",
    { required: true, uniqueness: "server" },
  ),
  text(
    "nickName",
    'The casual way to address the user in real life, e.g. "Bob" or "Bobby" instead of "Robert". This attribute SHOULD NOT be used to represent a User\'s username (e.g. bjensen or mpepperidge).',
  ),
  complex(
    "name",
    "The components of the user’s real name. Providers MAY return just the full name as a single string in the formatted sub-attribute, or they MAY return just the individual component attributes using the other sub-attributes, or they MAY return both. If both variants are returned, they SHOULD be describing the same name, with the formatted name indicating how the component attributes should be combined.",
    [
      text(
        "familyName",
        "The family name of the User, or Last Name in most Western languages (e.g. Jensen given the full name Ms. Barbara J Jensen, III.).",
      ),
      text(
        "givenName",
        "The given name of the User, or First Name in most Western languages (e.g. Barbara given the full name Ms. Barbara J Jensen, III.).",
      ),
      text(
        "honorificPrefix",
        "The honorific prefix(es) of the User, or Title in most Western languages (e.g. Ms. given the full name Ms. Barbara J Jensen, III.).",
      ),
    ],
  ),
  complex(
    "emails",
    descriptions.emails,
    [
      text("value", descriptions.emails, { required: true }),
      text("type", kindOfValue, { canonicalValues: ["work", "home", "other"] }),
      primary,
    ],
    { multiValued: true, childName: "email", required: true },
  ),
  complex(
    "photos",
    descriptions.photos,
    [
      text("value", descriptions.photos, { required: true }),
      text("type", kindOfValue, { canonicalValues: ["photo", "thumbnail"] }),
      { ...primary, returned: "never" },
    ],
    { multiValued: true, childName: "photo" },
  ),
  complex(
    "groups",
    'A list of groups that the user belongs to, either through direct membership, or dynamically calculated. The values are meant to enable expression of common group or role based access control models, although no explicit authorization model is defined. It is intended that the semantics of group membership and any behavior or authorization granted as a result of membership are defined by the Service Provider. The Canonical types "direct" and "indirect" are defined to describe how the group membership was derived. Direct group membership indicates the User is directly associated with the group and SHOULD indicate that Consumers may modify membership through the Group Resource. Indirect membership indicates User membership is transitive or dynamic and implies that Consumers cannot modify indirect group membership through the Group resource but MAY modify direct group membership through the Group resource which MAY influence indirect memberships. If the SCIM Service Provider exposes a Group resource, the value MUST be the "id" attribute of the corresponding Group resources to which the user belongs. Since this attribute is read-only, group membership changes MUST be applied via the Group Resource. READ-ONLY.',
    [
      text("value", 'The "id" of a SCIM Group resource. REQUIRED.', {
        required: true,
        readOnly: true,
      }),
      text("display", "A human readable name, primarily used for display purposes. READ-ONLY.", {
        readOnly: true,
      }),
    ],
    { multiValued: true, childName: "group", readOnly: true, partsForm: "lower-case" },
  ),
  text(
    "active",
    "A Boolean value indicating the User's administrative status. The definitive meaning of this attribute is determined by the Service Provider though a value of true infers the User is, for example, able to login while a value of false implies the User's account has been suspended.",
  ),
  complex(
    "addresses",
    "A physical mailing address for this User. Canonical Type Values of work, home, and other. The value attribute is a complex type with the following sub-attributes. All Sub-Attributes are OPTIONAL.",
    [
      text(
        "streetAddress",
        "The full street address component, which may include house number, street name, P.O. box, and multi-line extended street address information. This attribute MAY contain newlines.",
      ),
      text("locality", "The city or locality component."),
      text("region", "The state or region component."),
      text("postalCode", "The zipcode or postal code component."),
      text(
        "country",
        'The country name component. When specified the value MUST be in ISO 3166-1 alpha 2 "short" code format; e.g., the United States and Sweden are "US" and "SE", respectively.',
      ),
      text("type", kindOfValue, { returned: "never", canonicalValues: ["work", "home", "other"] }),
      { ...primary, returned: "never" },
    ],
    { multiValued: true, childName: "address" },
  ),
  complex(
    "phoneNumbers",
    descriptions.phoneNumbers,
    [
      text("value", descriptions.phoneNumbers, { required: true }),
      text("type", kindOfValue, {
        canonicalValues: ["work", "home", "mobile", "pager", "fax", "other"],
      }),
      primary,
    ],
    { multiValued: true, childName: "phoneNumber" },
  ),
  text(
    "displayName",
    "The name of the User, suitable for display to end-users. Each User returned MAY include a non-empty displayName value. The name SHOULD be the full name of the User being described if known (e.g. Babs Jensen or Ms. Barbara J Jensen, III), but MAY be a username or handle, if that is all that is available (e.g. bjensen). The value provided SHOULD be the primary textual label by which this User is normally displayed by the Service Provider when presenting it to end-users.",
  ),
  text("profileUrl", "A fully qualified URL to a page representing the User's online profile."),
  text(
    "userType",
    'Used to identify the organization to user relationship. Typical values used might be "Contractor", "Employee", "Intern", "Temp", "External", and "Unknown" but any value may be used.',
  ),
  text("title", "The user’s title, such as “Vice President”."),
  text(
    "preferredLanguage",
    "Indicates the User's preferred written or spoken language. Generally used for selecting a localized User interface. Valid values are concatenation of the ISO 639-1 two letter language code, an underscore, and the ISO 3166-1 2 letter country code; e.g., 'en_US' specifies the language English and country US.",
  ),
  text(
    "locale",
    "Used to indicate the User's default location for purposes of localizing items such as currency, date time format, numerical representations, etc. A locale value is a concatenation of the ISO 639-1 two letter language code, an underscore, and the ISO 3166-1 2 letter country code; e.g., 'en_US' specifies the language English and country US.",
  ),
  text(
    "timezone",
    "The User's time zone in the \"Olson\" timezone database format; e.g.,'America/Los_Angeles'.",
  ),
  text(
    "password",
    "The User's clear text password. This attribute is intended to be used as a means to specify an initial password when creating a new User or to reset an existing User's password. No accepted standards exist to convey password policies, hence Consumers should expect Service Providers to reject password values. This value MUST never be returned by a Service Provider in any form.",
    { mutability: "writeOnly", returned: "never" },
  ),
  complex(
    "roles",
    descriptions.roles,
    [text("value", descriptions.roles), text("type", kindOfValue), primary],
    { multiValued: true, childName: "role" },
  ),
];
