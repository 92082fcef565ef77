import type { Attribute, Schemas } from "./attributes.ts";

/** Variations of the server; the standards allow each, or leave it open, but for the two faults. */
export interface CompleteOptions {
  /** Attributes that users do not have, or `enterprise`: no schema has them, no PATCH accepts them. */
  without?: readonly string[];
  /** Attributes and sub-attributes of users that are required: `externalId`, `name.familyName`. */
  required?: readonly string[];
  /** Attributes of users that never change. */
  immutable?: readonly string[];
  /** Attributes that are unique: `displayName` of groups, `emails` of users. */
  unique?: readonly ("displayName" | "emails")[];
  /** The status of calls on groups when there are none. */
  noGroups?: 404 | 501;
  /** Whether groups cannot be members of groups. */
  flat?: true;
  /** The status of DELETE of a user, when it is rejected. */
  keepsUsers?: 403 | 405 | 501;
  /** A fault: a userName may be given to several users. */
  sharesNames?: true;
  /** The format of ids. `from names` is a fault: such ids are assigned again. */
  ids?: "numbers" | "odd" | "from names";
  /** The largest page. */
  maxResults?: number;
  /** The page size without a count. */
  pageSize?: number;
  /** Whether lists begin with the newest resource. */
  newestFirst?: true;
  /** The delay of lists after a write, in milliseconds. */
  lagMs?: number;
  /** Whether values are normalised: telephone numbers, user names. */
  canonical?: "phoneNumbers" | "userName";
  /** Whether the server sets attributes that were not sent: name.formatted, displayName, locale. */
  fillsIn?: true;
  /** Whether a body with an undefined attribute is rejected; otherwise the attribute is ignored. */
  strict?: true;
  /** The path of the base URL; default: `/scim/v1` or `/scim/v2`. */
  path?: string;
  /** The base of locations; default: the base URL. */
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
