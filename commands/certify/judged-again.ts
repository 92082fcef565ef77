import { isNotKnown } from "../../schemas/finding.ts";
import type { CheckResult, Exchange, Reason, Redact, Results } from "../../schemas/index.ts";
import { equal, type Observation } from "../../suites/expectation.ts";
import { type Judgement, judge } from "../../suites/verdict.ts";
import { altered, type Problem } from "./problem.ts";
import type { RunRecord } from "./run-record.ts";
import type { Clause, InstalledSuite, SuiteRequirement } from "./suite.ts";

/** A rule of the installed suite, in one version. */
interface Rule {
  requirement: SuiteRequirement;
  clause: Clause;
  version: CheckResult["version"];
}

/**
 * Judges all checks again, by the expectations of the installed suite: what results.json says must
 * follow from what was observed, and every rule of the suite must have its result.
 *
 * @param redact the gate that messages passed when they were written
 */
export function judgementProblems(
  { results, exchanges }: RunRecord,
  suite: InstalledSuite,
  redact: Redact,
): Problem[] {
  const rules = suite.requirements.flatMap((requirement): Rule[] =>
    (["1.1", "2.0"] as const).flatMap((version) => {
      const clause = requirement.versions[version];
      return clause && results.versions.includes(version) ? [{ requirement, clause, version }] : [];
    }),
  );
  const missing = missingRules(rules, results);
  if (missing.length > 0) return missing;
  const byRule = new Map(results.checks.map((check) => [keyOf(check), check]));
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const unoffered = new Set(
    results.checks.flatMap(({ version, reason }) =>
      reason?.code === "not-offered" && reason.feature ? [`${version} ${reason.feature}`] : [],
    ),
  );
  return rules.flatMap((rule) => {
    const check = byRule.get(keyOf({ id: rule.clause.id, version: rule.version }));
    if (!check) return [];
    const why =
      otherText(check, rule) ??
      otherVerdict(check, rule, results.profile, byRule, redact) ??
      unseenStatus(check, byId) ??
      contradiction(check, rule, unoffered);
    return why === undefined
      ? []
      : [altered(`results.json: ${check.id} [${check.version}]: ${why}`)];
  });
}

const keyOf = ({ id, version }: Pick<CheckResult, "id" | "version">) => `${id} [${version}]`;

/** Each rule has one result, in the order of a run, and there are no others. */
function missingRules(rules: readonly Rule[], { checks }: Results): Problem[] {
  const expected = rules.map(({ clause: { id }, version }) => keyOf({ id, version }));
  const seen = checks.map(keyOf);
  const has = new Set(seen);
  const wanted = new Set(expected);
  const problems = [
    ...expected.filter((rule) => !has.has(rule)).map((rule) => `no result of ${rule}`),
    ...seen.filter((rule) => !wanted.has(rule)).map((rule) => `the suite has no rule ${rule}`),
    ...seen.filter((rule, at) => seen.indexOf(rule) !== at).map((rule) => `${rule} occurs twice`),
  ];
  if (problems.length === 0 && !equal(seen, expected)) {
    problems.push("the checks are not in the order of a run");
  }
  return problems.map((what) => altered(`results.json: ${what}`));
}

function otherText(check: CheckResult, { requirement, clause }: Rule): string | undefined {
  const { title, area } = requirement;
  const { level, source } = clause;
  const stated = { title, area, level, source };
  const [name] = (["title", "area", "level", "source"] as const).filter(
    (member) => check[member] !== stated[member],
  );
  return name === undefined
    ? undefined
    : `${name} is ${JSON.stringify(check[name])}, in the suite ${JSON.stringify(stated[name])}`;
}

/** Codes of skips that a check has before it observed anything. */
const unseen: readonly Reason["code"][] = [
  ...(["not-offered", "not-applicable", "read-only", "budget"] as const),
  ...(["blocked-by", "other-traffic"] as const),
];

