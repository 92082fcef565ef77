import { type Version, versions } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { requirements } from "../../suites/catalogue.ts";
import { type Sighting, sightingOf } from "../../suites/differences/sightings/sighting.ts";
import { areas } from "../../suites/requirement.ts";
import { evaluate } from "../../suites/run/evaluate.ts";
import type { RunContext } from "../../suites/run/run-context.ts";

/** How many checks of an area run at once: as in a run. */
const width = 8;

/** Every check in every version of a run, in the order of a run: areas one after the other. */
export function allChecks(run: RunContext): Promise<CheckResult[]> {
  return someChecks(run, () => true);
}

/** The checks of certain rules, by id and version, in the order of a run. */
export async function someChecks(
  run: RunContext,
  isWanted: (id: string, version: Version) => boolean,
  onSighting: (sighting: Sighting) => void = () => undefined,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const area of areas) {
    const queue = requirements
      .filter((requirement) => requirement.area === area)
      .flatMap((requirement) => versions.map((version) => ({ requirement, version })))
      .filter(({ requirement, version }) => {
        const id = requirement.versions[version]?.id;
        return id !== undefined && isWanted(id, version);
      });
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const result = await evaluate(run, next.requirement, next.version);
        if (!result) continue;
        results.push(result);
        const sighting = sightingOf(run.config.profile, next.requirement, result);
        if (sighting) onSighting(sighting);
      }
    };
    await Promise.all(Array.from({ length: width }, work));
  }
  return results;
}

/** Whether a result needs attention. */
export function isRed({ verdict }: CheckResult): boolean {
  return verdict === "fail" || verdict === "error";
}

/** A result in one line, for the message of a failing test. */
export function inOneLine({ id, version, verdict, message }: CheckResult): string {
  return `${verdict} ${id} [${version}] ${message ?? ""}`;
}
