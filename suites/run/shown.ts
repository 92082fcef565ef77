import type { FactId } from "../../facts/index.ts";
import { differenceLevel } from "../../schemas/allure-labels.ts";
import type { Reason } from "../../schemas/index.ts";
import { type Version, versions } from "../../schemas/version.ts";
import { type Clause, demandOf, type Requirement } from "../requirement.ts";
import type { Labels } from "./evidence.ts";
import { differencesStage, type ProbeUnit, type Unit, type UnitReport } from "./units.ts";

/** What Allure shows of a unit. */
export interface Shown {
  labels: Labels;
  /** Ids of the exchanges that are its evidence. */
  exchanges: readonly string[];
}

export function shown(unit: Unit, report: UnitReport): Shown {
  switch (report.kind) {
    case "check": {
      const { check } = report;
      const told =
        unit.kind === "check"
          ? {
              ...demandOf(unit.requirement, check.version),
              facts: factsOf(unit.clause),
              ...(check.verdict === "deviation"
                ? deviationOf(unit.requirement, check.version)
                : {}),
              testCase: testCaseIdOf(unit.requirement),
            }
          : { testCase: check.id };
      return { labels: { ...check, ...told }, exchanges: check.exchanges };
    }
    case "probe": {
      const { id, version, mismatches, notProbed, exchanges } = report.probe;
      const source = "catalogue of differences";
      const broken = mismatches.length > 0 ? mismatches.join("; ") : undefined;
      const { facts } = unit.kind === "probe" ? unit.difference : { facts: [] };
      const labels = { version, facts, ...ofDifference(id, source, notProbed, broken) };
      const assumed = unit.kind === "probe" && labels.verdict === "pass" ? notKnown(unit) : {};
      return { labels: { ...labels, ...assumed }, exchanges };
    }
    case "differential": {
      const { id, disagreement, notProbed, exchanges } = report.differential;
      const broken = disagreement && `the versions disagree: ${JSON.stringify(disagreement)}`;
      return { labels: ofDifference(id, "generated intents", notProbed, broken), exchanges };
    }
  }
}

/**
 * Identifies a requirement to Allure from run to run: an id for each version, repeated where both
 * versions have the same one. Earlier runs in Allure's history have this form, so it stays.
 */
function testCaseIdOf({ versions: clauses }: Requirement): string {
  return versions.flatMap((version) => clauses[version]?.id ?? []).join("+");
}

/** How Slack deviates from a requirement, in a few words: the note, or else the id of the fact. */
function deviationOf({ versions: clauses }: Requirement, version: Version): { deviation?: string } {
  const slack = clauses[version]?.slack;
  return slack ? { deviation: slack.note ?? slack.fact } : {};
}

/** The fact that a clause rests on: none where nothing is known of Slack. */
function factsOf({ slack }: Clause): FactId[] {
  return slack ? [slack.fact] : [];
}

/** A difference that rests on an assumption shows what is not known, not what is documented. */
function notKnown({ difference }: ProbeUnit): Partial<Labels> {
  const { kind, assumes } = difference;
  if (kind !== "assumed") return {};
  const message = `what Slack does is not known (${assumes?.facts.join(", ") ?? "no fact"})`;
  return { verdict: "warn", message, reason: { code: "not-known", text: message } };
}

function ofDifference(
  id: string,
  source: string,
  notProbed: Reason | undefined,
  broken: string | undefined,
): Labels {
  const message = notProbed?.text ?? broken;
  return {
    id,
    area: differencesStage,
    level: differenceLevel,
    source,
    verdict: notProbed !== undefined ? "skip" : broken === undefined ? "pass" : "fail",
    ...(message === undefined ? {} : { message }),
    ...(notProbed === undefined ? {} : { reason: notProbed }),
    testCase: id,
  };
}
