import { isUnexpectedDifference } from "../../schemas/finding.ts";
import { type DifferenceResult, isFindingOfCheck } from "../../schemas/index.ts";
import { differencesOf } from "../differences/catalogue.ts";
import { generatedDifferences } from "../differences/generated/results.ts";
import type { ProbeResult } from "../differences/probe-result.ts";
import { differenceResults } from "../differences/results.ts";
import type { Sighting } from "../differences/sightings/sighting.ts";
import { undocumentedDifferences } from "../differences/sightings/undocumented.ts";
import type { RunConfig } from "./run-config.ts";
import type { UnitReport } from "./units.ts";

/**
 * The findings of a run that is under way, judged as those of results.json are. A difference is
 * judged when both versions have been observed.
 */
export class FindingsSoFar {
  readonly #config: Pick<RunConfig, "profile" | "strict" | "namePrefix" | "runTag" | "known">;
  readonly #probes = new Map<string, ProbeResult[]>();
  readonly #sightings = new Map<string, Sighting[]>();
  #count = 0;

  constructor(config: Pick<RunConfig, "profile" | "strict" | "namePrefix" | "runTag" | "known">) {
    this.#config = config;
  }

  get count(): number {
    return this.#count;
  }

  /** @returns the ids of the findings that a report adds */
  add(report: UnitReport): string[] {
    const { known = [] } = this.#config;
    const ids = this.#idsOf(report).filter((id) => !known.includes(id));
    this.#count += ids.length;
    return ids;
  }

  #idsOf(report: UnitReport): string[] {
    switch (report.kind) {
      case "check": {
        const { check, sighting } = report;
        const broken = isFindingOfCheck(check, this.#config.strict) ? [check.id] : [];
        return sighting ? [...broken, ...this.#differing(sighting)] : broken;
      }
      case "probe": {
        const { profile } = this.#config;
        const { id } = report.probe;
        const probes = noted(this.#probes, id, report.probe);
        const known = differencesOf(profile).filter((difference) => difference.id === id);
        return findingsOf(differenceResults(known, probes));
      }
      case "differential":
        return findingsOf(generatedDifferences([report.differential]));
    }
  }

  #differing(sighting: Sighting): string[] {
    const { namePrefix, runTag } = this.#config;
    const pair = noted(this.#sightings, sighting.requirement, sighting);
    return findingsOf(undocumentedDifferences(pair, `${namePrefix}${runTag}`));
  }
}

function findingsOf(differences: readonly DifferenceResult[]): string[] {
  return differences.filter(isUnexpectedDifference).map(({ id }) => id);
}

/** Adds a value to those of a key. @returns all of them */
function noted<T>(values: Map<string, T[]>, key: string, value: T): T[] {
  const all = [...(values.get(key) ?? []), value];
  values.set(key, all);
  return all;
}
