import type { Attribute, Schemas } from "./attributes.ts";

/** Ways in which the server may be otherwise; each is allowed, or left open, by the standards. */
export interface CompleteOptions {
  /** Attributes that users do not have, or `enterprise`: no schema names them, no PATCH takes them. */
  without?: readonly string[];
  /** Attributes and sub-attributes of users that are required: `externalId`, `name.familyName`. */
  required?: readonly string[];
  /** Attributes of users that never change. */
  immutable?: readonly string[];
  /** Attributes that are unique: `displayName` of groups, `emails` of users. */
  unique?: readonly ("displayName" | "emails")[];
  /** How calls on groups are refused where there are none. */
  noGroups?: 404 | 501;
  /** Whether groups have no groups as members. */
  flat?: true;
  /** How the deletion of users is refused. */
  keepsUsers?: 403 | 405 | 501;
  /** How ids look. */
  ids?: "numbers" | "odd";
  /** The most resources of a page. */
  maxResults?: number;
  /** The resources of a page where no count is given. */
  pageSize?: number;
  /** Whether lists begin with what was created last. */
  newestFirst?: true;
  /** After how many milliseconds lists show what was written. */
  lagMs?: number;
  /** Whether values are brought into a form of the server's own: telephone numbers, user names. */
  canonical?: "phoneNumbers" | "userName";
  /** Whether the server sets what was not sent: name.formatted, displayName, locale. */
  fillsIn?: true;
  /** Whether a body with an attribute that no schema has is refused, and not just read without it. */
  strict?: true;
  /** The path of the base URL; default: `/scim/v1` or `/scim/v2`. */
  path?: string;
  /** What locations begin with; default: the base URL. */
  locations?: string;
}

/** The schemas as some options change them. */
export function changed(
  [main, ...extensions]: Schemas,
  { without = [], required = [], immutable = [], unique = [] }: CompleteOptions,
): Schemas {
  const attributes = main.attributes
    .filter(({ name }) => !without.includes(name))
    .map((attribute) => {
      const { name, subAttributes, uniqueness } = attribute;
      const parts = subAttributes?.map((part) => ({
        ...part,
        required: part.required || required.includes(`${name}.${part.name}`),
      }));
      const isUnique = main.name === "Group" ? "displayName" : "emails";
      return {
        ...attribute,
        ...(parts ? { subAttributes: parts } : {}),
        required: attribute.required || required.includes(name),
        ...(immutable.includes(name) ? { mutability: "immutable" as const } : {}),
        uniqueness: name === isUnique && unique.includes(name) ? ("server" as const) : uniqueness,
      } satisfies Attribute;
    });
  return [{ ...main, attributes }, ...(without.includes("enterprise") ? [] : extensions)];
}
