import type { Version } from "../../../client/index.ts";
import { isObject, type JsonObject } from "../../../schemas/json-value.ts";

export type Kind = "User" | "Group";

/** An attribute and its characteristics (RFC 7643 §2.2, §7). */
export interface Attribute {
  name: string;
  type: "string" | "boolean" | "complex" | "reference" | "binary" | "dateTime";
  multiValued: boolean;
  required: boolean;
  caseExact: boolean;
  mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  returned: "default" | "never" | "always";
  uniqueness: "none" | "server";
  subAttributes?: readonly Attribute[];
  referenceTypes?: readonly string[];
  /** The usual values; others are accepted too. */
  canonicalValues?: readonly string[];
}

/** What a schema adds to resources: the core's attributes, or those of an extension under its URN. */
export interface Schema {
  urn: string;
  name: string;
  attributes: readonly Attribute[];
}

const attribute = (name: string, more: Partial<Attribute> = {}): Attribute => ({
  name,
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...more,
});

const readOnly = { mutability: "readOnly" } as const;

const complex = (
  name: string,
  parts: readonly (string | Attribute)[],
  more: Partial<Attribute> = {},
): Attribute =>
  attribute(name, {
    type: "complex",
    subAttributes: parts.map((part) => (typeof part === "string" ? attribute(part) : part)),
    ...more,
  });

const reference = (name: string, to: string, more: Partial<Attribute> = {}) =>
  attribute(name, { type: "reference", referenceTypes: [to], caseExact: true, ...more });

/** A multi-valued attribute with the sub-attributes of RFC 7643 §2.4. */
const plural = (name: string, value = attribute("value")) => {
  const primary = attribute("primary", { type: "boolean" });
  const type = attribute("type", { canonicalValues: canonicalTypes[name] ?? [] });
  return complex(name, [value, "display", type, primary], { multiValued: true });
};

/** The types that the core schema names (SCIM 1.1 core schema §6.2, RFC 7643 §4.1.2). */
const canonicalTypes: Readonly<Record<string, readonly string[]>> = {
  emails: ["work", "home", "other"],
  phoneNumbers: ["work", "home", "mobile", "fax", "pager", "other"],
};

const addressParts = ["streetAddress", "locality", "region", "postalCode", "country", "type"];

const user: readonly Attribute[] = [
  attribute("userName", { required: true, uniqueness: "server" }),
  complex("name", [
    "formatted",
    "familyName",
    "givenName",
    "middleName",
    "honorificPrefix",
    "honorificSuffix",
  ]),
  ...["displayName", "nickName", "title", "userType", "preferredLanguage", "locale"].map((name) =>
    attribute(name),
  ),
  reference("profileUrl", "external"),
  attribute("timezone"),
  attribute("active", { type: "boolean" }),
  attribute("password", { mutability: "writeOnly", returned: "never", caseExact: true }),
  plural("emails"),
  plural("phoneNumbers"),
  plural("ims"),
  plural("photos", reference("value", "external")),
  complex("addresses", ["formatted", ...addressParts, attribute("primary", { type: "boolean" })], {
    multiValued: true,
  }),
  plural("entitlements"),
  plural("roles"),
  plural("x509Certificates", attribute("value", { type: "binary", caseExact: true })),
];

/** The groups of a user, which the server maintains. */
const groupsOfUser = (version: Version) =>
  complex(
    "groups",
    [
      attribute("value", { ...readOnly, caseExact: true }),
      ...(version === "2.0" ? [reference("$ref", "Group", readOnly)] : []),
      attribute("display", readOnly),
      attribute("type", readOnly),
    ],
    { multiValued: true, ...readOnly },
  );

const members = (version: Version) =>
  complex(
    "members",
    [
      attribute("value", { mutability: "immutable", caseExact: true }),
      ...(version === "2.0" ? [reference("$ref", "User", readOnly)] : []),
      attribute("display", readOnly),
      attribute("type", { mutability: "immutable" }),
    ],
    { multiValued: true },
  );

const enterprise = (version: Version): readonly Attribute[] => [
  ...["employeeNumber", "costCenter", "organization", "division", "department"].map((name) =>
    attribute(name),
  ),
  complex("manager", [
    attribute(version === "1.1" ? "managerId" : "value", { caseExact: true }),
    ...(version === "2.0" ? [reference("$ref", "User", readOnly)] : []),
    attribute("displayName", readOnly),
  ]),
];

const core = "urn:ietf:params:scim:schemas:core:2.0:";

/** The schemas of a type of resource; the core's comes first. */
export type Schemas = readonly [Schema, ...Schema[]];

export function schemasOf(version: Version, kind: Kind): Schemas {
  const own = kind === "User" ? [...user, groupsOfUser(version)] : groupAttributes(version);
  const first: Schema = {
    urn: version === "1.1" ? "urn:scim:schemas:core:1.0" : `${core}${kind}`,
    name: kind,
    attributes: own,
  };
  const extension: Schema = {
    urn:
      version === "1.1"
        ? "urn:scim:schemas:extension:enterprise:1.0"
        : "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    name: "EnterpriseUser",
    attributes: enterprise(version),
  };
  return kind === "User" ? [first, extension] : [first];
}

const groupAttributes = (version: Version): readonly Attribute[] => [
  attribute("displayName", { required: true }),
  members(version),
];

/** The attributes that every resource has, beside those of its schemas. */
export const common: readonly Attribute[] = [
  attribute("id", { caseExact: true, returned: "always", ...readOnly }),
  attribute("externalId", { caseExact: true }),
  complex(
    "meta",
    [
      attribute("resourceType", { caseExact: true, ...readOnly }),
      attribute("created", { type: "dateTime", ...readOnly }),
      attribute("lastModified", { type: "dateTime", ...readOnly }),
      attribute("location", { caseExact: true, ...readOnly }),
      attribute("version", { caseExact: true, ...readOnly }),
    ],
    readOnly,
  ),
  attribute("schemas", { multiValued: true, caseExact: true, returned: "always" }),
];

/** The place of an attribute in a resource. */
export interface Place {
  /** The URN of the extension that holds it. */
  extension: string | undefined;
  attribute: Attribute;
  sub: Attribute | undefined;
}

/** The place of `name.givenName` or `urn:…:User:manager.value`; undefined for an unknown path. */
export function placeOf(schemas: Schemas, path: string): Place | undefined {
  const [main, ...extensions] = schemas;
  for (const { urn, attributes } of extensions) {
    if (!path.toLowerCase().startsWith(`${urn.toLowerCase()}:`)) continue;
    return within(attributes, path.slice(urn.length + 1), urn);
  }
  const urn = `${main.urn.toLowerCase()}:`;
  const plain = path.toLowerCase().startsWith(urn) ? path.slice(urn.length) : path;
  return within([...common, ...main.attributes], plain, undefined);
}

function within(
  attributes: readonly Attribute[],
  path: string,
  extension: string | undefined,
): Place | undefined {
  const [first = "", second, ...rest] = path.split(".");
  const found = named(attributes, first);
  if (!found || rest.length > 0) return undefined;
  const sub = second === undefined ? undefined : named(found.subAttributes ?? [], second);
  return second !== undefined && !sub ? undefined : { extension, attribute: found, sub };
}

export function named(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** The value at a place of a resource; the array for a multi-valued attribute. */
export function valueAt(resource: JsonObject, { extension, attribute }: Place): unknown {
  const holder = extension === undefined ? resource : resource[extension];
  return isObject(holder) ? holder[attribute.name] : undefined;
}
