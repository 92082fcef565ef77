import { isObject } from "../schemas/json-value.ts";
import { isMatcher, type Json, type Matcher, type Observation } from "./expectation.ts";
import type { SkipCode } from "./run/stop.ts";
import { type Details, WithValues } from "./with-values.ts";

/**
 * Stands for a fact that a check leaves out on purpose. A fact that a check forgets is `undefined`
 * and fails. This is a class, so that no value sent by a server can pass for it.
 */
class NotObserved {
  readonly code: SkipCode;
  readonly text: string;

  constructor(code: SkipCode, text: string) {
    this.code = code;
    this.text = text;
  }
}

/**
 * Leaves a fact out of an observation: it is not judged, and never replaced by the expected value.
 * @param code of the skip, where all facts that are expected are left out
 * @param text for the report: "the provider has no groups"
 */
export const notObserved = (code: SkipCode, text: string): NotObserved =>
  new NotObserved(code, text);

/** A fact as a check returns it. */
export type Finding =
  | Json
  | undefined
  | NotObserved
  | WithValues
  | { readonly [name: string]: Finding };

/** What a check returns: the facts that it observed, by name, and those that it left out. */
export type Findings = Readonly<Record<string, Finding>>;

/** Why facts were not observed, by name; a fact within another one is named by its path: `groups.said`. */
export type Omissions = Readonly<Record<string, string>>;

/** What a message tells of facts, by the same names as {@link Omissions}. */
export type DetailsOfFacts = Readonly<Record<string, Details>>;

/** What a check left aside, by the paths of the facts. */
interface Aside {
  omitted: Record<string, NotObserved>;
  details: Record<string, Details>;
}

/** Separates what was observed from what was left out on purpose, and from what is for messages only. */
export function separate(findings: Findings): {
  observation: Observation;
  notObserved: Omissions;
  /** Code of the first omission. */
  code?: SkipCode;
  details?: DetailsOfFacts;
} {
  const aside: Aside = { omitted: {}, details: {} };
  const observation = observedIn(findings, aside, "");
  const { omitted, details } = aside;
  const [first] = Object.values(omitted);
  const texts = Object.entries(omitted).map(([path, { text }]) => [path, text]);
  return {
    observation,
    notObserved: Object.fromEntries(texts),
    ...(first === undefined ? {} : { code: first.code }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}

function observedIn(
  findings: Findings,
  aside: Aside,
  prefix: string,
): Record<string, Json | undefined> {
  const { omitted, details } = aside;
  const observed: Record<string, Json | undefined> = {};
  for (const [name, finding] of Object.entries(findings)) {
    const path = `${prefix}${name}`;
    if (finding instanceof NotObserved) omitted[path] = finding;
    else if (finding instanceof WithValues) {
      observed[name] = finding.fact;
      const { values, exchanges } = finding;
      details[path] = { values, exchanges };
    } else if (!isGroup(finding)) observed[name] = finding;
    else {
      const before = Object.keys(omitted).length;
      const below = observedIn(finding, aside, `${path}.`);
      const isLeftOut = Object.keys(omitted).length > before && Object.keys(below).length === 0;
      if (!isLeftOut) observed[name] = below as Record<string, Json>;
    }
  }
  return observed;
}

function isGroup(finding: Finding): finding is { readonly [name: string]: Finding } {
  return isObject(finding);
}

/**
 * Facts without those that were left out: an expectation, or the observation of another version.
 * Facts below a matcher cannot be left out.
 */
export function withoutOmitted<T extends Json | Matcher | undefined>(
  facts: Readonly<Record<string, T>>,
  omissions: Omissions,
): Readonly<Record<string, T | Json>> {
  return pruned(facts, Object.keys(omissions), "");
}

function pruned<T extends Json | Matcher | undefined>(
  facts: Readonly<Record<string, T>>,
  left: readonly string[],
  prefix: string,
): Record<string, T | Json> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]): [string, T | Json][] => {
      const path = `${prefix}${name}`;
      if (left.includes(path)) return [];
      const isAffected = left.some((each) => each.startsWith(`${path}.`));
      if (!isAffected || fact === undefined || isMatcher(fact) || !isObject(fact)) {
        return [[name, fact]];
      }
      const rest = pruned<Json>(fact, left, `${path}.`);
      return Object.keys(rest).length === 0 ? [] : [[name, rest]];
    }),
  );
}
