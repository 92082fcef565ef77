/** An attribute of a published schema (RFC 7643 §7). */
export interface LeanAttribute {
  name: string;
  type: "string" | "boolean" | "complex" | "reference";
  multiValued: boolean;
  description: string;
  required: boolean;
  caseExact: boolean;
  mutability: "readOnly" | "readWrite" | "immutable";
  returned: "default";
  uniqueness: "none" | "server";
  referenceTypes?: readonly string[];
  subAttributes?: readonly LeanAttribute[];
}

const attribute = (name: string, more: Partial<LeanAttribute> = {}): LeanAttribute => ({
  name,
  type: "string",
  multiValued: false,
  description: name,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...more,
});

const complex = (
  name: string,
  subAttributes: readonly LeanAttribute[],
  more: Partial<LeanAttribute> = {},
) => attribute(name, { type: "complex", subAttributes, ...more });

const reference = (to: string, mutability: LeanAttribute["mutability"]) =>
  attribute("$ref", { type: "reference", referenceTypes: [to], mutability, caseExact: true });

const readOnly = { mutability: "readOnly" } as const;
const immutable = { mutability: "immutable" } as const;

export const urnOf = (kind: "User" | "Group") => `urn:ietf:params:scim:schemas:core:2.0:${kind}`;

/**
 * All attributes of the resources of the lean server.
 * @param strict whether userType is required
 */
export const leanSchemas = (
  strict: boolean,
): Readonly<Record<"User" | "Group", readonly LeanAttribute[]>> => ({
  User: [
    attribute("userName", { required: true, uniqueness: "server" }),
    ...(strict ? [attribute("userType", { required: true })] : []),
    complex("name", [attribute("givenName"), attribute("familyName")]),
    complex(
      "emails",
      [attribute("value"), attribute("type"), attribute("primary", { type: "boolean" })],
      { multiValued: true, required: true },
    ),
    attribute("active", { type: "boolean" }),
    complex(
      "groups",
      [
        attribute("value", readOnly),
        reference("Group", "readOnly"),
        attribute("display", readOnly),
        attribute("type", readOnly),
      ],
      { multiValued: true, ...readOnly },
    ),
  ],
  Group: [
    attribute("displayName", { required: true }),
    complex("members", [attribute("value", immutable), reference("User", "readOnly")], {
      multiValued: true,
    }),
  ],
});
