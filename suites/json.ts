import type { Json } from "./expectation.ts";

/** Readers for JSON from a server, whatever it sent. */

/** The value at a path of member names and indexes; undefined where it does not exist. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    // Only what the JSON holds: JavaScript gives an array `entries` and `length`, an object `constructor`.
    const isHeld = Object.hasOwn(here, step) && !(Array.isArray(here) && step === "length");
    if (!isHeld) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** The items of an array; none when the value is not an array. */
export function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `string`, `number`, `boolean`, `null`, `array`, `object`, or `absent`. */
export function typeOf(value: unknown): string {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The text or number at a path, for a message: `(none)` where there is neither. */
export function textAt(value: unknown, ...path: (string | number)[]): string {
  const text = at(value, ...path);
  return typeof text === "string" || typeof text === "number" ? String(text) : "(none)";
}

/** A value of unknown origin as an observation: what came out of JSON.parse is JSON. */
export function asJson(value: unknown): Json | undefined {
  return value as Json | undefined;
}
