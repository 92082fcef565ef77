import type { Catalogue, Results } from "../../schemas/index.ts";
import { oneLine } from "../differences/markdown.ts";
import { countImpacts, type DifferenceView, viewsOf } from "../differences/view.ts";
import { type Finding, findingsOf } from "../findings.ts";
import { cell, inline, proseCell, table } from "../markdown-text.ts";
import { type ChangedResult, type SinceLastRun, sinceInShort } from "../since/since-last-run.ts";
import { mostImportant } from "../summary/ranking.ts";
import { isAboutMigration, verdictOf } from "../summary/verdict.ts";
import { countVerdicts } from "../verdict-counts.ts";
import { coveredBy, knownInShort } from "./known.ts";

/** How many entries each list has. */
const listedAtMost = 10;
/** Of a text that stands in a sentence or in a cell; a cell shows less. */
const longest = 500;

/**
 * The summary of a job in GitHub Actions, as Markdown: the verdict of the summary page, the counts,
 * the findings, what changed since the last run and what is known, and the most important changes of
 * 2.0. Every text from a server is escaped.
 */
export function jobSummary(
  results: Results,
  catalogue: Pick<Catalogue, "differences">,
  since: SinceLastRun,
): string {
  const views = viewsOf(results, catalogue);
  const blocks = [
    `# SCIM conformance: ${sentence(results.target)}`,
    `**${sentence(verdictOf(results, views).text)}**`,
    runLine(results),
    countsTable(results),
    ...impactLine(results, views),
    ...findingsSection(findingsOf(results)),
    ...sinceSection(since),
    ...knownSection(results),
    ...goneFromBaseline(results),
    ...changesSection(isAboutMigration(results) ? mostImportant(views, listedAtMost) : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function runLine({ versions, profile, seed, requests, created, durationMs }: Results): string {
  const { users, groups } = created;
  return `SCIM ${versions.join(" and ")}, profile ${profile}, seed ${seed}: ${requests.total} requests in ${(durationMs / 1000).toFixed(1)} s, created ${users} ${users === 1 ? "user" : "users"} and ${groups} ${groups === 1 ? "group" : "groups"}.`;
}

function countsTable(results: Results): string {
  const { versions, checks } = results;
  const rows = versions.map((version) => {
    const counts = countVerdicts(checks.filter((check) => check.version === version));
    return [
      `SCIM ${version}`,
      ...[counts.pass, counts.fail, counts.warn, counts["not-known"]].map(String),
      ...[counts.deviation, counts.skip, counts.error].map(String),
    ];
  });
  const heads = ["Checks", "pass", "fail", "warn", "not known", "deviation", "skip", "error"];
  return table(heads, rows);
}

function impactLine(results: Results, views: readonly DifferenceView[]): string[] {
  if (!isAboutMigration(results) || views.length === 0) return [];
  const { breaking, silent, cosmetic } = countImpacts(views);
  return [
    `Differences from 1.1 to 2.0: ${breaking} breaking, ${silent} silent, ${cosmetic} cosmetic.`,
  ];
}

function findingsSection(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, listedAtMost)
    .map(({ id, version, title, message }) => [
      cell(id),
      version ?? "both",
      shortCell(title),
      shortCell(message),
    ]);
  return [
    `## Findings (${findings.length})`,
    table(["Rule", "SCIM", "What it says", "What was observed"], rows),
    ...rest(findings.length),
  ];
}

function sinceSection(since: SinceLastRun): string[] {
  const lists = (["regressed", "fixed"] as const).flatMap((word) => {
    const changed = since[word];
    if (changed.length === 0) return [];
    const heading = word === "regressed" ? "Regressed" : "Fixed";
    const lines = changed.slice(0, listedAtMost).map(changedLine);
    return [`**${heading} (${changed.length})**`, lines.join("\n"), ...rest(changed.length)];
  });
  return ["## Since the last run", sentence(sinceInShort(since)), ...lists];
}

function changedLine({ id, version, title, before, now }: ChangedResult): string {
  const name = version === undefined ? id : `${id} [${version}]`;
  return `- ${sentence(`${name} ${title}`)}: ${before} → ${now}`;
}

/** What no list above says of the baseline. */
function goneFromBaseline({ baseline }: Results): string[] {
  const gone = baseline?.gone ?? [];
  if (gone.length === 0) return [];
  const ids = gone.slice(0, listedAtMost).map(({ id, version }) => `${id} [${version ?? "both"}]`);
  const more = gone.length > ids.length ? ` and ${gone.length - ids.length} more` : "";
  return [`No longer seen, but still in the baseline: ${sentence(ids.join(", "))}${more}.`];
}

function knownSection({ checks, differences, strict }: Results): string[] {
  const entries = [...checks, ...differences].flatMap((one) => {
    const known = coveredBy(one, strict);
    return known ? [{ ...one, known }] : [];
  });
  if (entries.length === 0) return [];
  const rows = entries
    .slice(0, listedAtMost)
    .map((one) => [
      cell(one.id),
      "version" in one ? one.version : "both",
      shortCell(one.title),
      shortCell(knownInShort(one.known)),
    ]);
  return [
    `## Known from the baseline (${entries.length})`,
    table(["Rule", "SCIM", "What it says", "What the baseline says"], rows),
    ...rest(entries.length),
  ];
}

function changesSection(views: readonly DifferenceView[]): string[] {
  if (views.length === 0) return [];
  const rows = views.map((view) => [
    cell(view.id),
    view.impact,
    shortCell(view.title),
    shortCell(oneLine(view)),
  ]);
  return [
    "## The most important changes in 2.0",
    table(["Difference", "Impact", "What changes", "What a client must change"], rows),
  ];
}

function rest(count: number): string[] {
  const more = count - listedAtMost;
  return more > 0 ? [`…and ${more} more: see the report.`] : [];
}

/** A text as part of a paragraph, cut where it is too long. */
const sentence = (text: string) => inline(brief(text));

/** A text as a cell, which may be as long as a server likes. */
const shortCell = (text: string) => proseCell(brief(text));

/** Cut first: to look at a text of megabytes takes seconds. */
function brief(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