/** Why the verdict does not follow from what was observed. */
function otherVerdict(
  check: CheckResult,
  { requirement, clause }: Rule,
  profile: Results["profile"],
  others: ReadonlyMap<string, CheckResult>,
  redact: Redact,
): string | undefined {
  const { verdict, observation, notObserved = {}, reason } = check;
  const isForeign = profile === "rfc" && clause.id.startsWith("SLACK-");
  if (isForeign && (verdict !== "skip" || reason?.code !== "not-applicable")) {
    return `verdict ${verdict} in profile rfc, where rules of Slack do not apply`;
  }
  if (observation === undefined) return unseenVerdict(check, others);
  // What results.json has is JSON.
  const seen = observation as Observation;
  const again = judge(profile, clause, requirement.expect, seen, notObserved, skipCode(reason));
  if (verdict === "skip" && reason?.code === "blocked-by") {
    return otherCause(check, again, others, redact);
  }
  if (again.verdict !== verdict) {
    return `verdict ${verdict}, but what was observed gives ${again.verdict}`;
  }
  if (again.reason?.code !== reason?.code) {
    return `reason ${reason?.code ?? "none"}, but what was observed gives ${again.reason?.code ?? "none"}`;
  }
  const isJudged = verdict !== "skip" && verdict !== "error";
  if (isJudged && !equal({ ...again.assumption }, { ...check.assumption })) {
    return "the assumption about Slack does not follow from what was observed";
  }
  return saysSo(check, again.message, redact) ? undefined : "its message is not what was observed";
}

/** The code of a skip that only the check knows: the judgement passes it through. */
function skipCode(reason: Reason | undefined): Parameters<typeof judge>[5] {
  return reason?.code === "not-offered" ? "not-offered" : "not-applicable";
}

/** A check that observed nothing has no verdict but a skip, whose reason says why. */
function unseenVerdict(
  check: CheckResult,
  others: ReadonlyMap<string, CheckResult>,
): string | undefined {
  const { verdict, reason, message } = check;
  if (verdict !== "skip") return `verdict ${verdict} without an observation`;
  if (reason === undefined || !unseen.includes(reason.code)) {
    return `skipped without an observation, for the reason ${reason?.code ?? "none"}`;
  }
  if (message !== reason.text) return "its message is not its reason";
  return reason.blockedBy === undefined ? undefined : unbrokenCause(check, others);
}

/** A broken rule may be skipped only where the rule that it rests on is broken. */
function otherCause(
  check: CheckResult,
  again: Judgement,
  others: ReadonlyMap<string, CheckResult>,
  redact: Redact,
): string | undefined {
  if (again.verdict !== "fail" && (again.verdict !== "warn" || isNotKnown(again))) {
    return `blocked by another rule, but what was observed gives ${again.verdict}`;
  }
  const why = unbrokenCause(check, others);
  if (why !== undefined) return why;
  const { message = "", reason } = check;
  const judged = again.message ?? "";
  const isSaid = [judged, redact(judged)].some((said) =>
    message.includes(`, which is broken: ${said}`),
  );
  return message === reason?.text && isSaid ? undefined : "its message is not what was observed";
}

function unbrokenCause(
  { version, reason }: CheckResult,
  others: ReadonlyMap<string, CheckResult>,
): string | undefined {
  const { blockedBy: id = "" } = reason ?? {};
  const cause = others.get(keyOf({ id, version }));
  const isBroken = cause?.verdict === "fail" || (cause?.verdict === "warn" && !isNotKnown(cause));
  // A broken rule may itself rest on another one.
  if (isBroken || cause?.reason?.code === "blocked-by") return undefined;
  return `blocked by ${id || "no rule"}, which is not broken`;
}

/** A message begins with what was judged; the evidence follows. */
function saysSo({ message }: CheckResult, judged: string | undefined, redact: Redact): boolean {
  if (judged === undefined || message === undefined) return judged === message;
  // The gate may hide what is cut off in a message and whole in the observation.
  return message.startsWith(judged) || message.startsWith(redact(judged));
}

/** The status that a check observed is that of one of its exchanges. */
function unseenStatus(
  { observation, exchanges }: CheckResult,
  byId: ReadonlyMap<string, Exchange>,
): string | undefined {
  const status = observation?.status;
  if (typeof status !== "number" || exchanges.length === 0) return undefined;
  const isSeen = exchanges.some((id) => byId.get(id)?.response?.status === status);
  return isSeen ? undefined : `observed status ${status}, which none of its exchanges has`;
}

/** A rule on what the product does not offer cannot have been tested. */
function contradiction(
  { verdict, version }: CheckResult,
  { requirement: { needs = [] } }: Rule,
  unoffered: ReadonlySet<string>,
): string | undefined {
  if (verdict === "skip") return undefined;
  const [need] = needs.filter((name) => unoffered.has(`${version} ${name}`));
  return need === undefined
    ? undefined
    : `tested, although other rules are skipped because ${need} is not offered`;
}
