import { diffArrays } from "diff";

/** Matching positions in two lists; one is absent where the other has no match. */
export type Match = readonly [number | undefined, number | undefined];

/** Lists with less in common are not aligned: it would take too long. */
const maxEditLength = 2000;

/**
 * Matches the members of two lists by their keys, keeping the order of both (longest common
 * subsequence).
 *
 * @param rest what happens to members between two matches: `alone`, or `by position`, the first of
 *   the left with the first of the right
 */
export function align(
  left: readonly string[],
  right: readonly string[],
  rest: "alone" | "by position",
): Match[] {
  const changes = diffArrays([...left], [...right], { maxEditLength }) ?? [
    { removed: true, added: false, value: left },
    { removed: false, added: true, value: right },
  ];
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  let [unmatchedFrom, unmatchedOther] = [0, 0];
  const closeGap = () => {
    matches.push(...gap(range(unmatchedFrom, i), range(unmatchedOther, j), rest));
  };
  for (const { removed, added, value } of changes) {
    if (removed) i += value.length;
    else if (added) j += value.length;
    else {
      closeGap();
      for (const _ of value) {
        matches.push([i, j]);
        i += 1;
        j += 1;
      }
      [unmatchedFrom, unmatchedOther] = [i, j];
    }
  }
  closeGap();
  return matches;
}

function gap(lefts: number[], rights: number[], rest: "alone" | "by position"): Match[] {
  if (rest === "alone") {
    return [
      ...lefts.map((i): Match => [i, undefined]),
      ...rights.map((j): Match => [undefined, j]),
    ];
  }
  return range(0, Math.max(lefts.length, rights.length)).map((k): Match => [lefts[k], rights[k]]);
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
