import type { Version } from "../../client/index.ts";
import { isNotKnown } from "../../schemas/finding.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { causesOf } from "../causes.ts";
import { brokenFacts, type Observation } from "../expectation.ts";
import { generalCauses, isGeneral } from "../general-causes.ts";
import type { Clause, Requirement } from "../requirement.ts";
import { expectationOf } from "../verdict.ts";
import type { CheckContext } from "./check-context.ts";
import { evaluate } from "./evaluate.ts";
import type { RunContext } from "./run-context.ts";
import { redacted } from "./unjudged.ts";

/** A requirement as one version states it, and where it is checked. */
export interface Checkable {
  readonly requirement: Requirement;
  readonly clause: Clause;
  readonly context: CheckContext;
}

/**
 * The checks of a run, each carried out once, whoever asks first: the run itself, or a rule that
 * rests on it.
 */
export class JudgedChecks {
  readonly #run: RunContext;
  readonly #isChosen: (clause: Clause) => boolean;
  readonly #rules = new Map<string, Checkable>();
  readonly #results = new Map<string, Promise<CheckResult>>();
  /** Before it is known what they rest on. */
  readonly #evaluated = new Map<string, Promise<CheckResult>>();

  /**
   * @param requirements that may be judged: those of the run, and what they rest on
   * @param isChosen whether the run, or another shard of it, reports the result of a rule
   */
  constructor(
    run: RunContext,
    requirements: readonly Requirement[],
    isChosen: (clause: Clause) => boolean,
  ) {
    this.#run = run;
    this.#isChosen = isChosen;
    for (const context of run.checks.values()) {
      for (const requirement of requirements) {
        const clause = requirement.versions[context.version];
        if (clause) {
          this.#rules.set(key(clause.id, context.version), { requirement, clause, context });
        }
      }
    }
  }

  /**
   * The result of a check. A broken rule that rests on another broken one is skipped, with the id of
   * that one: one cause is one finding (docs/judging.md). Where the run does not report the cause,
   * the rule itself is the finding, which names it: else nothing would say that it is broken. Never
   * throws.
   */
  result({ clause, context }: Pick<Checkable, "clause" | "context">): Promise<CheckResult> {
    const { version } = context;
    return this.#once(clause.id, version, () => this.#withoutCascade(clause.id, version));
  }

