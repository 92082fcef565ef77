import type { JsonObject } from "../../../schemas/json-value.ts";
import { objectsIn } from "../plant.ts";

/**
 * The attributes of a schema document, and the sub-attributes in the loose values of its extensions
 * (FACT-DISCOVERY-79).
 */
export function describedIn({ attributes }: JsonObject): readonly JsonObject[] {
  const loose = Array.isArray(attributes) ? attributes.filter(Array.isArray) : [];
  return [...objectsIn(attributes), ...loose.flatMap(objectsIn)];
}
