import type { Fact } from "../../facts/fact.ts";
import { areaTitles, tagMeanings } from "../../facts/words.ts";
import { listSettings } from "../../mock/list-settings.ts";
import type { Uses } from "../../reports/facts/uses.ts";
import { sourceLines, statementOf } from "./fact-lines.ts";
import type { Line, Sheet } from "./sheet.ts";

/** A fact about Slack. @param uses what rests on it */
export function factSheet(fact: Fact, uses: Uses | undefined): Sheet {
  const { id, changes = [], unused } = fact;
  return {
    id,
    title: areaOf(fact),
    brief: ["Fact about Slack."],
    sections: [
      { title: "The statement", lines: [statementOf(fact)] },
      {
        title: "How it is known",
        lines: [`${fact.tag}: ${tagMeanings[fact.tag]}`, ...sourceLines(fact)],
      },
      {
        title: "What changed",
        lines: changes.map(({ date, what }) => `${date}: ${what}`),
      },
      { title: "Settings of the mock", lines: settingLines(fact) },
      {
        title: "What rests on it",
        lines: unused === undefined ? useLines(uses) : [`No rule: ${unused}`],
      },
    ],
  };
}

function areaOf({ id }: Fact): string {
  const [, area] = id.split("-");
  return Object.entries(areaTitles).find(([name]) => name === area)?.[1] ?? "";
}

function settingLines({ settings = [] }: Fact): Line[] {
  return listSettings()
    .filter(({ name }) => settings.includes(name))
    .map(({ name, allowed, default: value, decides }) => {
      return `${name} (${allowed}; default ${JSON.stringify(value)}): ${decides}`;
    });
}

function useLines({ rules, differences }: Uses = { rules: [], differences: [] }): Line[] {
  const lines = [...rules, ...differences].map(({ id, title }) => `${id}  ${title}`);
  return [...new Set(lines)].map((asIs) => ({ asIs }));
}
