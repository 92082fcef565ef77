import type { CheckResult, Reason } from "../../schemas/index.ts";
import { brokenFacts, type Observation } from "../expectation.ts";
import { type Findings, type Omissions, separate, withoutOmitted } from "../not-observed.ts";
import { needsAttributes, needsOptional } from "../provider/needs.ts";
import type { Clause, Requirement } from "../requirement.ts";
import { expectationOf, judge } from "../verdict.ts";
import { needsToApply } from "./applicable.ts";
import type { CheckContext } from "./check-context.ts";
import { currentCheck } from "./current-check.ts";
import { inTime } from "./deadline.ts";
import { describeAnswer } from "./fixtures.ts";
import { evidenceOf } from "./message.ts";
import type { RunContext } from "./run-context.ts";
import { blocked, notSupported, Skip } from "./stop.ts";
import { Trouble } from "./trouble.ts";
import {
  failedEndpoints,
  reasonOf,
  redacted,
  sawFailure,
  serverErrorIn,
  worksAfter,
} from "./unjudged.ts";

/** The result of one attempt at a check. */
type Attempt = Pick<CheckResult, "verdict" | "message" | "reason" | "assumption" | "exchanges"> & {
  /** What the check observed, redacted. */
  observation?: Observation;
  /** What the check left out on purpose. */
  notObserved?: Omissions;
};

/**
 * Carries out one requirement in one version. Never throws: a failure of the target or of the suite
 * gives the verdict `error`, with its code. Where a finding rests on a 5xx response, the check is
 * repeated: a temporary failure of the target breaks no rule.
 * @param clause the requirement as the version of `context` states it
 */
export async function evaluate(
  run: RunContext,
  requirement: Requirement,
  clause: Clause,
  context: CheckContext,
): Promise<CheckResult> {
  const start = performance.now();
  const outcome = await run.repeats.confirmed<Attempt>({
    attempt: (isRepeat) => attemptAt(run, requirement, clause, context, isRepeat),
    isSuspicious: (one) => isFinding(one) && sawFailure(run, one.exchanges),
    isSame: (first, second) => isSame(run, requirement, clause, [first, second]),
    worksAfter: ({ exchanges }) => worksAfter(run, exchanges),
    excuse: (one, why) => ({ ...one, ...errorOf(run, why) }),
  });
  const { observation, notObserved = {}, reason, message, verdict } = outcome;
  const assumption = verdict === "skip" || verdict === "error" ? undefined : outcome.assumption;
  return {
    id: clause.id,
    title: requirement.title,
    area: requirement.area,
    version: context.version,
    level: clause.level,
    source: clause.source,
    verdict,
    ...(message === undefined ? {} : { message }),
    ...(reason === undefined ? {} : { reason }),
    ...(observation === undefined ? {} : { observation }),
    ...(Object.keys(notObserved).length === 0 ? {} : { notObserved }),
    ...(assumption === undefined ? {} : { assumption }),
    exchanges: outcome.exchanges,
    durationMs: Math.round((performance.now() - start) * 1000) / 1000,
  };
}

/** Whether two attempts broke the same facts, by failures of the same endpoints. */
function isSame(
  run: RunContext,
  { expect }: Requirement,
  clause: Clause,
  attempts: readonly [Attempt, Attempt],
): boolean {
  const expected = expectationOf(run.config.profile, clause, expect);
  const [first, second] = attempts.map(({ observation = {}, notObserved = {}, exchanges }) =>
    [
      ...brokenFacts(observation, withoutOmitted(expected, notObserved)),
      ...failedEndpoints(run, exchanges),
    ].join(),
  );
  return first === second;
}

const isFinding = ({ verdict }: Pick<Attempt, "verdict">) =>
  verdict === "fail" || verdict === "warn";

/** Whether a message says what the target did. */
const isTold = ({ verdict }: Pick<Attempt, "verdict">) =>
  verdict === "fail" || verdict === "warn" || verdict === "deviation";

async function attemptAt(
  run: RunContext,
  requirement: Requirement,
  clause: Clause,
  context: CheckContext,
  isRepeat: boolean,
): Promise<Attempt> {
  const exchanges: string[] = [];
  const without = (error: unknown): Attempt => {
    const reason = redacted(run, reasonOf(run, error));
    const verdict = error instanceof Skip ? "skip" : "error";
    return { verdict, message: reason.text, reason, exchanges };
  };
  try {
    if (!isRepeat) run.stop.throwIfStopped();
    return await currentCheck.run(clause.id, () =>
      run.log.collect(exchanges, async () => {
        const seen = await inTime(run.config, () => observe(run, requirement, clause, context));
        // The verdict rests on what results.json shows, so that anyone can judge it again.
        const { notObserved, code, details = {}, ...facts } = separate(seen);
        const observation = run.redaction.json(facts.observation);
        // Those of control requests come later, and decide nothing.
        const own = [...exchanges];
        const sick = await serverErrorIn(run, exchanges);
        if (sick) return { ...errorOf(run, sick), observation, notObserved, exchanges };
        const judged = judge(
          run.config.profile,
          clause,
          requirement.expect,
          observation,
          notObserved,
          code,
        );
        if (
          isFinding(judged) &&
          !(await run.health.confirms(context.version, sawFailure(run, exchanges)))
        ) {
          throw new Trouble("aborted", "the target stopped working while this was checked");
        }
        const message = isTold(judged)
          ? `${judged.message}${evidenceOf(run, { requirement, clause, observation, notObserved, details, exchanges: own })}`
          : judged.message;
        return {
          ...judged,
          ...(message === undefined ? {} : { message }),
          observation,
          notObserved,
          exchanges,
        };
      }),
    );
  } catch (error) {
    const sick = isBlocked(error) && (await serverErrorIn(run, exchanges));
    return sick ? { ...errorOf(run, sick), exchanges } : without(error);
  }
}

const isBlocked = (error: unknown) => error instanceof Skip && error.code === "blocked-by";

function errorOf(run: RunContext, why: Reason): Pick<Attempt, "verdict" | "message" | "reason"> {
  const reason = redacted(run, why);
  return { verdict: "error", message: reason.text, reason };
}

/** @throws Skip where the requirement does not apply, Trouble where the target gives no answer */
async function observe(
  { config }: RunContext,
  requirement: Requirement,
  clause: Clause,
  context: CheckContext,
): Promise<Findings> {
  needsToApply(config, requirement, clause);
  for (const need of requirement.needs ?? []) {
    if (!(await context.provider.offers.capability(need))) {
      throw notSupported(need);
    }
  }
  await needsAttributes(context, ...(requirement.attributes ?? []));
  await needsOptional(context, ...(requirement.optional ?? []));
  await context.provider.learnUsers();
  if (requirement.safety !== "read") await learnRefusals(context, requirement.attributes ?? []);
  return requirement.check(context);
}

/**
 * Learns which attributes of ordinary users the provider rejects.
 * @throws Skip where one of the attributes is among them
 */
async function learnRefusals(context: CheckContext, attributes: readonly string[]): Promise<void> {
  const { fixtures } = context;
  // A create that gets no response, or that is out of budget, is a matter of the checks that need it.
  await context.apart(() => fixtures.learn().catch(() => undefined));
  const { refused } = fixtures;
  const [name] = attributes.filter((path) =>
    refused?.attributes.includes(path.split(".")[0] ?? path),
  );
  if (!refused || name === undefined) return;
  throw blocked(`creating a user with ${name} returned ${describeAnswer(refused.answer)}`);
}
