import { ScimError } from "../errors.ts";

/** A token of a filter. A literal is without its quotes and escapes. */
export interface Token {
  readonly kind: "word" | "literal" | "(" | ")";
  readonly text: string;
}

function quotedEnd(filter: string, start: number, quote: string): number {
  let index = start + 1;
  while (index < filter.length) {
    if (filter[index] === "\\") index += 2;
    else if (filter[index] === quote) return index;
    else index += 1;
  }
  throw new ScimError("incomplete_filter");
}

/** FACT-FILTER-21, FACT-FILTER-22: JSON strings, and single quotes as in Slack's own example. */
function unquoted(text: string, quote: string): string {
  const inner = text.slice(1, -1);
  const json =
    quote === '"' ? text : `"${inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "string") return value;
  } catch {
    // A string that is not valid JSON is not a literal.
  }
  throw new ScimError("incomplete_filter");
}

/**
 * Splits a filter into tokens. FACT-FILTER-20: tokens are separated by single spaces; literals may be double-quoted,
 * single-quoted or bare (FACT-FILTER-23).
 *
 * @throws ScimError `incomplete_filter` for open quotes, broken escapes and double spaces
 */
export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < filter.length) {
    const character = filter.charAt(index);
    if (character === " ") {
      if (filter[index + 1] === " ") throw new ScimError("incomplete_filter");
      index += 1;
    } else if (character === "(" || character === ")") {
      tokens.push({ kind: character, text: character });
      index += 1;
    } else if (character === '"' || character === "'") {
      const end = quotedEnd(filter, index, character);
      tokens.push({ kind: "literal", text: unquoted(filter.slice(index, end + 1), character) });
      index = end + 1;
    } else {
      const word = /^[^ ()"']+/.exec(filter.slice(index, index + 10_000))?.[0] ?? character;
      tokens.push({ kind: "word", text: word });
      index += word.length;
    }
  }
  return tokens;
}
