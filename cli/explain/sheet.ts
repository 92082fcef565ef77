import pc from "picocolors";
import { visible } from "../../reports/visible-text.ts";

/** A line of an explanation: prose, which is wrapped, or a command or an address, which is not. */
export type Line = string | { asIs: string };

interface Section {
  title: string;
  lines: readonly Line[];
}

/** What `explain` says about one id. */
export interface Sheet {
  id: string;
  title: string;
  /** In short: area, version, level, source. */
  brief: readonly Line[];
  sections: readonly Section[];
}

/** Without a terminal, prose has this width. */
const usualColumns = 100;
/** Longer lines are hard to read, however wide the terminal is. */
const mostColumns = 110;

/** An explanation as text. @param columns of the terminal; undefined where there is none */
export function sheetText({ id, title, brief, sections }: Sheet, columns?: number): string {
  const width = Math.min(columns ?? usualColumns, mostColumns);
  const head = [
    ...wrapped(`${id}: ${title}`, width, "").map(pc.bold),
    ...linesOf(brief, width, ""),
  ];
  const parts = sections
    .filter(({ lines }) => lines.length > 0)
    .map((part) => [pc.bold(part.title), ...linesOf(part.lines, width, "  ")].join("\n"));
  return [head.join("\n"), ...parts].join("\n\n");
}

function linesOf(lines: readonly Line[], width: number, indent: string): string[] {
  return lines.flatMap((line) =>
    typeof line === "string"
      ? wrapped(line, width, indent)
      : visible(line.asIs)
          .split("\n")
          .map((text) => (text === "" ? "" : `${indent}  ${text}`)),
  );
}

/** Prose in lines of a width; a word that is longer stays whole, so that it can be copied. */
function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  // A text of a run may quote a server: no line break or control character of it is obeyed.
  for (const word of visible(text.replace(/\s+/g, " ")).split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}
