import { layers, type Unescaped, unescaped } from "./escapes.ts";

/** What replaces a secret, and personal data. */
export const hidden = "[redacted]";
export const personal = "[personal]";

/** A part of a text that must not be written. */
interface Hit {
  start: number;
  end: number;
  by: typeof hidden | typeof personal;
}

/** Finds such parts in a text; called for the text and for each decoded layer of escapes. */
export type Finder = (text: string, hits: Hit[]) => void;

/** A text in which what a finder finds, in any layer of escapes, is replaced. */
export function hide(text: string, find: Finder): string {
  const hits: Hit[] = [];
  find(text, hits);
  const passed: Unescaped[] = [];
  let layer = unescaped(text);
  while (layer) {
    passed.unshift(layer);
    const found: Hit[] = [];
    find(layer.text, found);
    hits.push(...found.map((hit) => traced(hit, passed)));
    layer = passed.length < layers ? unescaped(layer.text) : undefined;
  }
  return hits.length === 0 ? text : replaced(text, hits);
}

/** The place of a hit in the original text, before all layers were decoded. */
function traced(hit: Hit, passed: readonly Unescaped[]): Hit {
  let { start, end } = hit;
  for (const layer of passed) [start, end] = layer.origin(start, end);
  return { start, end, by: hit.by };
}

function replaced(text: string, hits: readonly Hit[]): string {
  const sorted = [...hits].sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let written = 0;
  for (let index = 0; index < sorted.length; ) {
    const whole = { ...(sorted[index] as Hit) };
    // Overlapping parts are merged; one that holds a secret counts as a secret.
    for (index += 1; index < sorted.length; index += 1) {
      const next = sorted[index] as Hit;
      if (next.start >= whole.end) break;
      whole.end = Math.max(whole.end, next.end);
      if (next.by === hidden) whole.by = hidden;
    }
    if (isReplacement(text, whole)) continue;
    parts.push(text.slice(written, whole.start), whole.by);
    written = whole.end;
  }
  return parts.join("") + text.slice(written);
}

/** Whether a part lies in an earlier replacement: a password may be `act`. */
function isReplacement(text: string, { start, end }: Hit): boolean {
  return [hidden, personal].some((word) => {
    const begin = text.lastIndexOf(word, start);
    return begin >= 0 && begin > start - word.length && end <= begin + word.length;
  });
}
