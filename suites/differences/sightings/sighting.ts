import { type Profile, type Version, versions } from "../../../client/index.ts";
import type { Area, CheckResult } from "../../../schemas/index.ts";
import type { Expectation, Observation } from "../../expectation.ts";
import type { Omissions } from "../../not-observed.ts";
import type { Requirement } from "../../requirement.ts";
import { expectationOf } from "../../verdict.ts";

/** What the check of a requirement observed in one of the versions that state it. */
export interface Sighting {
  /** The ids of the requirement in both versions, joined by `+`. */
  requirement: string;
  /** Its ids, each once. */
  requirements: readonly string[];
  title: string;
  area: Area;
  version: Version;
  seen: Observation;
  /** What the check left out on purpose: it is not compared. */
  notObserved?: Omissions;
  /** What this version is expected to show. */
  expected: Expectation;
  exchanges: readonly string[];
}

/**
 * What a check observed, for comparison with the other version; undefined where only one version
 * states the requirement.
 */
export function sightingOf(
  profile: Profile,
  requirement: Requirement,
  { version, verdict, exchanges, observation, notObserved }: CheckResult,
): Sighting | undefined {
  const clause = requirement.versions[version];
  // It is JSON: results.json holds it.
  const seen = observation as Observation | undefined;
  // What a sick target returned says nothing about a version.
  if (
    verdict === "error" ||
    !seen ||
    !clause ||
    // A question about Slack has an answer in each version: another one is told there.
    clause.level === "INF" ||
    Object.keys(requirement.versions).length < versions.length
  )
    return;
  return {
    requirement: ruleOf(requirement),
    requirements: idsOf(requirement),
    title: requirement.title,
    area: requirement.area,
    version,
    seen,
    ...(notObserved === undefined ? {} : { notObserved }),
    expected: expectationOf(profile, clause, requirement.expect),
    exchanges,
  };
}

/** The ids of a requirement in both versions, joined by `+`; one id where they are the same. */
export function ruleOf(requirement: Requirement): string {
  return idsOf(requirement).join("+");
}

function idsOf({ versions: clauses }: Requirement): string[] {
  return [...new Set(versions.flatMap((version) => clauses[version]?.id ?? []))];
}
