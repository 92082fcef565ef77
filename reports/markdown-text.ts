import { visible } from "./visible-text.ts";

/** Longer texts are cut: a table is no place for them. */
const longest = 300;

/** Words and plain punctuation: nothing in it means anything to Markdown, or to who renders it. */
const plain = /^[\p{L}\p{N} ,.;:'"()/…–?!-]*$/u;
/** What a renderer would make a link of. */
const address = /:\/\/|www\.|mailto:|xmpp:/i;

/**
 * Any text, also of a server, as a cell of a Markdown table. What is more than plain words stands in
 * a code span, in which there is no markup, no link, and no mention of a person. To be used within
 * tables only: a pipe is written as tables need it.
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
    // A backslash before a pipe would take away the escape of the pipe.
    .replace(/\\+(?=\|)/g, (run) => "⟨U+005C⟩".repeat(run.length))
    .replaceAll("|", "\\|");
  const padding = /^`|`$/.test(within) ? " " : "";
  return fence + padding + within + padding + fence;
}
