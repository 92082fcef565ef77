import { type Version, versions } from "../../client/index.ts";
import type { CheckResult, CoveredStatement } from "../../schemas/index.ts";
import { requirements } from "../catalogue.ts";
import { demandOf } from "../requirement.ts";
import { sourceOf } from "./source.ts";
import { scim11, scim20 } from "./statements.ts";
import { untested } from "./untested.ts";

/**
 * What a run tested of every statement of the standards, and of Slack's own facts. What was skipped,
 * blocked or could not be carried out is not tested.
 */
export function coverageOf(
  checks: readonly CheckResult[],
  tested: readonly Version[],
): CoveredStatement[] {
  const results = new Map(checks.map((check) => [`${check.version} ${check.id}`, check]));
  return versions
    .filter((version) => tested.includes(version))
    .flatMap((version) =>
      [
        ...(version === "1.1" ? scim11 : scim20).map((statement) => {
          const [id, level, demand] = statement;
          const { source, url } = sourceOf(statement);
          return { id, level, demand, section: source, url };
        }),
        ...slackFacts(version),
      ].map((statement) => ({
        ...statement,
        version,
        ...stateOf(statement.id, results.get(`${version} ${statement.id}`)),
      })),
    );
}

function slackFacts(version: Version) {
  return requirements.flatMap((requirement) => {
    const clause = requirement.versions[version];
    if (!clause?.id.startsWith("SLACK-")) return [];
    const { id, level } = clause;
    return [{ id, level, ...demandOf(requirement, version), section: "Facts about Slack" }];
  });
}

function stateOf(
  id: string,
  check: CheckResult | undefined,
): Pick<CoveredStatement, "state" | "verdict" | "reason"> {
  const reason = untested[id];
  if (reason !== undefined) return { state: "untestable", reason };
  if (check === undefined) return { state: "not-tested", reason: "not chosen for this run" };
  const { verdict, message } = check;
  if (verdict !== "skip" && verdict !== "error") return { state: "tested", verdict };
  return { state: "not-tested", verdict, ...(message ? { reason: message } : {}) };
}
