import { visible } from "./visible-text.ts";

/** Longer texts are cut: too long for a table cell. */
const longest = 300;

/** Words and plain punctuation: none of it has a meaning in Markdown. */
const plain = /^[\p{L}\p{N} ,.;:'"()/…–?!-]*$/u;
/** What a renderer would turn into a link. */
const address = /:\/\/|www\.|mailto:|xmpp:|\w@\w/i;
/** What GitHub would turn into a mention of a person or an issue: an escape does not prevent it. */
const mention = /(?:^|[^\w])(?:@\w|#\d|GH-\d)/;

/**
 * Any text, also from a server, as a cell of a Markdown table. Anything but plain words is put into
 * a code span, which has no markup, links or mentions. For tables only: pipes are escaped.
 */
export function cell(text: string): string {
  const short = [...text].length > longest ? `${[...text].slice(0, longest).join("")}…` : text;
  const seen = visible(short.trim()).replaceAll("\n", "⏎");
  return plain.test(seen) && !address.test(seen) ? seen : codeSpan(withoutPipes(seen));
}

/** A text as a cell, in words: like `cell`, but only what has to be code becomes code. */
export function proseCell(text: string): string {
  const isPlain = !/[\\`]/.test(text) && [...text].length <= longest;
  return isPlain && !address.test(text) && !mention.test(text) ? inline(text) : cell(text);
}

/**
 * Any text, also from a server, as part of a paragraph or a heading: whatever has a meaning in
 * Markdown is escaped, and a text that would become a link or a mention is a code span.
 */
export function inline(text: string): string {
  const seen = visible(text.trim()).replace(/\s*\n\s*/g, " ⏎ ");
  if (address.test(seen) || mention.test(seen)) return codeSpan(seen);
  // Between letters, an underscore has no meaning.
  return seen.replace(/[\\`*{}[\]<>|~&$^=+#]|(?<!\w)_|_(?!\w)/g, "\\$&");
}

/** A text as a block of code: no line of it can end the block. @param language a word of our own */
export function codeBlock(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${visible(text)}\n${fence}`;
}

/** The name by which a heading of this text is linked to, as GitHub makes it. */
export function headingAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replaceAll(" ", "-");
}

function codeSpan(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = /^`|`$/.test(text) ? " " : "";
  return fence + padding + text + padding + fence;
}

/** How many backticks there are in a row at most. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function withoutPipes(text: string): string {
  return (
    text
      // A backslash before a pipe would undo the escape of the pipe.
      .replace(/\\+(?=\|)/g, (run) => "⟨U+005C⟩".repeat(run.length))
      .replaceAll("|", "\\|")
  );
}

/** A table; every cell is Markdown already, as `cell` gives it. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
