import type { CheckResult, DifferenceResult, Json } from "../../schemas/index.ts";
import { isObject } from "../../schemas/json-value.ts";
import type { Expectation, Observation } from "../../suites/expectation.ts";
import { unexpectedFacts } from "../../suites/verdict.ts";
import { canonicalJson, type Neutral, neutralJson } from "./neutral.ts";

/** A rule as one version states it, and what the standard expects. */
export interface JudgedRule {
  clause: Parameters<typeof unexpectedFacts>[1];
  standard: Expectation;
}

/** A property has another one in every run: it is never part of what was seen. */
const counterexample = "counterexample";

/** Stands for a member that was expected and missing, as in the catalogue. */
const missing = { $absent: true } as const;

/**
 * What a check saw that is not as expected: canonical JSON of these members of its observation,
 * without generated values.
 * @param rule undefined where the suite does not have it: the whole observation
 */
export function sawOf(
  { observation = {}, notObserved = {} }: Pick<CheckResult, "observation" | "notObserved">,
  rule: JudgedRule | undefined,
  profile: "slack" | "rfc",
  neutral: Neutral,
): string {
  const seen = observation as Observation;
  const names = rule
    ? unexpectedFacts(profile, rule.clause, rule.standard, seen, notObserved)
    : Object.keys(seen);
  const members = names.map((name): [string, Json] => [name, seen[name] ?? absentOr(seen, name)]);
  return sameSaw(Object.fromEntries(members), neutral);
}

/** The canonical form of what an entry says was seen. */
export function sameSaw(value: Json, neutral: Neutral): string {
  if (!isObject(value)) return canonicalJson(neutralJson(value, neutral));
  const { [counterexample]: _, ...members } = value as Record<string, Json>;
  return canonicalJson(neutralJson(members, neutral));
}

function absentOr(seen: Observation, name: string): Json {
  return seen[name] === null ? null : missing;
}

/** What the versions did, without generated values. */
export function neutralSides(
  { id, v1, v2 }: Pick<DifferenceResult, "id" | "v1" | "v2">,
  neutral: Neutral,
): Pick<DifferenceResult, "v1" | "v2"> {
  const side = (text: string) =>
    id.startsWith("DIFF-GEN-") ? generatedSide(text) : seenSide(text, neutral);
  return { v1: side(v1), v2: side(v2) };
}

const seen = "seen: ";

/** `seen: {…}`, or a text of the catalogue. */
function seenSide(text: string, neutral: Neutral): string {
  const value = text.startsWith(seen) ? parsed(text.slice(seen.length)) : undefined;
  return value === undefined ? neutral(text) : `${seen}${sameSaw(value, neutral)}`;
}

/** `seen: {…} after {…}`: generated values, of which only the names of the members stay. */
function generatedSide(text: string): string {
  if (!text.startsWith(seen)) return text;
  const rest = text.slice(seen.length);
  for (let end = rest.indexOf(" after "); end >= 0; end = rest.indexOf(" after ", end + 1)) {
    const value = parsed(rest.slice(0, end));
    if (value !== undefined) return `${seen}${namesIn(value)} after generated steps`;
  }
  return text;
}

function namesIn(value: Json): string {
  return isObject(value) ? Object.keys(value).sort().join(", ") || "nothing" : "another value";
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
