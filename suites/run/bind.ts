import { describe, test } from "vitest";
import { type Version, versions } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import type { Observation } from "../expectation.ts";
import { mismatches } from "../expectation.ts";
import type { Probe } from "../probe.ts";
import { areas, type Requirement } from "../requirement.ts";
import { judge } from "../verdict.ts";
import { capabilities } from "./capabilities.ts";
import type { CheckContext } from "./check-context.ts";
import { attachEvidence, labelTest } from "./evidence.ts";
import type { RunContext } from "./run-context.ts";
import { Skip } from "./stop.ts";

/** What a test tells the process that started the run; travels as vitest's task meta. */
export interface TestReport {
  check?: CheckResult;
  probe?: ProbeReport;
}

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

declare module "vitest" {
  interface TaskMeta {
    scim?: TestReport;
  }
}

/** A broken rule: vitest and Allure show it as a failure, not as an error of the harness. */
class Finding extends Error {
  override readonly name = "AssertionError";
}

/** A check may wait for what Slack does late, and for rate limits. */
const timeout = 300_000;

/** Registers one vitest test for each requirement and version that the run asks for. */
export function bindRequirements(run: RunContext, requirements: readonly Requirement[]): void {
  for (const area of areas) {
    const chosen = requirements.filter((requirement) => requirement.area === area);
    if (chosen.length === 0) continue;
    describe(area, () => {
      for (const requirement of chosen) {
        for (const version of versions) bindCheck(run, requirement, version);
      }
    });
  }
}

function bindCheck(run: RunContext, requirement: Requirement, version: Version): void {
  const clause = requirement.versions[version];
  const context = run.checks.get(version);
  if (!clause || !context) return;
  const wanted = run.config.requirements;
  if (wanted && !wanted.includes(clause.id)) return;

  test.concurrent(requirement.title, { timeout }, async ({ task, skip }) => {
    const start = performance.now();
    const exchanges: string[] = [];
    const { title, area } = requirement;
    const outcome = await run.log.collect(exchanges, () =>
      check(run, requirement, version, context),
    );
    const result: CheckResult = {
      id: clause.id,
      title,
      area,
      version,
      level: clause.level,
      source: clause.source,
      ...outcome,
      exchanges,
      durationMs: Math.round((performance.now() - start) * 1000) / 1000,
    };
    task.meta.scim = { check: result };
    await labelTest({ ...result, testCase: identity(requirement) });
    await attachEvidence(run.log, exchanges);
    const message = result.message ?? "";
    if (result.verdict === "skip") skip(message);
    if (result.verdict === "error") throw new Error(message);
    if (result.verdict === "fail" || (result.verdict === "warn" && run.config.strict))
      throw new Finding(message);
  });
}

/** What makes a test the same one in both versions and from run to run: never its position. */
function identity(requirement: Requirement): string {
  return versions.flatMap((version) => requirement.versions[version]?.id ?? []).join("+");
}

async function check(
  run: RunContext,
  requirement: Requirement,
  version: Version,
  context: CheckContext,
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
        return {
          verdict: "skip",
          message: `not offered: the provider configuration says that ${need} is not supported`,
        };
      }
    }
    return judge(profile, clause, requirement.expect, await requirement.check(context));
  } catch (error) {
    return trouble(error);
  }
}

/** Registers one vitest test for each probe and version. */
export function bindProbes(run: RunContext, probes: readonly Probe[]): void {
  const { config, log, checks } = run;
  if (config.requirements) return;
  const expected = new Map(config.probes.map((probe) => [probe.id, probe]));
  describe("version differences", () => {
    for (const probe of probes) {
      const expectation = expected.get(probe.id);
      if (!expectation) continue;
      for (const [version, context] of checks) {
        test.concurrent(`${probe.id}: ${expectation.title}`, { timeout }, async ({
          task,
          skip,
        }) => {
          const report: ProbeReport = { id: probe.id, version, mismatches: [], exchanges: [] };
          task.meta.scim = { probe: report };
          let failed: unknown;
          try {
            if (probe.safety !== "read" && !config.writes)
              throw new Skip("read-only run (--allow-writes)");
            report.observation = await log.collect(report.exchanges, () => probe.observe(context));
            report.mismatches = mismatches(report.observation, expectation.expect[version]);
          } catch (error) {
            failed = error;
            report.notProbed = trouble(error).message ?? "";
          }
          await labelTest({
            id: probe.id,
            area: "version differences",
            version,
            level: "difference",
            source: "catalogue of differences",
            verdict: failed ? "skip" : report.mismatches.length > 0 ? "fail" : "pass",
            testCase: probe.id,
          });
          await attachEvidence(log, report.exchanges);
          if (failed instanceof Skip) skip(failed.message);
          if (failed) throw failed;
          if (report.mismatches.length > 0) throw new Finding(report.mismatches.join("; "));
        });
      }
    }
  });
}

/** What a thrown error means: a skip says why, anything else is the target's or our own trouble. */
function trouble(error: unknown): Pick<CheckResult, "verdict" | "message"> {
  const message = error instanceof Error ? error.message : String(error);
  return { verdict: error instanceof Skip ? "skip" : "error", message };
}
