import type { PatchEntry } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";

/** Whether an entry of a multi-valued attribute is to be removed: `"operation":"delete"` (FACT-PATCH-16). */
export function isDeletion(entry: unknown): boolean {
  return (
    isObject(entry) &&
    typeof entry.operation === "string" &&
    entry.operation.toLowerCase() === "delete"
  );
}

const isScalar = (value: unknown): value is string | boolean | null =>
  value === null || typeof value === "string" || typeof value === "boolean";

/** Whether an entry is an object of texts and booleans, as every entry of these attributes is. */
export function isEntry(entry: unknown): boolean {
  return isObject(entry) && Object.values(entry).every(isScalar);
}

/** An entry as 2.0 takes it: without `operation`, which means nothing there, and without null members. */
export function writtenEntry(entry: unknown): PatchEntry {
  const members = isObject(entry) ? Object.entries(entry) : [];
  return Object.fromEntries(
    members.filter(
      (member): member is [string, string | boolean] =>
        member[0] !== "operation" && member[1] !== null && isScalar(member[1]),
    ),
  );
}

/** A boolean that was sent as text (letter case is ignored); otherwise the value. */
export function asBoolean(value: unknown): unknown {
  const word = typeof value === "string" ? value.toLowerCase() : undefined;
  return word === "true" || word === "false" ? word === "true" : value;
}

/** Whether a text is only spaces: in 1.1 it clears an attribute (FACT-PATCH-17). */
export function isBlank(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.trim() === "";
}
