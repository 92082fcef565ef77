import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import { ScimError } from "../errors.ts";

/**
 * FACT-PATCH-14: the paths in `meta.attributes`. @throws ScimError `invalid_attribute_format` if it
 * is not an array of strings
 */
export function removedAttributes(body: JsonObject): readonly string[] {
  const attributes = isObject(body.meta) ? body.meta.attributes : undefined;
  if (attributes === undefined || attributes === null) return [];
  if (!Array.isArray(attributes)) throw new ScimError("invalid_attribute_format");
  return attributes.map((path: unknown) => {
    if (typeof path !== "string") throw new ScimError("invalid_attribute_format");
    return path;
  });
}

/** Whether an entry of a multi-valued attribute is to be removed: `"operation":"delete"`. */
export function isDelete(entry: unknown): entry is JsonObject {
  return (
    isObject(entry) &&
    typeof entry.operation === "string" &&
    entry.operation.toLowerCase() === "delete"
  );
}
