import type { CheckResult, DifferenceResult, Results } from "../../schemas/index.ts";
import { isFinding } from "../results.ts";
import { catalogue } from "./catalogue.ts";
import type { CatalogueEntry } from "./entry.ts";

/** In the order of their weight. */
export const impacts = ["breaking", "silent", "cosmetic"] as const;

/** What each impact means to a client that is moved as it is. */
export const impactMeanings: Record<DifferenceResult["impact"], string> = {
  breaking: "an unchanged client gets an error or cannot work",
  silent: "an unchanged client keeps running, with another result",
  cosmetic: "no effect on a normal client",
};

/** How a difference stands, for a person: the status, with what is news or the same set apart. */
export const states = {
  undocumented: "not in catalogue",
  otherwise: "otherwise",
  "not-seen": "not seen",
  "as-documented": "as documented",
  same: "same in both",
  "not-probed": "not probed",
} as const;

type State = keyof typeof states;

/** A difference of a run with what the catalogue knows of it. */
export interface DifferenceView extends DifferenceResult {
  title: string;
  source: string;
  state: State;
  finding: boolean;
  /** What a client has to change, as far as one can say. */
  change: string;
  /** What the catalogue says of a version that was seen to do something else. */
  expected: { v1?: string; v2?: string };
}

/** Differences that a reader meets together. */
export interface Section {
  id: "findings" | DifferenceResult["impact"] | "same" | "not-probed";
  title: string;
  rows: DifferenceView[];
}

/** The differences of a run for a person, in the order of the results. */
export function viewsOf(results: Pick<Results, "differences" | "checks">): DifferenceView[] {
  const known = new Map(catalogue.map((entry) => [entry.id, entry]));
  const checks = new Map(results.checks.map((check) => [check.id, check]));
  return results.differences.map((difference) => {
    const entry = known.get(difference.id);
    const { title, source } = entry ?? unknown(difference, checks);
    return {
      ...difference,
      title,
      source,
      state: stateOf(difference),
      finding: isFinding(difference),
      change: changeOf(difference),
      expected: entry && hasOther(difference) ? departures(entry, difference) : {},
    };
  });
}

/**
 * Everything in the order in which somebody who has to migrate needs it: what nobody expected,
 * what breaks, what changes silently, what stays the same, what was not looked at. Each difference
 * stands in one section; sections without any are left out.
 */
export function sectionsOf(views: readonly DifferenceView[]): Section[] {
  const sections: Section[] = [
    { id: "findings", title: "Findings: not what the catalogue says", rows: [] },
    { id: "breaking", title: "What breaks", rows: [] },
    { id: "silent", title: "What changes silently", rows: [] },
    { id: "cosmetic", title: "What differs without an effect on a normal client", rows: [] },
    { id: "same", title: "What is the same in both versions", rows: [] },
    { id: "not-probed", title: "What was not probed, and why", rows: [] },
  ];
  for (const view of views) sections.find(({ id }) => id === sectionOf(view))?.rows.push(view);
  const [findings] = sections;
  findings?.rows.sort((one, other) => impacts.indexOf(one.impact) - impacts.indexOf(other.impact));
  return sections.filter(({ rows }) => rows.length > 0);
}

/** Whether the versions were seen to differ: what an impact is counted of. */
export function differs({ state, v1, v2 }: DifferenceView): boolean {
  // Otherwise than documented may also be: the same in both, but not what was expected.
  if (state === "otherwise" || state === "undocumented") return v1 !== v2;
  return state === "as-documented";
}

/** How many differences of each impact were seen. */
export function countImpacts(
  views: readonly DifferenceView[],
): Record<DifferenceResult["impact"], number> {
  const counts = { breaking: 0, silent: 0, cosmetic: 0 };
  for (const view of views.filter(differs)) counts[view.impact] += 1;
  return counts;
}

function sectionOf({ finding, state, impact }: DifferenceView): Section["id"] {
  if (finding) return "findings";
  // One that was only observed, and is not there: both versions do the same.
  if (state === "same" || state === "not-seen") return "same";
  return state === "not-probed" ? "not-probed" : impact;
}

function stateOf({ kind, status, same }: DifferenceResult): State {
  if (kind === "undocumented") return "undocumented";
  return status === "as-documented" && same ? "same" : status;
}

/** Whether what was seen stands in the place of what the catalogue says. */
function hasOther({ status }: DifferenceResult): boolean {
  return status === "otherwise" || status === "not-seen";
}

function departures(
  entry: CatalogueEntry,
  { v1, v2 }: DifferenceResult,
): DifferenceView["expected"] {
  return {
    ...(entry.v1 === v1 ? {} : { v1: entry.v1 }),
    ...(entry.v2 === v2 ? {} : { v2: entry.v2 }),
  };
}

/** For a finding, what the catalogue advises holds only once it is known why it is one. */
function changeOf(difference: DifferenceResult): string {
  const { clientMustChange } = difference;
  if (!isFinding(difference)) return clientMustChange ?? "Not known: look at the exchanges.";
  const advice = clientMustChange ? ` As documented it would be: ${clientMustChange}` : "";
  return `Find out why before you rely on either version.${advice}`;
}

/** What a difference outside the catalogue is called, and where the rule stands that met it. */
function unknown(
  { title, requirements }: DifferenceResult,
  checks: ReadonlyMap<string, CheckResult>,
): { title: string; source: string } {
  const check = checks.get(requirements?.[0] ?? "");
  return {
    title: `the versions differ: ${check?.title ?? title}`,
    source: check ? `this run; ${check.source}` : "this run, with generated values",
  };
}
