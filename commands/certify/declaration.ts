import { inline } from "../../reports/markdown-text.ts";
import type { Certification } from "../../schemas/index.ts";
import { dateInWords } from "./certificate/dates.ts";
import { type List, listsOf, suppressedList } from "./certificate/lists.ts";
import { notTestedRows } from "./certificate/not-tested.ts";
import { particulars } from "./certificate/particulars.ts";
import { withJoiners } from "./certificate/shown-name.ts";
import {
  heading,
  levelInWords,
  levelTitle,
  notice,
  specimenNotice,
  statement,
} from "./certificate/words.ts";

/** A text document has room for all. */
const everything = { deviations: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY };

/** The declaration to sign, as Markdown: the certificate without its tables, and with every entry. */
export function declaration(certification: Certification): string {
  const { product, specimen, texts, evidence } = certification;
  const lists = [
    ...listsOf(certification, everything),
    suppressedList(certification, everything.others),
  ];
  const notTested = notTestedRows(certification, Number.POSITIVE_INFINITY).map(
    ({ why, reasons, mandatory, others }) =>
      `${why}: ${inline(reasons)} (${mandatory} mandatory, ${others} other)`,
  );
  return `${[
    notice,
    ...(specimen ? [`**${inline(specimenNotice)}**`] : []),
    `# ${heading}`,
    `**${proseOf(product.product)}**, version ${proseOf(product.version)}`,
    `**${levelTitle(certification)}.** ${inline(levelInWords(certification))}`,
    bullets(particulars(certification).map(({ term, text }) => `${term}: ${proseOf(text)}`)),
    "## Judged against",
    bullets(
      texts.map(
        ({ name, date, url }) => `${inline(name)}, ${inline(dateInWords(date))}, ${inline(url)}`,
      ),
    ),
    ...lists.flatMap(listInMarkdown),
    "## What was not tested, and why",
    notTested.length === 0 ? "Nothing: every rule of the class was tested." : bullets(notTested),
    "## Evidence",
    bullets(evidence.files.map(({ name, sha256 }) => `${inline(name)}, sha256 ${inline(sha256)}`)),
    `## Declaration${specimen ? " (specimen: must not be signed)" : ""}`,
    ...statement(certification).map((parts) => proseOf(parts.map(({ text }) => text).join(""))),
    ["Name:", "Role:", "Date:", "Signature:"]
      .map((line) => `${line} ______________________`)
      .join("\n\n"),
  ].join("\n\n")}\n`;
}

function listInMarkdown({ title, lead, shown, foot }: List): string[] {
  return [
    `## ${title}`,
    inline(lead),
    ...(shown.length === 0
      ? []
      : [shown.map((text, at) => `${at + 1}. ${inline(text)}`).join("\n")]),
    ...(foot === undefined ? [] : [inline(foot)]),
  ];
}

/** A text with names in any script. @returns Markdown */
function proseOf(text: string): string {
  return withJoiners(inline(text));
}

/** @param texts Markdown */
function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${text}`).join("\n");
}
