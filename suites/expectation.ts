import type { Json } from "../schemas/index.ts";
import { isObject } from "../schemas/json-value.ts";

export type { Json };

/** Version-neutral facts that a check observed, by name. An undefined member counts as absent. */
export type Observation = Readonly<Record<string, Json | undefined>>;

/**
 * The facts that an observation must have, by name: a JSON value that must be equal, or a matcher.
 * Facts that are not named are not judged. An expectation is JSON, so that it can be written to a
 * file. A named fact that is missing is a mismatch, unless the check left it out on purpose: see
 * `notObserved` (not-observed.ts).
 */
export type Expectation = Readonly<Record<string, Json | Matcher>>;

export type Matcher =
  | { $oneOf: readonly Json[] }
  | { $matches: string }
  | { $type: "string" | "number" | "integer" | "boolean" | "array" | "object" }
  | { $between: readonly [number, number] }
  | { $absent: true }
  | { $not: Json };

/** Any status of the 4xx class. */
export const clientError: Matcher = { $between: [400, 499] };
export const success: Matcher = { $between: [200, 299] };
export const oneOf = (...values: Json[]): Matcher => ({ $oneOf: values });
export const matches = (pattern: RegExp): Matcher => ({ $matches: pattern.source });
export const absent: Matcher = { $absent: true };

/** The names of the facts that do not match an expectation. */
export function brokenFacts(observation: Observation, expectation: Expectation): string[] {
  return Object.entries(expectation).flatMap(([name, expected]) =>
    holds(observation[name], expected) ? [] : [name],
  );
}

/** The mismatches between an observation and an expectation, one phrase per fact; empty if none. */
export function mismatches(observation: Observation, expectation: Expectation): string[] {
  return Object.entries(expectation).flatMap(([name, expected]) => {
    const seen = observation[name];
    return holds(seen, expected)
      ? []
      : [`${name}: expected ${describeExpected(expected)}, saw ${print(seen)}`];
  });
}

function holds(seen: Json | undefined, expected: Json | Matcher): boolean {
  if (!isMatcher(expected)) return equal(seen, expected);
  if ("$absent" in expected) return seen === undefined;
  if ("$oneOf" in expected) return expected.$oneOf.some((value) => equal(seen, value));
  if ("$matches" in expected)
    return typeof seen === "string" && new RegExp(expected.$matches, "u").test(seen);
  if ("$not" in expected) return !equal(seen, expected.$not);
  if ("$between" in expected) {
    const [low, high] = expected.$between;
    return typeof seen === "number" && seen >= low && seen <= high;
  }
  switch (expected.$type) {
    case "integer":
      return Number.isInteger(seen);
    case "array":
      return Array.isArray(seen);
    case "object":
      return isObject(seen);
    default:
      return typeof seen === expected.$type;
  }
}

/** What is expected, as a phrase: `200 or 204`, `a string that matches /…/`. */
export function describeExpected(expected: Json | Matcher): string {
  if (!isMatcher(expected)) return print(expected);
  if ("$absent" in expected) return "nothing";
  if ("$oneOf" in expected) return expected.$oneOf.map(print).join(" or ");
  if ("$matches" in expected) return `a string that matches /${expected.$matches}/`;
  if ("$not" in expected) return `anything but ${print(expected.$not)}`;
  if ("$between" in expected) return `${expected.$between[0]} to ${expected.$between[1]}`;
  return `a value of type ${expected.$type}`;
}

export function isMatcher(expected: Json | Matcher): expected is Matcher {
  if (!isObject(expected)) return false;
  const names = Object.keys(expected);
  // A reference is a value (RFC 7643 §2.4).
  return names.length === 1 && names.every((name) => name.startsWith("$") && name !== "$ref");
}

type Comparable = Json | Observation | undefined;

/**
 * Equality of JSON values; the order of members does not matter, that of items does. A member that is
 * undefined is absent: JSON has no other way to write it.
 */
export function equal(a: Comparable, b: Comparable): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  // The items of an array are named by their indexes.
  const others = new Map(present(b));
  const mine = present(a);
  return (
    mine.length === others.size &&
    mine.every(([name, value]) => others.has(name) && equal(value, others.get(name)))
  );
}

function present(value: object): [string, Json | undefined][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

function print(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length <= 1000 ? text : `${text.slice(0, 999)}…`;
}
