import { Eta } from "eta";
import type { Catalogue, Exchange, Results } from "../../schemas/index.ts";
import { factItems, linked } from "../facts/links.ts";
import { findingsInShort } from "../findings.ts";
import { inlineScript } from "../inline-script.ts";
import { navigation } from "../navigation.ts";
import { policyFor } from "../page-style.ts";
import { type SinceLastRun, sinceInShort } from "../since/since-last-run.ts";
import { notKnownDifference } from "../verdict-counts.ts";
import { visible } from "../visible-text.ts";
import { cardsOf, groupOf } from "./cards.ts";
import { shownPairs } from "./evidence.ts";
import { leftOutHeaders } from "./exchange-lines.ts";
import { lessonHtml } from "./lesson-html.ts";
import { copyHint } from "./lesson-target.ts";
import { lessonsOf } from "./lessons.ts";
import type { OwnValues } from "./own-values.ts";
import { style } from "./page-look.ts";
import { template } from "./page-template.ts";
import type { ShownPair } from "./shown-pair.ts";
import { differencesSince } from "./since.ts";
import { meaningWhenUnmet, sectionsOf, states } from "./view.ts";

/**
 * The parts of the page's script, in the order of their imports. They are plain JavaScript with
 * types in comments: the page contains them unchanged, also where nothing was built.
 */
const scriptFiles = [
  ...["dom", "filter", "rows", "evidence", "copy", "keys", "list", "differences-page"],
];

/**
 * The page of version differences: one HTML file that needs no network.
 *
 * Rows are markup with every value escaped by Eta, so they can be read without the script.
 * Exchanges are inert JSON until a row is opened. The page's policy allows only its own script,
 * which makes elements from text only.
 *
 * @param catalogue what the run used: its words for each difference, and where they are from
 * @param exchanges by id
 * @param own distinguishes values that the run generated from those that differ between the
 *   versions
 * @param since what changed since the last run
 */
export function differencesPage(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  exchanges: ReadonlyMap<string, Exchange>,
  own: OwnValues,
  since: SinceLastRun,
): string {
  const made = lessonsOf(results, catalogue, exchanges, own);
  const { views, target, recorded } = made;
  const sections = sectionsOf(views);
  const script = inlineScript(scriptFiles);
  const hint = copyHint(target);
  const lessons = views.flatMap(({ id, change }) => {
    const lesson = made.lessons.get(id);
    return lesson ? [[id, lessonHtml(lesson, { change, hint })] as const] : [];
  });
  return new Eta({ autoEscape: true, autoTrim: false }).renderString(template, {
    results,
    sections,
    navigation: navigation("differences"),
    cards: cardsOf(views),
    groupOf,
    states,
    shownStates: Object.entries(states).filter(([state]) => !isGroup(state)),
    leftOutHeaders,
    notKnownDifference,
    visible,
    linked,
    factItems,
    meaningWhenUnmet,
    lessons: new Map(lessons),
    script,
    style,
    policy: policyFor(script, style),
    findings: {
      ...findingsInShort(results),
      differences: views.filter(({ finding }) => finding).length,
    },
    sinceText: sinceInShort(since),
    since: differencesSince(since, views),
    areas: [...new Set(views.map(({ area }) => area))].sort(),
    evidence: views.map((view) => ({
      id: view.id,
      json: inertJson(shownPairs(recorded.get(view.id) ?? [], { ...view, own })),
    })),
  });
}

/** JSON for a script element: no text in it can end the element. */
function inertJson(pairs: readonly ShownPair[]): string {
  return JSON.stringify(pairs).replaceAll("<", "\\u003c");
}

/** Whether a state has a box among the groups, so that it needs no other. */
const isGroup = (state: string) => ["same", "not-known", "not-probed"].includes(state);
