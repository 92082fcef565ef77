import fc, { type Arbitrary } from "fast-check";
import type { NeutralUser } from "../../schemas/index.ts";
import { type DueError, due, type FactTag } from "../errors.ts";

export const edgeClasses = [
  "limit",
  "one-character",
  "character",
  "combining",
  "right-to-left",
  "cjk",
  "zero-width",
  "emoji",
  "combination",
  "null",
  "empty",
  "absent",
] as const;

/** The class of an unusual value. */
export type EdgeClass = (typeof edgeClasses)[number];

/**
 * The outcome on create: `accepted` unchanged (or as unset), `converted` into another value,
 * `refused` with an error, or `open`, when it is not documented.
 */
export type EdgeOutcome = "accepted" | "converted" | "refused" | "open";

/** One unusual value of one attribute, as a change of an ordinary user. */
export interface UserEdge {
  /** Unique, such as `userName limit: 22 characters`. */
  readonly name: string;
  readonly attribute: string;
  readonly edgeClass: EdgeClass;
  readonly outcome: EdgeOutcome;
  readonly tag: FactTag;
  readonly fact: string;
  /** The expected error, for `refused`. */
  readonly due?: DueError;
  readonly change: Arbitrary<(user: NeutralUser) => NeutralUser>;
}

export type UserChangeOf = (user: NeutralUser) => NeutralUser;

/** The attribute and class of an edge. */
export interface EdgePlace {
  readonly attribute: string;
  readonly edgeClass: EdgeClass;
  readonly what: string;
}

function edge(
  place: EdgePlace,
  outcome: EdgeOutcome,
  tag: FactTag,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  const { attribute, edgeClass, what } = place;
  const name = `${attribute} ${edgeClass}: ${what}`;
  const drawn = typeof change === "function" ? fc.constant(change) : change;
  return { name, attribute, edgeClass, outcome, tag, fact, change: drawn };
}

export function accepted(
  place: EdgePlace,
  tag: FactTag,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return edge(place, "accepted", tag, fact, change);
}

export function converted(
  place: EdgePlace,
  tag: FactTag,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return edge(place, "converted", tag, fact, change);
}

export function refused(
  place: EdgePlace,
  codes: readonly string[],
  tag: FactTag,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return { ...edge(place, "refused", tag, fact, change), due: due(codes, tag, fact) };
}

export function open(
  place: EdgePlace,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return edge(place, "open", "INF", fact, change);
}

/** Sets one top-level attribute; undefined removes it. */
export function withAttribute<Key extends keyof NeutralUser>(
  key: Key,
  value: NeutralUser[Key] | undefined,
): UserChangeOf {
  return (user) => {
    const changed: NeutralUser = { ...user };
    if (value === undefined) delete changed[key];
    else changed[key] = value;
    return changed;
  };
}

/** Merges into a complex attribute. */
export function withPart(
  key: "name" | "enterprise" | "guest" | "profile",
  part: object,
): UserChangeOf {
  return (user) => ({ ...user, [key]: { ...user[key], ...part } });
}
