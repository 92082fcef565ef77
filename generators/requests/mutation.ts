import { isObject } from "../../schemas/json-value.ts";
import type { Version } from "../../schemas/version.ts";
import type { DueError } from "../errors.ts";

/** The body of a request: a whole user or group, or a change of one. */
export type RequestKind = "user" | "group" | "patch";

export const flaws = [
  "missing",
  "wrong type",
  "unknown",
  "duplicated",
  "wrong URN",
  "wrong version",
  "malformed JSON",
] as const;

/** What is wrong with a request. */
export type Flaw = (typeof flaws)[number];

/** The rule in the JSON Schemas of requests, Slack's or the standard's, that a mutated body violates. */
export interface BrokenRule {
  /** JSON Pointer of the offending value. */
  readonly path: string;
  /** Keyword of JSON Schema. */
  readonly rule: string;
}

/** A named way to make a valid request invalid. */
export interface RequestMutation {
  readonly name: string;
  readonly flaw: Flaw;
  readonly kind: RequestKind;
  /** The rule that the mutated body violates; absent when it depends on the JSON text or the organisation. */
  readonly breaks?: BrokenRule;
  /**
   * Makes the body of a valid request invalid. A string is sent unchanged, anything else as
   * JSON; the given body is not modified.
   */
  readonly mutate: (body: unknown) => unknown;
  /** The expected error of each version; a version that is not listed accepts the mutated request. */
  readonly due: Readonly<Partial<Record<Version, DueError>>>;
}

/** A copy of the body without a top-level member. */
export function without(member: string): (body: unknown) => unknown {
  return (body) =>
    isObject(body)
      ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== member))
      : body;
}

/** A copy of the body with a top-level member that has another value, or one more member. */
export function having(member: string, value: unknown): (body: unknown) => unknown {
  return (body) => (isObject(body) ? { ...body, [member]: value } : body);
}

/** The same error in both versions. */
export function inBoth(error: DueError): RequestMutation["due"] {
  return { "1.1": error, "2.0": error };
}
