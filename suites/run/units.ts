import { versions } from "../../client/index.ts";
import type { CheckResult } from "../../schemas/index.ts";
import { isOfCanary } from "../canary.ts";
import { type Difference, isProbed, type ProbedDifference } from "../differences/difference.ts";
import type { Differential } from "../differences/generated/differential.ts";
import type { ProbeResult } from "../differences/probe-result.ts";
import { type Sighting, sightingOf } from "../differences/sightings/sighting.ts";
import { areas, type Clause, type Requirement } from "../requirement.ts";
import type { CheckContext } from "./check-context.ts";
import { type DifferentialReport, differ } from "./differ.ts";
import { JudgedChecks } from "./judged-checks.ts";
import { observeDifference } from "./observe-difference.ts";
import type { RunContext } from "./run-context.ts";
import { Schedule, type Stage } from "./schedule.ts";
import { select } from "./selection.ts";
import { partOf } from "./shard.ts";

/** Everything that a run can carry out; the run selects from it. */
export interface Content {
  requirements: readonly Requirement[];
  differences: readonly Difference[];
  differentials: readonly Differential[];
}

/** One requirement in one version. */
interface CheckUnit {
  readonly kind: "check";
  readonly title: string;
  readonly requirement: Requirement;
  readonly clause: Clause;
  readonly context: CheckContext;
}

/** The probe of one difference in one version. */
export interface ProbeUnit {
  readonly kind: "probe";
  readonly title: string;
  readonly difference: ProbedDifference;
  readonly context: CheckContext;
}

/** One property of both versions at once. */
interface DifferentialUnit {
  readonly kind: "differential";
  readonly title: string;
  readonly differential: Differential;
}

/** What a run carries out and reports as one test. */
export type Unit = CheckUnit | ProbeUnit | DifferentialUnit;

/** The result of a unit. */
export type UnitReport =
  | {
      readonly kind: "check";
      readonly check: CheckResult;
      /** What the check observed, where another version states the same requirement. */
      readonly sighting?: Sighting;
    }
  | { readonly kind: "probe"; readonly probe: ProbeResult }
  | { readonly kind: "differential"; readonly differential: DifferentialReport };

/** The last stage of a run; the others have the names of the areas. */
export const differencesStage = "version differences";

/**
 * The last area has the longest property, which sends one request after the other: meanwhile the
 * differences begin.
 */
const lastTurn = "last area and differences";

export type RunSchedule = Schedule<Unit, UnitReport>;

/**
 * What a run carries out, in order: area by area, the last one together with the differences. Once
 * the run has stopped, further units are not carried out, and their reports say why.
 *
 * @param whole what all shards together may carry out
 * @param onReport called with the report of each unit, before another one begins in its place
 */
export function scheduleOf(
  run: RunContext,
  whole: Content,
  onReport: (report: UnitReport) => void = () => undefined,
): RunSchedule {
  const content = partOf(whole, run.config.shard);
  for (const [version, context] of run.checks) {
    select(context, {
      requirements: content.requirements.filter(({ versions: { [version]: clause } }) =>
        isChosen(run, clause),
      ),
      differences: probedBy(run, content),
    });
  }
  const stages: Stage<Unit>[] = run.config.canary
    ? canaryStages(areas.flatMap((area) => checksOf(run, area, content)))
    : [
        ...areas.map((area) => ({
          name: area,
          units: checksOf(run, area, content),
          ...(area === areas.at(-1) ? { turn: lastTurn } : {}),
        })),
        { name: differencesStage, units: probesOf(run, content), turn: lastTurn },
      ];
  // Vitest treats a group without tests as an error.
  const filled = stages.filter(({ units }) => units.length > 0);
  // The one user of a canary is not there for the causes of what it finds. A cause in another shard
  // is judged in this one too, so that each shard finds what the whole run finds.
  const judged = run.config.canary ? whole.requirements.filter(isOfCanary) : whole.requirements;
  const checks = new JudgedChecks(run, judged, (clause) => isChosen(run, clause));
  return new Schedule(filled, async (unit) => {
    const report = await carryOut(run, checks, unit);
    onReport(report);
    return report;
  });
}

/**
 * The checks that only read come first. Then each version has the one user to itself, and one check
 * at a time changes it.
 */
function canaryStages(units: readonly CheckUnit[]): Stage<Unit>[] {
  const isRead = ({ requirement }: CheckUnit) => requirement.safety === "read";
  return [
    { name: "canary, reading", units: units.filter(isRead) },
    ...versions.map((version) => ({
      name: `canary, SCIM ${version}`,
      units: units.filter((unit) => !isRead(unit) && unit.context.version === version),
      width: 1,
    })),
  ];
}

function checksOf(run: RunContext, area: string, { requirements }: Content): CheckUnit[] {
  return requirements
    .filter((requirement) => requirement.area === area)
    .flatMap((requirement) =>
      versions.flatMap((version): CheckUnit[] => {
        const clause = requirement.versions[version];
        const context = run.checks.get(version);
        if (!clause || !context || !isChosen(run, clause)) return [];
        return [{ kind: "check", title: requirement.title, requirement, clause, context }];
      }),
    );
}

/** Whether a run carries out a rule as a version states it, if it does. */
function isChosen({ config }: RunContext, clause: Clause | undefined): boolean {
  return clause !== undefined && config.requirements?.includes(clause.id) !== false;
}

/** The differences that a run probes: none when only some requirements run. */
function probedBy({ config }: RunContext, { differences }: Content): ProbedDifference[] {
  return config.requirements ? [] : differences.filter(isProbed);
}

/** None when only some requirements run. */
function probesOf(run: RunContext, content: Content): Unit[] {
  const { config, checks } = run;
  const { differentials } = content;
  if (config.requirements) return [];
  const probed = probedBy(run, content);
  // The differentials take longest, so they start first.
  const first = checks.size === versions.length ? differentials : [];
  return [
    ...first.map(
      (differential): Unit => ({ kind: "differential", title: differential.title, differential }),
    ),
    ...probed.flatMap((difference) =>
      [...checks.values()].map(
        (context): Unit => ({
          kind: "probe",
          title: `${difference.id}: ${difference.title}`,
          difference,
          context,
        }),
      ),
    ),
  ];
}

/** Failures of the target are in the report. @throws errors of the suite itself, in a differential */
async function carryOut(run: RunContext, checks: JudgedChecks, unit: Unit): Promise<UnitReport> {
  switch (unit.kind) {
    case "check": {
      const { requirement } = unit;
      const check = await checks.result(unit);
      const sighting = sightingOf(run.config.profile, requirement, check);
      return { kind: "check", check, ...(sighting ? { sighting } : {}) };
    }
    case "probe":
      return {
        kind: "probe",
        probe: await observeDifference(run, unit.difference, unit.context),
      };
    case "differential":
      return { kind: "differential", differential: await differ(run, unit.differential) };
  }
}
