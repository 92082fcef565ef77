export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object with the same members, each with another value. */
export function mapped(
  object: JsonObject,
  change: (name: string, member: unknown) => unknown,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [name, change(name, member)]),
  );
}
