import { isObject } from "../schemas/json-value.ts";

/** A list whose resources are parsed one by one. */
export interface ListText {
  totalResults: unknown;
  /** Each parses a resource. @throws SyntaxError when its text is not JSON */
  resources: (() => unknown)[];
}

const opening = '"Resources":[';

/**
 * Splits a list without parsing its resources, so that only those that the caller reads are in
 * memory as objects. The text is cut where the beginning of the first resource occurs again; unless
 * that gives as many pieces as the list says it has, the whole text is parsed at once.
 * @throws SyntaxError when the text is not JSON
 */
export function readList(text: string): ListText {
  const start = text.indexOf(opening) + opening.length;
  const end = text.lastIndexOf("]");
  const envelope = end > start ? envelopeOf(text.slice(0, start) + text.slice(end)) : undefined;
  if (envelope) {
    const pieces = cut(text, start, end);
    if (pieces.length === envelope.itemsPerPage) {
      const resources = pieces.map((piece) => (): unknown => JSON.parse(piece));
      return { totalResults: envelope.totalResults, resources };
    }
  }
  const list: unknown = JSON.parse(text);
  if (!isObject(list)) throw new SyntaxError("no JSON object");
  const resources: unknown[] = Array.isArray(list.Resources) ? list.Resources : [];
  return { totalResults: list.totalResults, resources: resources.map((json) => () => json) };
}

function envelopeOf(text: string) {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function cut(text: string, start: number, end: number): string[] {
  const mark = `,${text.slice(start, start + 12)}`;
  const pieces: string[] = [];
  let from = start;
  for (;;) {
    const next = text.indexOf(mark, from + 1);
    if (next < 0 || next >= end) break;
    pieces.push(text.slice(from, next));
    from = next + 1;
  }
  pieces.push(text.slice(from, end));
  return pieces;
}
