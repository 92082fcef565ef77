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

/** What is unusual about a value. */
export type EdgeClass = (typeof edgeClasses)[number];

/**
 * What becomes of it on create: `accepted` as it is (or as unset), `converted` into something else,
 * `refused` with an error, or `open`, when no source says.
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
  /** The error that is due, for `refused`. */
  readonly due?: DueError;
  readonly change: Arbitrary<(user: NeutralUser) => NeutralUser>;
}

export type UserChangeOf = (user: NeutralUser) => NeutralUser;

/** Where an edge belongs. */
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
  words: readonly string[],
  tag: FactTag,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return { ...edge(place, "refused", tag, fact, change), due: due(words, tag, fact) };
}

export function open(
  place: EdgePlace,
  fact: string,
  change: Arbitrary<UserChangeOf> | UserChangeOf,
): UserEdge {
  return edge(place, "open", "INF", fact, change);
}

/** Sets one top-level attribute; undefined takes it away. */
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
