/** Names are short; more of a word is noise, and must not cost time. */
const longest = 64;

/**
 * The names that a mistyped word may mean, the nearest first: the fewest letters to insert, leave
 * out, change or swap, regardless of case. A part of a name is as near as one wrong letter.
 */
export function nearest(word: string, names: readonly string[], count = 3): string[] {
  const typed = word.slice(0, longest).toLowerCase();
  return names
    .map((name) => ({ name, steps: steps(typed, name.slice(0, longest).toLowerCase()) }))
    .sort((one, other) => one.steps - other.steps || (one.name < other.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

function steps(typed: string, name: string): number {
  return typed.length > 2 && typed !== name && name.includes(typed) ? 1 : distance(typed, name);
}

/** The optimal string alignment distance of two words. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + differs,
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
