import type { Profile } from "../client/index.ts";
import type { Assumption, CheckResult, Reason } from "../schemas/index.ts";
import { brokenFacts, type Expectation, mismatches, type Observation } from "./expectation.ts";
import { type Omissions, withoutOmitted } from "./not-observed.ts";
import { type Clause, isMust, isOptional, type SlackFact } from "./requirement.ts";
import type { SkipCode } from "./run/stop.ts";

export interface Judgement {
  verdict: CheckResult["verdict"];
  /** Why the verdict is not `pass`. */
  message?: string;
  /** Why it is a skip, or a warning that is not counted. */
  reason?: Reason;
  /** Whether what was observed is what is assumed of Slack, where the clause has an assumption. */
  assumption?: Assumption;
}

/**
 * Judges an observation.
 *
 * In profile `rfc` the standard alone counts. In profile `slack` a documented or observed behaviour
 * is expected where one is known, and anything else fails; a guess (`INF`) never causes a failure,
 * it only explains one. A question about Slack (level `INF`) passes where the answer is the assumed one,
 * and warns of any other.
 *
 * Facts that the check left out on purpose are not judged; if it left out all that is expected, the
 * verdict is a skip.
 * @param code of that skip; results.json has only the texts, and no verdict depends on the code
 */
export function judge(
  profile: Profile,
  clause: Clause,
  standard: Expectation,
  observation: Observation,
  notObserved: Omissions = {},
  code: SkipCode = "not-applicable",
): Judgement {
  if (isNothingLeft(expectationOf(profile, clause, standard), notObserved)) {
    const text = [...new Set(Object.values(notObserved))].join("; ");
    return { verdict: "skip", message: text, reason: { code, text } };
  }
  const observed = (expectation: Expectation) =>
    mismatches(observation, withoutOmitted(expectation, notObserved));
  const expected = clause.expect ?? standard;
  const broken = observed(expected);
  const { slack } = clause;
  if (profile === "rfc" || slack === undefined) return byLevel(clause, broken, observation);

  const assumed = slack.expect ?? expected;
  const otherwise = observed(assumed);
  const answer =
    slack.tag === "INF" && !isNothingLeft(assumed, notObserved)
      ? { assumption: { fact: slack.fact, agrees: isAsAssumed(slack, otherwise, broken) } }
      : {};
  if (otherwise.length === 0) {
    if (broken.length === 0) return { verdict: "pass", ...answer };
    const note = slack.note === undefined ? "" : `${slack.note}: `;
    const what = `${note}${broken.join("; ")}`;
    if (slack.tag !== "INF") {
      return { verdict: "deviation", message: `${what} (${slack.fact}, ${slack.tag})` };
    }
    const message = `${what} (${slack.onlyPossible ? "possible" : "assumed"} Slack behaviour, ${slack.fact})`;
    return { verdict: "warn", message, reason: { code: "not-known", text: message }, ...answer };
  }
  if (slack.tag === "INF") return { ...byLevel(clause, broken, observation), ...answer };
  return {
    verdict: "fail",
    message: `${otherwise.join("; ")} (${slack.fact}, ${slack.tag})`,
  };
}

/**
 * What a profile expects the check of a clause to observe. @param standard what the requirement
 * expects
 */
export function expectationOf(
  profile: Profile,
  clause: Clause,
  standard: Expectation,
): Expectation {
  const expected = clause.expect ?? standard;
  const isGuess = clause.slack?.tag === "INF";
  return profile === "rfc" || isGuess ? expected : (clause.slack?.expect ?? expected);
}

/**
 * The names of the facts that are not as expected of the target or, where it does what is expected of
 * it, of the standard.
 */
export function unexpectedFacts(
  profile: Profile,
  clause: Clause,
  standard: Expectation,
  observation: Observation,
  notObserved: Omissions = {},
): string[] {
  const against = (expected: Expectation) =>
    brokenFacts(observation, withoutOmitted(expected, notObserved));
  const names = against(expectationOf(profile, clause, standard));
  return names.length > 0 ? names : against(clause.expect ?? standard);
}

/** Whether facts are expected, and none of them was observed. */
function isNothingLeft(expectation: Expectation, notObserved: Omissions): boolean {
  const isEmpty = (one: Expectation) => Object.keys(one).length === 0;
  return !isEmpty(expectation) && isEmpty(withoutOmitted(expectation, notObserved));
}

/**
 * Whether an observation agrees with an assumption. An empty expectation says only that Slack departs
 * from the standard.
 */
function isAsAssumed(
  { expect, onlyPossible }: SlackFact,
  otherwise: readonly string[],
  broken: readonly string[],
): boolean {
  if (onlyPossible) return broken.length === 0;
  const isEmpty = expect !== undefined && Object.keys(expect).length === 0;
  return isEmpty ? broken.length > 0 : otherwise.length === 0;
}

function byLevel(
  { level, onClient }: Clause,
  broken: readonly string[],
  { declined }: Observation,
): Judgement {
  if (broken.length === 0) return { verdict: "pass" };
  const message = broken.join("; ");
  if (level === "INF") {
    const text = `another answer than assumed of Slack: ${message}`;
    return { verdict: "warn", message: text, reason: { code: "not-known", text } };
  }
  if (isOptional(level)) {
    const text = `optional, not supported: ${message}`;
    return { verdict: "skip", message: text, reason: { code: "optional", text } };
  }
  if (onClient === true) {
    return { verdict: "warn", message: `${message} (the text obliges the client)` };
  }
  // What a provider declines, with an explanation, it may decline: docs/judging.md.
  if (typeof declined === "string") return { verdict: "warn", message: declined };
  return { verdict: isMust(level) ? "fail" : "warn", message };
}
