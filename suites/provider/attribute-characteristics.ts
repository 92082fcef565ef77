import { at } from "../json.ts";
import { describedAttributes, subAttributesOf } from "./schema-attributes.ts";

/** The characteristics of an attribute (RFC 7643 §2.2, §7). */
export interface AttributeCharacteristics {
  /** Sub-attributes follow a dot: `name.familyName`. */
  path: string;
  type: string;
  multiValued: boolean;
  required: boolean;
  caseExact: boolean;
  mutability: string;
  returned: string;
  uniqueness: string;
}

/**
 * The attributes that a schema lists, with their sub-attributes; a characteristic that it omits has
 * the default of RFC 7643 §2.2.
 * @param attributes the member `attributes` of the schema
 */
export function characteristicsIn(attributes: unknown, prefix = ""): AttributeCharacteristics[] {
  return describedAttributes(attributes).flatMap((attribute) => {
    const name = at(attribute, "name");
    if (typeof name !== "string") return [];
    const path = `${prefix}${name}`;
    const text = (name: string, otherwise: string) => String(at(attribute, name) ?? otherwise);
    const own: AttributeCharacteristics = {
      path,
      type: text("type", "string"),
      multiValued: at(attribute, "multiValued") === true,
      required: at(attribute, "required") === true,
      caseExact: at(attribute, "caseExact") === true,
      // SCIM 1.1 has only this flag (core schema §10).
      mutability: at(attribute, "readOnly") === true ? "readOnly" : text("mutability", "readWrite"),
      returned: text("returned", "default"),
      uniqueness: text("uniqueness", "none"),
    };
    return [own, ...characteristicsIn(subAttributesOf(attribute), `${path}.`)];
  });
}
