/** A text with one layer of escapes decoded, and where each part of it came from. */
export interface Unescaped {
  text: string;
  /** The range of the escaped text that the range `start` to `end` of `text` came from. */
  origin(start: number, end: number): [start: number, end: number];
}

/** How many layers are decoded: a text in JSON in a JSON string in a URL, and one more. */
export const layers = 4;

/**
 * An escape of JSON (RFC 8259 §7), of URLs (RFC 3986 §2.1; characters beyond ASCII in UTF-8), or of
 * HTML and XML. Each part is of bounded length: the time must not grow with the square of a text
 * that consists of backslashes, percent signs or ampersands.
 */
const escapes =
  /\\u([0-9a-f]{4})|\\(["\\/])|%([0-7][0-9a-f])|(%[c-f][0-9a-f](?:%[89ab][0-9a-f]){1,3})|&#([0-9]{1,10});?|&#x([0-9a-f]{1,8});?|&([a-z]{2,16});/gi;

/** The entities of HTML for characters of ASCII, which a password may hold (HTML §13.5). */
const entities: Readonly<Record<string, string>> = {
  ...{ quot: '"', QUOT: '"', amp: "&", AMP: "&", lt: "<", LT: "<", gt: ">", GT: ">" },
  ...{ apos: "'", Tab: "\t", NewLine: "\n", excl: "!", num: "#", dollar: "$", percnt: "%" },
  ...{ lpar: "(", rpar: ")", ast: "*", midast: "*", plus: "+", comma: ",", period: "." },
  ...{ sol: "/", colon: ":", semi: ";", equals: "=", quest: "?", commat: "@", lsqb: "[" },
  ...{ lbrack: "[", bsol: "\\", rsqb: "]", rbrack: "]", Hat: "^", lowbar: "_", UnderBar: "_" },
  ...{ grave: "`", DiacriticalGrave: "`", lcub: "{", lbrace: "{", rcub: "}", rbrace: "}" },
  ...{ verbar: "|", vert: "|", VerticalLine: "|", nbsp: "\u00a0" },
};

/** @returns undefined where the text holds no escape */
export function unescaped(text: string): Unescaped | undefined {
  if (!/[\\%&]/.test(text)) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (const { at, size, meant } of escapesIn(text)) {
    parts.push(text.slice(from, at), meant);
    from = at + size;
  }
  if (parts.length === 0) return undefined;
  parts.push(text.slice(from));
  let runs: Run[] | undefined;
  return {
    text: parts.join(""),
    origin: (start, end) => {
      // Rarely is anything found, and a page has very many escapes.
      runs ??= runsOf(text);
      return [origin(runs, start)[0], origin(runs, end - 1)[1]];
    },
  };
}

interface Escape {
  at: number;
  /** How many units it takes. */
  size: number;
  meant: string;
}

function* escapesIn(text: string): Generator<Escape> {
  for (const found of text.matchAll(escapes)) {
    const meant = meaning(found);
    if (meant !== undefined) yield { at: found.index, size: found[0].length, meant };
  }
}

function runsOf(text: string): Run[] {
  // A run of unescaped characters begins at each of these places.
  const runs: Run[] = [{ at: 0, from: 0 }];
  let from = 0;
  let length = 0;
  for (const { at, size, meant } of escapesIn(text)) {
    length += at - from + meant.length;
    from = at + size;
    runs.push({ at: length, from, escape: { units: meant.length, size } });
  }
  return runs;
}

/** Where unescaped characters continue, after the escape before them. */
interface Run {
  at: number;
  from: number;
  escape?: { units: number; size: number };
}

function meaning(found: RegExpExecArray): string | undefined {
  const [, unicode, short, ascii, utf8, decimal, hex, name] = found;
  if (short !== undefined) return short;
  if (utf8 !== undefined) return decoded(utf8);
  if (name !== undefined) return entities[name];
  const code = decimal === undefined ? (unicode ?? ascii ?? hex ?? "") : decimal;
  const point = Number.parseInt(code, decimal === undefined ? 16 : 10);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

function decoded(utf8: string): string | undefined {
  try {
    return decodeURIComponent(utf8);
  } catch {
    return undefined;
  }
}

/** The range of the source that one unit of the text came from. */
function origin(runs: readonly Run[], unit: number): [number, number] {
  let low = 0;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.at ?? 0) <= unit) low = middle;
    else high = middle;
  }
  const next = runs[high];
  if (next?.escape && unit >= next.at - next.escape.units) {
    return [next.from - next.escape.size, next.from];
  }
  const { at, from } = runs[low] ?? { at: 0, from: 0 };
  return [from + unit - at, from + unit - at + 1];
}
