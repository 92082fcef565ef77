import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { at, items } from "../json.ts";

/** An extension that a schema document lists as the values of its definition. */
interface LooseExtension extends JsonObject {
  /** Its URN. */
  name: string;
  type: "complex";
  multiValued: unknown;
  description: unknown;
  subAttributes: unknown[];
}

/**
 * The attributes that a schema document describes, and the extensions that it lists loose, each as
 * one attribute.
 * @param attributes the member `attributes` of the document
 */
export function describedAttributes(attributes: unknown): JsonObject[] {
  return [...attributeObjects(attributes), ...looseExtensions(attributes)];
}

/** The entries of `attributes` that are objects, as the standards demand of all. */
export function attributeObjects(attributes: unknown): JsonObject[] {
  return items(attributes).filter(isObject);
}

/** How many entries of `attributes` are not objects. */
export function looseValues(attributes: unknown): number {
  return items(attributes).length - attributeObjects(attributes).length;
}

/**
 * The extensions whose values a document lists loose: URN, type, multiplicity, description,
 * characteristics, sub-attributes (FACT-DISCOVERY-79, FACT-DISCOVERY-80).
 */
export function looseExtensions(attributes: unknown): LooseExtension[] {
  const values = items(attributes);
  return values.flatMap((name, index) => {
    // A second URN among the values of an extension is that of version 1.1 (FACT-DISCOVERY-82).
    if (typeof name !== "string" || values[index + 1] !== "complex") return [];
    const parts: unknown = values.slice(index).find(Array.isArray);
    return [
      {
        name,
        type: "complex",
        multiValued: values[index + 2],
        description: values[index + 3],
        subAttributes: items(parts),
      },
    ];
  });
}

/**
 * The sub-attributes of an attribute, in Slack's spelling `subattributes` too (FACT-DISCOVERY-55,
 * FACT-DISCOVERY-86), and where one object stands in place of an array (FACT-DISCOVERY-54,
 * FACT-DISCOVERY-85).
 */
export function subAttributesOf(attribute: unknown): unknown[] {
  const parts = at(attribute, "subAttributes") ?? at(attribute, "subattributes");
  return isObject(parts) ? [parts] : items(parts);
}