  async #withoutCascade(id: string, version: Version): Promise<CheckResult> {
    const rule = this.#rules.get(key(id, version));
    if (!rule) throw new Error(`the run has no rule ${id} in version ${version}`);
    const { requirement, clause, context } = rule;
    const evaluated = evaluate(this.#run, requirement, clause, context);
    this.#evaluated.set(key(id, version), evaluated);
    const result = await evaluated;
    if (!isBroken(result)) return result;
    const cause =
      (await this.#brokenCause(result)) ??
      (await this.#generalCause(result)) ??
      (await this.#waitedInVain(result, context));
    if (cause === undefined) return result;
    const isReported = (one: string) => {
      const found = this.#rules.get(key(one, version));
      return found !== undefined && this.#isChosen(found.clause);
    };
    return isReported(id) && !isReported(cause.id)
      ? this.#withCause(cause, result)
      : this.#blockedBy(cause, result);
  }

  /**
   * Causes are judged only where they matter: a sound target gets no request more. A warning never
   * hides a failure.
   */
  async #brokenCause(broken: CheckResult): Promise<CheckResult | undefined> {
    const { id, version, verdict } = broken;
    const { observation = {} } = broken;
    for (const { id: cause, explains, also } of causesOf(id)) {
      const result = await this.#known(cause, version);
      const seen = result?.observation;
      if (!seen || !explains(seen, observation, this.#brokenOf(broken))) continue;
      const second = also && (await this.#known(also.cause, version));
      if (also && !also.when(second?.observation ?? {})) continue;
      const found = hides(result, verdict) ? result : await this.#rootOf(result, id);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * A broken rule that any other may rest on. A rule on which that one may rest itself, and be waiting
   * for it, looks only at what that one observed.
   */
  async #generalCause(broken: CheckResult): Promise<CheckResult | undefined> {
    const { id, area, version, verdict, observation = {} } = broken;
    const exchanges = broken.exchanges.flatMap((one) => this.#run.log.get(one) ?? []);
    const effect = { id, area, broken: this.#brokenOf(broken), exchanges };
    for (const { ids, fits, explains } of generalCauses) {
      const cause = ids[version];
      if (id === cause || !fits(effect)) continue;
      const judged = this.#known(cause, version);
      const above = causesOf(cause).find((one) => one.id === id);
      if (above?.explains(observation, {}, {})) continue;
      const result = await (isGeneral(id) ? this.#evaluated.get(key(cause, version)) : judged);
      if (!result || !explains(result.observation ?? {}, effect)) continue;
      const found = hides(result, verdict) ? result : await this.#rootOf(result, id);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * A cause may itself be the effect of another rule, which is then the one to mend. That one may rest
   * on the check that asks, and be waiting for it: what it rests on does not matter here.
   */
  async #rootOf(
    { reason, version }: CheckResult,
    asking: string,
  ): Promise<CheckResult | undefined> {
    const root = reason?.code === "blocked-by" ? reason.blockedBy : undefined;
    if (root === undefined || root === asking) return undefined;
    return this.#evaluated.get(key(root, version));
  }

  /**
   * A broken check that waited in vain for what this one missed too, without time to wait. What that
   * check rests on does not matter, so that no two checks wait for each other.
   */
  async #waitedInVain(
    { id, version, verdict }: CheckResult,
    { waits }: CheckContext,
  ): Promise<CheckResult | undefined> {
    for (const before of waits.awaitedBefore(id)) {
      const result = await this.#evaluated.get(key(before, version));
      if (result && hides(result, verdict)) return result;
    }
    return undefined;
  }

  /** The part of an observation that is not as expected. */
  #brokenOf({ id, version, observation = {} }: CheckResult) {
    const rule = this.#rules.get(key(id, version));
    if (!rule) return observation;
    const expected = expectationOf(this.#run.config.profile, rule.clause, rule.requirement.expect);
    // What results.json has is JSON.
    const names = brokenFacts(observation as Observation, expected).filter(
      (name) => name in observation,
    );
    return Object.fromEntries(names.map((name) => [name, observation[name]]));
  }

  /** The result of a rule; undefined if the run does not have it. */
  async #known(id: string, version: Version): Promise<CheckResult | undefined> {
    if (!this.#rules.has(key(id, version))) return undefined;
    return this.#once(id, version, () => this.#withoutCascade(id, version));
  }

  #blockedBy(cause: Pick<CheckResult, "id" | "title">, result: CheckResult): CheckResult {
    const text = `blocked by ${cause.id} (${cause.title}), which is broken: ${result.message ?? ""}`;
    const reason = redacted(this.#run, { code: "blocked-by", text, blockedBy: cause.id });
    return { ...result, verdict: "skip", message: reason.text, reason };
  }

  #withCause(cause: CheckResult, result: CheckResult): CheckResult {
    const { id, title, verdict, observation = {}, notObserved } = cause;
    if (verdict !== "fail" && verdict !== "warn") return result;
    const text = `${result.message ?? ""}; ${id} (${title}) is broken too, and not selected`;
    return {
      ...result,
      message: this.#run.redaction.text(text),
      cause: { id, verdict, observation, ...(notObserved ? { notObserved } : {}) },
    };
  }

  #once(id: string, version: Version, judge: () => Promise<CheckResult>): Promise<CheckResult> {
    const known = this.#results.get(key(id, version));
    if (known) return known;
    const result = judge();
    this.#results.set(key(id, version), result);
    return result;
  }
}

const key = (id: string, version: Version) => `${id} ${version}`;

/** Whether a rule is broken. What is not known of Slack breaks none. */
const isBroken = (result: CheckResult) =>
  (result.verdict === "fail" || result.verdict === "warn") && !isNotKnown(result);

/** Whether a broken rule may hide another with this verdict: a warning never hides a failure. */
const hides = (cause: CheckResult, verdict: CheckResult["verdict"]) =>
  isBroken(cause) && ["fail", verdict].includes(cause.verdict);
