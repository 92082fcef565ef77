/** The width of a terminal, in columns; undefined where text goes to a file or a pipe. */
export function terminalColumns({
  isTTY,
  columns,
}: {
  isTTY?: boolean;
  columns?: number;
}): number | undefined {
  // Some terminals report zero columns.
  return isTTY && columns !== undefined && columns >= fewest ? columns : undefined;
}

const fewest = 20;
