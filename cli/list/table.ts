import pc from "picocolors";
import type { ListEntry } from "./entries.ts";

/**
 * Entries as lines of columns: id, level, area, versions, title. For a terminal with a heading, and
 * each line cut to its width; without one every line is complete, for `grep`.
 * @param columns of the terminal; undefined where there is none
 */
export function listTable(entries: readonly ListEntry[], columns: number | undefined): string {
  const cells = entries.map(({ id, level, area, versions, title }) => [
    id,
    level,
    area,
    versions.join(","),
    title,
  ]);
  const rows = columns === undefined ? cells : [heading, ...cells];
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) => {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
    return cut(line.trimEnd(), columns);
  });
  const [first = "", ...rest] = lines;
  const head = columns === undefined ? first : pc.bold(first);
  return [head, ...rest].join("\n");
}

const heading = ["ID", "LEVEL", "AREA", "SCIM", "TITLE"];

function cut(line: string, columns: number | undefined): string {
  return columns === undefined || line.length <= columns ? line : `${line.slice(0, columns - 1)}…`;
}
