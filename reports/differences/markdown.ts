import { addressesOf, factOf } from "../../facts/cited.ts";
import type { Catalogue, Results } from "../../schemas/index.ts";
import { cell, table } from "../markdown-text.ts";
import { notKnownDifference } from "../verdict-counts.ts";
import {
  countImpacts,
  type DifferenceView,
  impactMeanings,
  impacts,
  type Section,
  sectionsOf,
  states,
  viewsOf,
} from "./view.ts";

/**
 * The differences of a run as Markdown, for a pull request: the counts, and a table for each
 * section of the page. Every text from a server is escaped.
 */
export function differencesMarkdown(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
): string {
  const views = viewsOf(results, catalogue);
  const sections = sectionsOf(views);
  const size = (id: Section["id"]) =>
    sections.find((section) => section.id === id)?.rows.length ?? 0;
  const counts = countImpacts(views);
  const summary = table(
    ["", ""],
    [
      ["Target", cell(results.target)],
      ["Run", cell(`${results.startedAt}, profile ${results.profile}, seed ${results.seed}`)],
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
  const parts = sections.map(
    (section) =>
      `## ${section.title} (${section.rows.length})\n\n${introductionOf(section)}${sectionTable(section)}`,
  );
  return `${["# What changes from SCIM 1.1 to SCIM 2.0", summary, ...parts].join("\n\n")}\n`;
}

const introductionOf = ({ id }: Section) => (id === "not-known" ? `${notKnownDifference}\n\n` : "");

function sectionTable({ id, rows }: Section): string {
  const versions = ["In SCIM 1.1", "In SCIM 2.0"];
  const facts = "Facts and their sources";
  const does = ({ v1, v2, expected }: DifferenceView) => [
    both(v1, expected.v1),
    both(v2, expected.v2),
  ];
  switch (id) {
    case "same":
      return table(
        ["Difference", ...versions, facts],
        rows.map((row) => [name(row), ...does(row), factCell(row)]),
      );
    case "not-probed":
      return table(
        ["Difference", "Why not", facts],
        rows.map((row) => [name(row), cell(row.note ?? ""), factCell(row)]),
      );
    case "findings":
      return table(
        ["Difference", ...versions, "What a client must change", "Impact", "Status", facts],
        rows.map((row) => [
          name(row),
          ...does(row),
          cell(row.change),
          row.impact,
          states[row.state],
          factCell(row),
        ]),
      );
    default:
      return table(
        ["Difference", ...versions, "What a client must change", facts],
        rows.map((row) => [name(row), ...does(row), cell(row.change), factCell(row)]),
      );
  }
}

const name = ({ id, title }: DifferenceView) => `${cell(id)} ${cell(title)}`;
/** The observed behaviour, and the expected one where it differs. */
const both = (seen: string, expected: string | undefined) =>
  expected === undefined ? cell(seen) : `${cell(seen)} – expected: ${cell(expected)}`;
/** The ids of the facts, each with links to its public sources: the file may stand without a report. */
const factCell = ({ facts }: DifferenceView) => facts.map(factLinks).join(", ");
function factLinks(id: string): string {
  const fact = factOf(id);
  const links = fact ? addressesOf(fact).map(({ id: source, url }) => `[${source}](${url})`) : [];
  return links.length === 0 ? cell(id) : `${cell(id)} (${links.join(", ")})`;
}
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
