import { Eta } from "eta";
import type { Catalogue, CoveredStatement, Results } from "../../schemas/index.ts";
import {
  countImpacts,
  type DifferenceView,
  impactMeanings,
  impacts,
  sectionsOf,
  viewsOf,
} from "../differences/view.ts";
import { linked } from "../facts/links.ts";
import { isNothing, type Learnt, learntInShort } from "../learnt/learnt.ts";
import { pagePolicy } from "../page-style.ts";
import { countVerdicts, notKnownCheck } from "../verdict-counts.ts";
import { visible } from "../visible-text.ts";
import { notTested } from "./not-tested.ts";
import { template } from "./page-template.ts";
import { mostImportant, rankingRule } from "./ranking.ts";
import { verdictOf } from "./verdict.ts";

/** How many changes the summary lists. */
const shownChanges = 10;
/**
 * How many reasons for differences that were not probed are listed; the page of differences has
 * all.
 */
const shownUnprobed = 5;

/** How many answers that contradict an assumption are listed. */
const shownLearnt = 3;

/** The findings of a run, for decision makers: one A4 page, without scripts. */
export function summaryPage(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  statements: readonly CoveredStatement[],
  learnt: Learnt = { facts: [], notSeen: [] },
): string {
  const views = viewsOf(results, catalogue);
  const sections = sectionsOf(views);
  const unprobed = views.filter(({ state }) => state === "not-probed");
  return new Eta({ autoEscape: true }).renderString(template, {
    results,
    visible,
    linked,
    plain: (statement: string) => linked(statement.replaceAll("`", "")),
    rankingRule,
    impacts,
    impactMeanings,
    policy: pagePolicy,
    verdict: verdictOf(results, views),
    counts: countImpacts(views),
    findings: views.filter(({ finding }) => finding).length,
    same: sections.find(({ id }) => id === "same")?.rows.length ?? 0,
    changes: mostImportant(views, shownChanges),
    versions: results.versions.map((version) => ({
      version,
      ...countVerdicts(results.checks.filter((check) => check.version === version)),
    })),
    skipped: notTested(results.checks),
    unprobed: { count: unprobed.length, reasons: reasonsOf(unprobed) },
    notKnown: countVerdicts(results.checks)["not-known"] > 0 ? notKnownCheck : undefined,
    notKnownDifferences: views.filter(({ state }) => state === "not-known").length,
    learnt: isNothing(learnt) ? undefined : sectionOfLearnt(learnt),
    untestable: statements.filter(({ state }) => state === "untestable").length,
    limits: limitsOf(results),
  });
}

/** Contradictions are listed; the rest is folded, so that the page prints on one sheet. */
function sectionOfLearnt(learnt: Learnt) {
  const contradicting = learnt.facts.filter(({ agrees }) => !agrees);
  return {
    ...learnt,
    short: learntInShort(learnt),
    listed: contradicting.slice(0, shownLearnt),
    more: Math.max(0, contradicting.length - shownLearnt),
  };
}

/** Why differences were not probed, each reason once. */
function reasonsOf(unprobed: readonly DifferenceView[]) {
  const reasons = new Map<string, DifferenceView[]>();
  for (const view of unprobed) {
    const { note = "unknown reason" } = view;
    reasons.set(note, [...(reasons.get(note) ?? []), view]);
  }
  const all = [...reasons].map(([note, views]) => ({ note, views }));
  return { shown: all.slice(0, shownUnprobed), more: Math.max(0, all.length - shownUnprobed) };
}

function limitsOf({ embedded, leftBehind }: Results): string[] {
  const left = leftBehind.length;
  return [
    ...(left > 0
      ? [
          `${left} of the users and groups that the run created ${left === 1 ? "is" : "are"} left or could not be verified as removed: see results.json.`,
        ]
      : []),
    ...(embedded
      ? [
          "The target was the embedded mock, a model of Slack: run against a sandbox organisation before you decide.",
        ]
      : []),
    "The run saw one organisation at one time, not other settings, plans or data.",
  ];
}
