import { isUnexpectedDifference } from "../../schemas/finding.ts";
import type {
  Catalogue,
  CatalogueDifference,
  CatalogueLesson,
  CheckResult,
  DifferenceResult,
  Results,
} from "../../schemas/index.ts";
import { isFinding } from "../results.ts";

/** Most severe first. */
export const impacts = ["breaking", "silent", "cosmetic"] as const;

/** What each impact means for an unchanged client. */
export const impactMeanings: Record<DifferenceResult["impact"], string> = {
  breaking: "an unchanged client gets an error or cannot work",
  silent: "an unchanged client keeps running, but gets a different result",
  cosmetic: "no effect on a typical client",
};

/**
 * The state of a difference, for a reader: its status, which also distinguishes new from equal
 * behaviour.
 */
export const states = {
  undocumented: "not in catalogue",
  otherwise: "not as documented",
  "not-seen": "not seen",
  "as-documented": "as documented",
  "not-known": "not known of Slack",
  same: "same in both",
  "not-probed": "not probed",
} as const;

type State = keyof typeof states;

/** A difference of a run with its entry in the catalogue. */
export interface DifferenceView extends DifferenceResult {
  /** In a few words; the area in results of 0.1.0. */
  topic: string;
  source: string;
  /** Ids of the facts that it rests on. */
  facts: readonly string[];
  state: State;
  finding: boolean;
  /** What a client must change, where that is known. */
  change: string;
  /** What the catalogue says of a version that behaved differently. */
  expected: { v1?: string; v2?: string };
  /** What an unchanged client does to people or data without an error. */
  harm?: string;
  /** What a client sends today and tomorrow, where the catalogue says it. */
  lesson?: CatalogueLesson;
}

/** Differences that are shown together. */
export interface Section {
  id: "findings" | DifferenceResult["impact"] | "not-known" | "same" | "not-probed";
  title: string;
  rows: DifferenceView[];
}

/**
 * The differences of a run for a reader, in the order of the results.
 * @param catalogue what the run used; what is not in it is described by the results alone
 */
export function viewsOf(
  results: Pick<Results, "differences" | "checks"> & Partial<Pick<Results, "strict">>,
  catalogue: Pick<Catalogue, "differences">,
): DifferenceView[] {
  const known = new Map(catalogue.differences.map((entry) => [entry.id, entry]));
  const checks = new Map(results.checks.map((check) => [check.id, check]));
  const { strict = false } = results;
  return results.differences.map((difference) => {
    const entry = known.get(difference.id);
    const { title, source } = entry ?? uncatalogued(difference, checks);
    return {
      ...difference,
      topic: difference.topic ?? difference.area,
      title,
      source,
      facts: entry?.facts ?? [],
      state: stateOf(difference),
      finding: isFinding(difference, strict),
      change: changeOf(difference),
      expected: entry && hasOther(difference) ? departures(entry, difference) : {},
      ...(entry?.harm === undefined ? {} : { harm: entry.harm }),
      ...(entry?.lesson ? { lesson: entry.lesson } : {}),
    };
  });
}

/**
 * All differences in the order that a migration needs: findings, breaking, silent and cosmetic
 * changes, what is not known of Slack, what stays the same, what was not probed. Each difference is in one section; empty
 * sections are left out.
 */
export function sectionsOf(views: readonly DifferenceView[]): Section[] {
  const sections: Section[] = [
    { id: "findings", title: "Findings: unexpected behaviour", rows: [] },
    { id: "breaking", title: "Breaking changes", rows: [] },
    { id: "silent", title: "Silent changes", rows: [] },
    { id: "cosmetic", title: "Cosmetic differences", rows: [] },
    { id: "not-known", title: "Not known of Slack", rows: [] },
    { id: "same", title: "Same in both versions", rows: [] },
    { id: "not-probed", title: "Not probed, and why", rows: [] },
  ];
  for (const view of views) sections.find(({ id }) => id === sectionOf(view))?.rows.push(view);
  const [findings] = sections;
  findings?.rows.sort((one, other) => impacts.indexOf(one.impact) - impacts.indexOf(other.impact));
  return sections.filter(({ rows }) => rows.length > 0);
}

/** Whether the versions were observed to differ: impacts count only these. */
export function differs({ state, v1, v2 }: DifferenceView): boolean {
  // Not as documented may also mean: the same in both, but not as expected.
  if (state === "otherwise" || state === "undocumented") return v1 !== v2;
  return state === "as-documented";
}

/** What a difference that the run did not meet means for the reader, where the catalogue says it. */
export function meaningWhenUnmet({ state, lesson }: DifferenceView): string | undefined {
  const isUnmet = state === "not-seen" || state === "not-probed" || state === "same";
  return isUnmet ? lesson?.unmet : undefined;
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
  if (state === "not-known") return "not-known";
  // An observed difference that was not seen: both versions do the same.
  if (state === "same" || state === "not-seen") return "same";
  return state === "not-probed" ? "not-probed" : impact;
}

function stateOf(difference: DifferenceResult): State {
  const state = briefStateOf(difference);
  if (difference.kind === "undocumented") return "undocumented";
  return state === "as-documented" && difference.same ? "same" : state;
}

/**
 * The state of a difference by how it is known: one that rests on an assumption was probed, but not
 * found to be as documented.
 */
export function briefStateOf(
  difference: Pick<DifferenceResult, "kind" | "status">,
): DifferenceResult["status"] | "not-known" {
  const { kind, status } = difference;
  const isProbed = status === "as-documented" || status === "not-seen";
  return kind === "assumed" && isProbed ? "not-known" : status;
}

/** Whether the observed behaviour replaces that of the catalogue. */
function hasOther({ status }: DifferenceResult): boolean {
  return status === "otherwise" || status === "not-seen";
}

function departures(
  entry: CatalogueDifference,
  { v1, v2 }: DifferenceResult,
): DifferenceView["expected"] {
  return {
    ...(entry.v1 === v1 ? {} : { v1: entry.v1 }),
    ...(entry.v2 === v2 ? {} : { v2: entry.v2 }),
  };
}

/** For a finding, the advice of the catalogue applies only once its cause is known. */
function changeOf(difference: DifferenceResult): string {
  const { clientMustChange } = difference;
  if (!isUnexpectedDifference(difference))
    return clientMustChange ?? "Not known: see the exchanges.";
  const advice = clientMustChange ? ` Documented change: ${clientMustChange}` : "";
  return `Find the cause before you rely on either version.${advice}`;
}

/** The title and source of a difference that is not in the catalogue of the run. */
function uncatalogued(
  { title, kind, requirements }: DifferenceResult,
  checks: ReadonlyMap<string, CheckResult>,
): { title: string; source: string } {
  // A run of 0.1.0, or of another server than Slack: they have no catalogue of differences.
  if (kind !== "undocumented") return { title, source: "not recorded" };
  const check = checks.get(requirements?.[0] ?? "");
  return {
    title: `the versions differ: ${title}`,
    source: check ? `this run; ${check.source}` : "this run, with generated values",
  };
}
