import { summarize } from "../../reports/results.ts";
import type { CatalogueDifference, DifferenceResult } from "../../schemas/index.ts";
import { versions } from "../../schemas/version.ts";
import { type Expectation, equal, mismatches, type Observation } from "../../suites/expectation.ts";
import { altered, type Problem } from "./problem.ts";
import type { RunRecord } from "./run-record.ts";
import type { InstalledSuite } from "./suite.ts";

/**
 * Whether the differences are those of the installed suite, and what they say follows as far as
 * results.json has what was observed.
 */
export function differenceProblems(
  { results: { differences } }: RunRecord,
  suite: InstalledSuite,
): Problem[] {
  const known = differences.slice(0, suite.differences.length);
  const problems = suite.differences.flatMap((stated, at): string[] => {
    const { id, title, area, topic, impact, kind, clientMustChange, v1, v2 } = stated;
    const difference = known[at];
    if (difference?.id !== id) return [`no result of ${id}, or not in the order of a run`];
    if (!equal({ ...part(difference) }, { title, area, topic, impact, kind, clientMustChange })) {
      return [`${id}: not as the suite states it`];
    }
    const isAsStated = difference.v1 === v1 && difference.v2 === v2;
    const shouldBe = ["as-documented", "not-probed"].includes(difference.status);
    // What was seen instead of what is known is said in its place.
    if (shouldBe !== isAsStated)
      return [`${id}: ${difference.status}, but its texts say otherwise`];
    return otherAnswers(difference, stated.assumes?.expect);
  });
  const ids = differences.map(({ id }) => id);
  const unknown = differences.slice(suite.differences.length);
  return [
    ...problems,
    ...unknown.flatMap(({ id, kind }) => (kind === "undocumented" ? [] : [`${id}: unknown`])),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} occurs twice`),
  ].map((what) => altered(`results.json: difference ${what}`));
}

function part(difference: DifferenceResult) {
  const { title, area, topic = "", impact, kind, clientMustChange = "" } = difference;
  return { title, area, topic, impact, kind, clientMustChange };
}

type Assumed = NonNullable<CatalogueDifference["assumes"]>["expect"];

/** Answers to what is assumed of Slack are recorded with what was observed. */
function otherAnswers({ id, assumed }: DifferenceResult, expect: Assumed = {}): string[] {
  return versions.flatMap((version) => {
    const answer = assumed?.versions[version];
    if (!answer) return [];
    // Both are JSON: that of the results, and that of the catalogue.
    const stated = (expect[version] ?? {}) as Expectation;
    const agrees = mismatches(answer.observation as Observation, stated).length === 0;
    return agrees === answer.agrees
      ? []
      : [`${id}: the assumption does not follow from what was observed`];
  });
}

/** Whether the numbers of the results are those of what they count. */
export function countProblems({ results, exchanges }: RunRecord): Problem[] {
  const { summary, checks, requests } = results;
  const byVersion: Record<string, number> = {};
  for (const { version } of exchanges) byVersion[version] = (byVersion[version] ?? 0) + 1;
  const counted = [
    ["summary", summary, summarize(checks)],
    ["requests.total", requests.total, exchanges.length],
    ["requests.byVersion", requests.byVersion, byVersion],
  ] as const;
  return counted.flatMap(([name, said, again]) =>
    equal(asJson(said), asJson(again))
      ? []
      : [
          altered(
            `results.json: ${name} is ${JSON.stringify(said)}, counted ${JSON.stringify(again)}`,
          ),
        ],
  );
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));
