import type { DifferenceResult, Json } from "../../../schemas/index.ts";
import { type Expectation, equal, type Observation } from "../../expectation.ts";
import { withoutOmitted } from "../../not-observed.ts";
import { type Explanation, explanationOf } from "./explained.ts";
import { normalise } from "./normalise.ts";
import type { Sighting } from "./sighting.ts";

/**
 * One result for each requirement whose checks observed different things in the two versions,
 * unless the requirement expects that or a known difference explains it.
 *
 * @param ownNames the start of every name that the run gave
 */
export function undocumentedDifferences(
  sightings: readonly Sighting[],
  ownNames: string,
): DifferenceResult[] {
  return pairs(sightings).flatMap(([v1, v2]) => {
    const facts = differingFacts(v1, v2, ownNames)
      .filter(({ explanation }) => explanation === undefined)
      .map(({ fact }) => fact);
    if (facts.length === 0) return [];
    const text = ({ seen }: Sighting) =>
      `seen: ${JSON.stringify(Object.fromEntries(facts.map((fact) => [fact, seen[fact] ?? null])))}`;
    const difference: DifferenceResult = {
      id: `DIFF-OBS-${v1.requirement}`,
      title: v1.title,
      area: v1.area,
      topic: "rules of both versions",
      impact: "silent",
      kind: "undocumented",
      status: "otherwise",
      requirements: [...v1.requirements],
      v1: text(v1),
      v2: text(v2),
      exchanges: [...v1.exchanges, ...v2.exchanges],
    };
    return [difference];
  });
}

/** The facts in which the versions differ for a known reason. */
export function explainedFacts(
  sightings: readonly Sighting[],
  ownNames: string,
): { requirement: string; fact: string; explanation: Explanation }[] {
  return pairs(sightings).flatMap(([v1, v2]) =>
    differingFacts(v1, v2, ownNames).flatMap(({ fact, explanation }) =>
      explanation ? [{ requirement: v1.requirement, fact, explanation }] : [],
    ),
  );
}

/** What both versions showed of each requirement. */
function pairs(sightings: readonly Sighting[]): [Sighting, Sighting][] {
  const ofSecond = new Map(
    sightings.filter(({ version }) => version === "2.0").map((one) => [one.requirement, one]),
  );
  return sightings.flatMap((v1): [Sighting, Sighting][] => {
    const v2 = v1.version === "1.1" ? ofSecond.get(v1.requirement) : undefined;
    return v2 ? [[v1, v2]] : [];
  });
}

interface DifferingFact {
  fact: string;
  explanation: Explanation | undefined;
}

/** The facts in which the versions differ although they are expected to show the same. */
function differingFacts(v1: Sighting, v2: Sighting, ownNames: string): DifferingFact[] {
  const seen1: Observation = withoutOmitted(v1.seen, v2.notObserved ?? {});
  const seen2: Observation = withoutOmitted(v2.seen, v1.notObserved ?? {});
  const names = [...new Set([...Object.keys(seen1), ...Object.keys(seen2)])];
  const expects = ({ expected }: Sighting, fact: string): Json => asData(expected[fact]);
  return names.flatMap((fact) => {
    const one = comparable(fact, seen1[fact], ownNames);
    const other = comparable(fact, seen2[fact], ownNames);
    if (equal(one, other) || !equal(expects(v1, fact), expects(v2, fact))) return [];
    return [{ fact, explanation: explanationOf(v1.requirement, fact, one, other) }];
  });
}

/** Whether a property has a counterexample matters, not which one was found. */
function comparable(fact: string, value: Json | undefined, ownNames: string): Json | undefined {
  return fact === "counterexample" ? value !== undefined : normalise(value, ownNames);
}

/** An expectation is JSON: a value, or a matcher, which is JSON too. */
function asData(expected: Expectation[string] | undefined): Json {
  return JSON.parse(JSON.stringify(expected ?? null));
}
