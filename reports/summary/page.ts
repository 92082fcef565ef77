import { Eta } from "eta";
import type { Catalogue, CoveredStatement, Results } from "../../schemas/index.ts";
import { cardsOf } from "../differences/cards.ts";
import { type DifferenceView, viewsOf } from "../differences/view.ts";
import { linked } from "../facts/links.ts";
import { addressOf, findingsOf } from "../findings.ts";
import { isNothing, type Learnt, learntInShort } from "../learnt/learnt.ts";
import { navigation, pagePaths } from "../navigation.ts";
import { pagePolicy } from "../page-style.ts";
import { type ChangedResult, type SinceLastRun, sinceInShort } from "../since/since-last-run.ts";
import { countVerdicts, notKnownCheck } from "../verdict-counts.ts";
import { visible } from "../visible-text.ts";
import { legend } from "../words.ts";
import { baselineSection } from "./baseline-section.ts";
import { notTested } from "./not-tested.ts";
import { template } from "./page-template.ts";
import { mostImportant, rankingRule } from "./ranking.ts";
import { isAboutMigration, verdictOf } from "./verdict.ts";

/** How many changes the summary lists, and how many findings. */
const shownChanges = 10;
const shownFindings = 10;
/** How many results that regressed are listed, and how many that are fixed. */
const shownSince = 6;
/** With more lines than this about findings and changes, the printed page is set in a smaller size. */
const roomy = 3;
/**
 * How many reasons for differences that were not probed are listed; the page of differences has
 * all.
 */
const shownUnprobed = 5;

/** How many answers that contradict an assumption are listed. */
const shownLearnt = 3;

/** What a summary shows beside the results. */
interface Context {
  learnt: Learnt;
  since: SinceLastRun;
}

/**
 * The first page of a report, for decision makers: the answer, the findings, what changed since the
 * last run and what a client must change. One printed A4 page, without scripts.
 */
export function summaryPage(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  statements: readonly CoveredStatement[],
  { learnt, since }: Context,
): string {
  const views = viewsOf(results, catalogue);
  const findings = findingsOf(results);
  const unprobed = views.filter(({ state }) => state === "not-probed");
  return new Eta({ autoEscape: true }).renderString(template, {
    results,
    visible,
    linked: (text: string) => linked(text, ""),
    plain: (statement: string) => linked(statement.replaceAll("`", ""), ""),
    navigation: navigation("summary"),
    pages: pagePaths,
    legend: legend("verdicts"),
    rankingRule,
    policy: pagePolicy,
    verdict: verdictOf(results, views),
    isAboutMigration: isAboutMigration(results),
    cards: cardsOf(views),
    isFull: findings.length + since.regressed.length + since.fixed.length > roomy,
    findings: {
      total: findings.length,
      shown: findings.slice(0, shownFindings),
      more: Math.max(0, findings.length - shownFindings),
    },
    since: sectionOfSince(since, results),
    baseline: baselineSection(results),
    changes: mostImportant(views, shownChanges),
    versions: results.versions.map((version) => ({
      version,
      ...countVerdicts(results.checks.filter((check) => check.version === version)),
    })),
    skipped: notTested(results.checks),
    unprobed: { count: unprobed.length, reasons: reasonsOf(unprobed) },
    notKnown: countVerdicts(results.checks)["not-known"] > 0 ? notKnownCheck : undefined,
    learnt: isNothing(learnt) ? undefined : sectionOfLearnt(learnt),
    untestable: statements.filter(({ state }) => state === "untestable").length,
    limits: limitsOf(results),
  });
}

/** What changed, by kind; a result without an address is no longer in the report. */
function sectionOfSince(since: SinceLastRun, { differences }: Results) {
  const ids = new Set(differences.map(({ id }) => id));
  const entryOf = (one: ChangedResult) => ({
    ...one,
    address: one.of === "check" || ids.has(one.id) ? addressOf(one) : undefined,
  });
  const groups = (["regressed", "fixed", "changed"] as const).map((kind) => ({
    kind,
    total: since[kind].length,
    shown: since[kind].slice(0, shownSince).map(entryOf),
    more: since[kind].slice(shownSince).map(entryOf),
  }));
  return { short: sinceInShort(since), groups: groups.filter(({ total }) => total > 0) };
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
