import { tagMeanings } from "../facts/words.ts";
import { escapeHtml } from "./escape-html.ts";

/** What each verdict means, for a reader who has not read the documents. */
const verdictWords = {
  pass: "The rule holds.",
  fail: "A rule that must hold is broken. This is a finding: the run exits with code 1.",
  warn: "A recommendation (SHOULD, MUST*) is not followed. A finding only with --strict.",
  "not known":
    "No source says what Slack does here, so the rule rests on an assumption. Neither a warning nor a finding.",
  deviation:
    "Slack breaks the standard here, and is known to: the fact is named. No finding; clients must expect it.",
  skip: "The check gave no verdict: the reason stands beside it, such as a feature that is not offered.",
  "blocked-by": "The check did not run, since a check that it needs had failed.",
  error: "The check could not be carried out: the target or the network failed.",
} as const;

/** What the levels of statements mean. */
const levelWords = {
  "MUST, SHALL, REQUIRED": "The standard demands it: where it is broken, the check fails.",
  "SHOULD, RECOMMENDED": "The standard recommends it: where it is not followed, the check warns.",
  "MAY, OPTIONAL": "The standard allows it: tested only where the server offers it.",
  "MUST*, SHOULD*, MAY*":
    "The star marks a statement that the standard makes without the keyword. MUST* only warns.",
} as const;

const tagWords = Object.fromEntries(
  Object.entries(tagMeanings).map(([tag, meaning]) => [tag, `A fact about Slack: ${meaning}`]),
);

/** The meaning of a level or a tag, as it stands in a table. */
function meaningOfLevel(level: string): string | undefined {
  const tag = tagWords[level];
  if (tag !== undefined) return tag;
  const keyword = level.replace(" NOT", "");
  const group = Object.entries(levelWords).find(([words]) => words.split(", ").includes(keyword));
  return group?.[1];
}

/** A level with its meaning as a tooltip; `legend` says the same for keyboards and touch. @returns HTML */
export function explainedLevel(level: string): string {
  const meaning = meaningOfLevel(level);
  return meaning === undefined
    ? escapeHtml(level)
    : `<abbr title="${escapeHtml(meaning)}">${escapeHtml(level)}</abbr>`;
}

type LegendPart = "verdicts" | "levels" | "tags";

const parts: Readonly<Record<LegendPart, Readonly<Record<string, string>>>> = {
  verdicts: verdictWords,
  levels: levelWords,
  tags: tagWords,
};

/** What the words of a page mean, to unfold where they stand. @returns HTML */
export function legend(...shown: readonly LegendPart[]): string {
  const entries = shown.flatMap((part) => Object.entries(parts[part]));
  const list = entries
    .map(([word, meaning]) => `<dt>${escapeHtml(word)}</dt><dd>${escapeHtml(meaning)}</dd>`)
    .join("\n");
  return `<details class="legend"><summary>What these words mean</summary><dl>\n${list}\n</dl></details>`;
}
