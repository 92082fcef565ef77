import type { Version } from "../../client/index.ts";
import type { DifferenceResult, Json } from "../../schemas/index.ts";
import { type Expectation, equal, type Observation } from "../expectation.ts";
import { isExplained } from "./explained.ts";
import { normalise } from "./normalise.ts";

/** What the check of a requirement saw in one of the versions that state it. */
export interface Observed {
  /** Its ids in both versions, joined by `+`. */
  requirement: string;
  /** Its ids, each once. */
  requirements: string[];
  title: string;
  area: string;
  version: Version;
  seen: Observation;
  /** What this version is expected to show. */
  expected: Expectation;
  exchanges: readonly string[];
}

/**
 * The requirements whose checks saw different things in the two versions, where neither the
 * requirement expects that, nor the catalogue of differences explains it: one entry each.
 *
 * @param ownNames what every name that the run gave starts with
 */
export function observedDifferences(
  observed: readonly Observed[],
  ownNames: string,
): DifferenceResult[] {
  const ofSecond = new Map(
    observed.filter(({ version }) => version === "2.0").map((one) => [one.requirement, one]),
  );
  return observed.flatMap((v1) => {
    const v2 = v1.version === "1.1" ? ofSecond.get(v1.requirement) : undefined;
    if (!v2) return [];
    const facts = differingFacts(v1, v2, ownNames);
    if (facts.length === 0) return [];
    const text = ({ seen }: Observed) =>
      `seen: ${JSON.stringify(Object.fromEntries(facts.map((fact) => [fact, seen[fact] ?? null])))}`;
    const difference: DifferenceResult = {
      id: `DIFF-OBS-${v1.requirement}`,
      title: v1.title,
      area: v1.area,
      impact: "silent",
      kind: "undocumented",
      status: "otherwise",
      requirements: v1.requirements,
      v1: text(v1),
      v2: text(v2),
      exchanges: [...v1.exchanges, ...v2.exchanges],
    };
    return [difference];
  });
}

/** The names of the facts that differ without an explanation. */
function differingFacts(v1: Observed, v2: Observed, ownNames: string): string[] {
  const names = [...new Set([...Object.keys(v1.seen), ...Object.keys(v2.seen)])];
  const expects = ({ expected }: Observed, fact: string): Json => asData(expected[fact]);
  return names.filter((fact) => {
    const one = comparable(fact, v1.seen[fact], ownNames);
    const other = comparable(fact, v2.seen[fact], ownNames);
    return (
      !equal(one, other) &&
      equal(expects(v1, fact), expects(v2, fact)) &&
      !isExplained(v1, one, other)
    );
  });
}

/** Which counterexample of a property is found says nothing, that there is one does. */
function comparable(fact: string, value: Json | undefined, ownNames: string): Json | undefined {
  return fact === "counterexample" ? value !== undefined : normalise(value, ownNames);
}

/** An expectation is data: a JSON value, or a matcher that is one as well. */
function asData(expected: Expectation[string] | undefined): Json {
  return JSON.parse(JSON.stringify(expected ?? null));
}
