import type { Fact } from "./fact.ts";
import { facts } from "./index.ts";
import { sources } from "./sources.ts";
import { areaTitles, tagMeanings } from "./words.ts";

const introduction = () => `# What is known of Slack's SCIM API

Written by \`npm run generate:facts\` from \`facts/\`. Do not edit.

Each fact has a permanent id, a statement in our own words, and a tag that says how it is known:

${tags()}

Nothing here was measured by this project against a live organisation. The sources were read in November 2026; a date is that of the source, or says when it was read. A source is strong, medium or weak. If you know better, please open an issue with the form "A fact about Slack".
`;

/** All facts as Markdown, by area: docs/slack-facts.md. */
export function factsDocument(): string {
  const areas = Object.entries(areaTitles).map(([area, title]) => {
    const own = facts.filter(({ id }) => id.startsWith(`FACT-${area}-`));
    const byId = [...own].sort((one, other) => one.id.localeCompare(other.id, "en"));
    return `## ${title}\n\n${byId.map(section).join("\n")}`;
  });
  return `${introduction()}\n${areas.join("\n")}\n${sourceList()}`;
}

function section({ id, statement, tag, evidence, settings, changes, unused }: Fact): string {
  const statements =
    typeof statement === "string"
      ? [statement]
      : Object.entries(statement).map(([version, text]) => `**${version}:** ${text}`);
  const from = evidence
    .map(({ source, where }) => `[${source}](#sources)${where === undefined ? "" : `, ${where}`}`)
    .join("; ");
  const lines = [
    `${statements.join(" ")} \`${tag}\``,
    ...(from === "" ? [] : [`Sources: ${from}.`]),
    ...(settings === undefined ? [] : [`Settings of the mock: ${settings.map(code).join(", ")}.`]),
    ...(changes ?? []).map(({ date, what }) => `Changed ${date}: ${what}`),
    ...(unused === undefined ? [] : [`Used by no rule: ${unused}`]),
  ];
  return `### ${id}\n\n${lines.join("\n\n")}\n`;
}

function tags(): string {
  return Object.entries(tagMeanings)
    .map(([tag, meaning]) => `- ${code(tag)}: ${meaning}`)
    .join("\n");
}

function sourceList(): string {
  const rows = Object.entries(sources).map(([id, source]) => {
    const { what, date, strength } = source;
    const url = "url" in source ? `<${source.url}>` : "";
    return `| ${id} | ${what} | ${url} | ${date} | ${strength} |`;
  });
  return `## Sources\n\n| source | what | address | date | strength |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

const code = (text: string) => `\`${text}\``;
