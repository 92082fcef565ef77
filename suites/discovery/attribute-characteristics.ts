import { at, items } from "../json.ts";
import type { CheckContext } from "../run/check-context.ts";
import { blocked } from "../run/stop.ts";
import { schemaList, schemaOf } from "./schemas.ts";

/** The characteristics of an attribute (RFC 7643 §2.2, §7). */
export interface AttributeCharacteristics {
  /** Sub-attributes behind a dot: `name.familyName`. */
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
 * What the published schema of a type of resource says of its attributes, sub-attributes too; what
 * it leaves out has the default of RFC 7643 §2.2.
 * @throws Skip where no schema is published
 */
export async function attributeCharacteristics(
  t: CheckContext,
  resource: "User" | "Group",
): Promise<AttributeCharacteristics[]> {
  const { json } = await schemaOf(t, resource);
  let found = characteristicsIn(at(json, "attributes"), "");
  if (found.length === 0 && t.profile === "rfc") {
    // That a schema is not served by itself breaks a rule of its own.
    const urn = t.client.dialect.schemaName(resource);
    const listed = items(at((await schemaList(t)).json, "Resources"));
    const schema = listed.find((each) => at(each, "id") === urn);
    found = characteristicsIn(at(schema, "attributes"), "");
  }
  if (found.length === 0) throw blocked(`no schema of ${resource} is published`);
  return found;
}

function characteristicsIn(attributes: unknown, prefix: string): AttributeCharacteristics[] {
  return items(attributes).flatMap((attribute) => {
    const path = `${prefix}${String(at(attribute, "name"))}`;
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
    return [own, ...characteristicsIn(at(attribute, "subAttributes"), `${path}.`)];
  });
}
