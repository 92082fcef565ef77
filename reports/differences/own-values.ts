/**
 * Distinguishes values that each run generates (ids and names of what it created, times) from those
 * that a version chose.
 */
export interface OwnValues {
  /** Replaces each of them with a placeholder: texts that differ only in them become equal. */
  neutral(text: string): string;
}

/** A time as SCIM writes it, with its zone. */
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/g;
/** The characters of ids and of the names of a run. */
const word = /[\w-]+/g;

/** A shorter prefix could match anything. */
const shortestLabel = 6;

/**
 * @param names the names of the resources that the run created: nearly all begin with
 *   the same prefix, as the first does
 * @param ids the ids that the servers gave them
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

/** The common prefix of the names; empty where it is too short to be useful. */
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
