/**
 * The lines of indented JSON that are kept, with the objects around them and what is in them; `…`
 * stands for what is left out.
 *
 * @param most how many lines are kept, those around them aside
 */
export function pruned(lines: readonly string[], kept: readonly boolean[], most: number): string[] {
  const wanted = new Set<number>([0, lines.length - 1]);
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (!kept[index] || count >= most) continue;
    let around = depth(line);
    for (let at = index; at >= 0 && around > 0; at -= 1) {
      const here = depth(lines[at] ?? "");
      if (at !== index && here >= around) continue;
      around = here;
      wanted.add(at);
    }
    for (let at = index + 1; at < lines.length && depth(lines[at] ?? "") > depth(line); at += 1) {
      if (count < most) wanted.add(at);
      count += 1;
    }
    count += 1;
  }
  // A bracket that was opened is closed.
  for (const index of [...wanted]) {
    if (!/[{[]$/.test(lines[index] ?? "")) continue;
    const end = lines.findIndex(
      (line, at) => at > index && depth(line) === depth(lines[index] ?? ""),
    );
    if (end >= 0) wanted.add(end);
  }
  const shown: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (wanted.has(index)) shown.push(line);
    else if (!shown.at(-1)?.endsWith("…")) shown.push(`${" ".repeat(depth(line))}…`);
  }
  return shown;
}

const depth = (line: string) => /^ */.exec(line)?.[0].length ?? 0;
