import { type Profile, versions } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import type { Observation } from "../expectation.ts";
import type { Requirement } from "../requirement.ts";
import { expectationOf } from "../verdict.ts";
import type { Observed } from "./observations.ts";

/** What a check saw, for comparison with the other version; nothing where only one states it. */
export function observedOf(
  profile: Profile,
  requirement: Requirement,
  { version, verdict, exchanges, observation }: CheckResult,
): Observed | undefined {
  const clause = requirement.versions[version];
  // It is JSON: results.json holds it.
  const seen = observation as Observation | undefined;
  // What a sick target showed is no observation of a version.
  if (
    verdict === "error" ||
    !seen ||
    !clause ||
    Object.keys(requirement.versions).length < versions.length
  )
    return;
  const requirements = [
    ...new Set(versions.flatMap((each) => requirement.versions[each]?.id ?? [])),
  ];
  return {
    requirement: requirements.join("+"),
    requirements,
    title: requirement.title,
    area: requirement.area,
    version,
    seen,
    expected: expectationOf(profile, clause, requirement.expect),
    exchanges,
  };
}

/** What makes a rule the same one in both versions and from run to run: never its position. */
export function identity(requirement: Requirement): string {
  return versions.flatMap((version) => requirement.versions[version]?.id ?? []).join("+");
}
