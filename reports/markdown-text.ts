import { visible } from "./visible-text.ts";

/** Longer texts are cut: too long for a table cell. */
const longest = 300;

/** Words and plain punctuation: none of it has a meaning in Markdown. */
const plain = /^[\p{L}\p{N} ,.;:'"()/…–?!-]*$/u;
/** What a renderer would turn into a link. */
const address = /:\/\/|www\.|mailto:|xmpp:/i;

/**
 * Any text, also from a server, as a cell of a Markdown table. Anything but plain words is put into
 * a code span, which has no markup, links or mentions. For tables only: pipes are escaped.
 */
export function cell(text: string): string {
  const short = [...text].length > longest ? `${[...text].slice(0, longest).join("")}…` : text;
  const seen = visible(short.trim()).replaceAll("\n", "⏎");
  return plain.test(seen) && !address.test(seen) ? seen : codeSpan(seen);
}

function codeSpan(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const within = text
    // A backslash before a pipe would undo the escape of the pipe.
    .replace(/\\+(?=\|)/g, (run) => "⟨U+005C⟩".repeat(run.length))
    .replaceAll("|", "\\|");
  const padding = /^`|`$/.test(within) ? " " : "";
  return fence + padding + within + padding + fence;
}

/** A table; every cell is Markdown already, as `cell` gives it. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
