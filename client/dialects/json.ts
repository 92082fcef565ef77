import type { JsonObject } from "../../schemas/json-value.ts";
/** The members of an object that are strings or null, by the given names. */
export function strings<N extends string>(
  value: JsonObject,
  names: readonly N[],
): Partial<Record<N, string | null>> {
  const found: Partial<Record<N, string | null>> = {};
  for (const name of names) {
    const member = value[name];
    if (typeof member === "string" || member === null) found[name] = member;
  }
  return found;
}
