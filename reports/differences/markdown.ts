import { addressesOf, factOf } from "../../facts/cited.ts";
import type { Catalogue, Exchange, Results } from "../../schemas/index.ts";
import { cell, codeBlock, headingAnchor, inline, proseCell, table } from "../markdown-text.ts";
import { type SinceLastRun, sinceInShort } from "../since/since-last-run.ts";
import { notKnownDifference } from "../verdict-counts.ts";
import { visible } from "../visible-text.ts";
import type { LessonSide, LessonView } from "./lesson-view.ts";
import { lessonsOf } from "./lessons.ts";
import type { OwnValues } from "./own-values.ts";
import type { Returned } from "./returned.ts";
import { differencesSince, type SinceDifference } from "./since.ts";
import {
  countImpacts,
  type DifferenceView,
  impactMeanings,
  impacts,
  meaningWhenUnmet,
  type Section,
  sectionsOf,
  states,
} from "./view.ts";

/**
 * The differences of a run as Markdown, for a pull request: the counts, one line for each
 * difference, and then each as a lesson. Every text from a server is escaped.
 *
 * @param exchanges by id; without them the lessons say what the catalogue knows
 * @param own distinguishes values that the run generated
 * @param since what changed since the last run
 */
export function differencesMarkdown(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  exchanges: ReadonlyMap<string, Exchange>,
  own: OwnValues,
  since: SinceLastRun,
): string {
  const { views, lessons } = lessonsOf(results, catalogue, exchanges, own);
  const sections = sectionsOf(views);
  const parts = sections.flatMap((section) => [
    `## ${section.title} (${section.rows.length})`,
    ...(section.id === "not-known" ? [notKnownDifference] : []),
    ...section.rows.map((view) => entryOf(view, lessons.get(view.id))),
  ]);
  return `${["# What changes from SCIM 1.1 to SCIM 2.0", countsTable(results, views, sections, since), ...overview(sections), ...parts].join("\n\n")}\n`;
}

function countsTable(
  results: Results,
  views: readonly DifferenceView[],
  sections: readonly Section[],
  since: SinceLastRun,
): string {
  const size = (id: Section["id"]) =>
    sections.find((section) => section.id === id)?.rows.length ?? 0;
  const counts = countImpacts(views);
  return table(
    ["", ""],
    [
      ["Target", cell(results.target)],
      ["Run", cell(`${results.startedAt}, profile ${results.profile}, seed ${results.seed}`)],
      ["Since the last run", cell(sinceInShort(since))],
      ...differencesSince(since, views).map(([word, changes]) => [
        capital(word),
        changes.map(changed).join(", "),
      ]),
      ["Findings", String(size("findings"))],
      ...impacts.map((impact) => [
        capital(impact),
        `${counts[impact]} (${impactMeanings[impact]})`,
      ]),
      ["Not known of Slack", String(size("not-known"))],
      ["The same in both", String(size("same"))],
      ["Not probed", String(size("not-probed"))],
    ],
  );
}

/** A difference that has another state than in the last run. */
function changed({ id, before, now, isListed }: SinceDifference): string {
  const name = isListed ? `[${cell(id)}](#${headingAnchor(id)})` : cell(id);
  return `${name} (${before} → ${now})`;
}

/** One line for each difference, with a link to its lesson. */
function overview(sections: readonly Section[]): string[] {
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length === 0) return [];
  return [
    table(
      ["Difference", "Impact", "Status", "In one line"],
      rows.map((row) => [
        `[${cell(row.id)}](#${headingAnchor(row.id)}) ${proseCell(row.title)}`,
        row.impact,
        states[row.state],
        proseCell(oneLine(row)),
      ]),
    ),
  ];
}

/** What to do, in its first sentence, or why there is nothing to be done. */
export function oneLine(view: DifferenceView): string {
  if (view.state === "not-probed") return view.note ?? "not probed";
  const text = view.state === "same" ? view.v1 : view.change;
  return /^.{20,}?\.(?= [A-Z])/s.exec(text)?.[0] ?? text;
}

function entryOf(view: DifferenceView, lesson: LessonView | undefined): string {
  const { id, title, impact, state, note } = view;
  const status = states[state] + (note !== undefined && state !== "same" ? `: ${note}` : "");
  const unmet = meaningWhenUnmet(view);
  const paragraphs = [
    `### ${cell(id)}`,
    `**${inline(title)}** – ${impact} – ${inline(status)}`,
    does("1.1", view.v1, view.expected.v1),
    does("2.0", view.v2, view.expected.v2),
    ...(lesson?.sides.map(sent) ?? []),
    ...(lesson ? [cameBack(lesson)] : []),
    `**What a client must change:** ${inline(view.change)}`,
    ...(unmet === undefined ? [] : [`**What this means for you:** ${inline(unmet)}`]),
    ...(view.facts.length === 0 ? [] : [`Facts and their sources: ${factText(view)}`]),
  ];
  return paragraphs.join("\n\n");
}

/** The observed behaviour, and the expected one where it differs. */
function does(version: string, seen: string, expected: string | undefined): string {
  const also = expected === undefined ? "" : ` – expected: ${inline(expected)}`;
  return `**SCIM ${version}:** ${inline(seen)}${also}`;
}

function sent({ when, version, requests }: LessonSide): string {
  const blocks = requests.map(({ http }) => codeBlock("http", http));
  return [`**${when} (SCIM ${version})**`, ...blocks].join("\n\n");
}

function cameBack({ sides, unchanged }: LessonView): string {
  const items = sides.flatMap(({ version, returned }) =>
    returned === undefined ? [] : [item(`SCIM ${version}`, returned)],
  );
  if (unchanged) items.push(item("Today's request, sent to 2.0 unchanged", unchanged));
  if (items.length === 0) return "**What comes back:** this run sent no such request.";
  return `**What comes back**\n\n${items.join("\n\n")}`;
}

function item(what: string, { says, lines }: Returned): string {
  const body = lines.length === 0 ? "" : `\n\n${codeBlock("", lines.join("\n"))}`;
  // The block belongs to the item: it is indented as the item's text is.
  return `- ${what}: ${inline(visible(says))}${body.replace(/\n(?=.)/g, "\n  ")}`;
}

/** The ids of the facts, each with links to its public sources: the file may stand without a report. */
const factText = ({ facts }: DifferenceView) => facts.map(factLinks).join(", ");
function factLinks(id: string): string {
  const fact = factOf(id);
  const links = fact ? addressesOf(fact).map(({ id: source, url }) => `[${source}](${url})`) : [];
  return links.length === 0 ? cell(id) : `${cell(id)} (${links.join(", ")})`;
}
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
