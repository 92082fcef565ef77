import type { Version } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { needsAttributes, needsOptional } from "../discovery/offers.ts";
import { mismatches, type Observation } from "../expectation.ts";
import type { Probe } from "../probe.ts";
import type { Requirement } from "../requirement.ts";
import { judge } from "../verdict.ts";
import { capabilities } from "./capabilities.ts";
import type { CheckContext } from "./check-context.ts";
import type { ProbeExpectation } from "./run-config.ts";
import type { RunContext } from "./run-context.ts";
import { learnShape } from "./shape.ts";
import { Skip } from "./stop.ts";

/** What a probe of one difference saw in one version. */
export interface ProbeReport {
  id: string;
  version: Version;
  observation?: Observation;
  /** How the observation departs from what the catalogue expects of this version. */
  mismatches: string[];
  /** Why there is no observation. */
  notProbed?: string;
  exchanges: string[];
}

/**
 * Carries out one requirement in one version. Never throws: trouble of the target or of the suite is
 * the verdict `error`.
 * @param keep gets what the check observed, when it came to that
 * @returns undefined when the version does not state the requirement or is not tested
 */
export async function evaluate(
  run: RunContext,
  requirement: Requirement,
  version: Version,
  keep: (observation: Observation) => void = () => undefined,
): Promise<CheckResult | undefined> {
  const clause = requirement.versions[version];
  const context = run.checks.get(version);
  if (!clause || !context) return undefined;
  const start = performance.now();
  const exchanges: string[] = [];
  const outcome = await run.log.collect(exchanges, () =>
    carryOut(run, requirement, version, context, keep),
  );
  return {
    id: clause.id,
    title: requirement.title,
    area: requirement.area,
    version,
    level: clause.level,
    source: clause.source,
    ...outcome,
    ...(outcome.message === undefined ? {} : { message: run.redaction.text(outcome.message) }),
    exchanges,
    durationMs: Math.round((performance.now() - start) * 1000) / 1000,
  };
}

async function carryOut(
  run: RunContext,
  requirement: Requirement,
  version: Version,
  context: CheckContext,
  keep: (observation: Observation) => void,
): Promise<Pick<CheckResult, "verdict" | "message">> {
  const { profile, writes } = run.config;
  const clause = requirement.versions[version];
  if (!clause) return { verdict: "skip", message: `version ${version} does not state it` };
  if (profile === "rfc" && clause.id.startsWith("SLACK-")) {
    return { verdict: "skip", message: "a fact about Slack: it applies in profile slack only" };
  }
  if (requirement.safety !== "read" && !writes) {
    return { verdict: "skip", message: "read-only run: this check writes (--allow-writes)" };
  }
  try {
    for (const need of requirement.needs ?? []) {
      if (!(await capabilities(context)).has(need)) {
        return { verdict: "skip", message: `not offered: the provider does not support ${need}` };
      }
    }
    await needsAttributes(context, ...(requirement.attributes ?? []));
    await needsOptional(context, ...(requirement.optional ?? []));
    await learnShape(context);
    const observation = run.redaction.json(await requirement.check(context));
    keep(observation);
    return judge(profile, clause, requirement.expect, observation);
  } catch (error) {
    return { verdict: error instanceof Skip ? "skip" : "error", message: text(error) };
  }
}

/** Carries out the probe of one difference in one version. Never throws. */
export async function probe(
  run: RunContext,
  { id, safety, observe }: Probe,
  version: Version,
  context: CheckContext,
  expected: ProbeExpectation,
): Promise<ProbeReport> {
  const report: ProbeReport = { id, version, mismatches: [], exchanges: [] };
  if (safety !== "read" && !run.config.writes) {
    return { ...report, notProbed: "read-only run: this probe writes (--allow-writes)" };
  }
  try {
    const other = run.checks.get(version === "1.1" ? "2.0" : "1.1");
    const seen = await run.log.collect(report.exchanges, () => observe(context, other));
    report.observation = run.redaction.json(seen);
    report.mismatches = mismatches(report.observation, expected.expect[version]).map((words) =>
      run.redaction.text(words),
    );
  } catch (error) {
    report.notProbed = run.redaction.text(text(error));
  }
  return report;
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
