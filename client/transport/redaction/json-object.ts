import type { JsonObject } from "../../../schemas/json-value.ts";
/** An object with the same members, each with another value. */
export function mapped(
  object: JsonObject,
  change: (name: string, member: unknown) => unknown,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [name, change(name, member)]),
  );
}
