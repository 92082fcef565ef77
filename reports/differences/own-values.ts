/**
 * Tells values that each run makes anew (the ids and names of what it created, times) from those
 * that a version chose.
 */
export interface OwnValues {
  /** A text with a placeholder for each of them: two texts that differ only in them become equal. */
  neutral(text: string): string;
}

/** A time as SCIM writes it, with its zone. */
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/g;
/** What ids and the names of a run are made of. */
const word = /[\w-]+/g;

/** A label of a few letters could begin anything. */
const shortestLabel = 6;

/**
 * @param names what the run named the resources that it created: all but a few odd ones begin with
 *   the same label, as the first does
 * @param ids what the servers named them
 */
export function ownValues(names: readonly string[], ids: readonly string[]): OwnValues {
  const label = labelOf(names);
  const known = new Set(ids);
  const isOwn = (text: string) => known.has(text) || (label !== "" && text.startsWith(label));
  return {
    neutral: (text) =>
      text.replace(time, "⟨time⟩").replace(word, (found) => (isOwn(found) ? "⟨own⟩" : found)),
  };
}

/** What the names begin with; the empty text where that would tell nothing. */
function labelOf(names: readonly string[]): string {
  const [first = ""] = names;
  const alike = names.filter((name) => name.startsWith(first.slice(0, shortestLabel)));
  if (first.length < shortestLabel || alike.length < 2) return "";
  let length = first.length;
  for (const name of alike) {
    while (!name.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}
