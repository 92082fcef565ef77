/** A longer line is not kept: no client sends such a request, and memory is finite. In characters. */
const longestLine = 32 * 1024 * 1024;

export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** The line is too long, and the text is its beginning. */
  readonly isCut: boolean;
}

/** How much of a line that is too long is kept, in characters. */
const keptOfCut = 2000;

/** The lines of a text that comes in pieces, several at a time; line ends are LF or CR LF. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  longest = longestLine,
): AsyncGenerator<readonly TextLine[]> {
  let parts: string[] = [];
  let length = 0;
  let isCut = false;
  let number = 1;
  const ended = (last: string): TextLine => {
    const whole = parts.length === 0 ? last : parts.join("") + last;
    const tooLong = isCut || whole.length > longest;
    const kept = tooLong ? whole.slice(0, keptOfCut) : whole;
    const line = { number, text: kept.endsWith("\r") ? kept.slice(0, -1) : kept, isCut: tooLong };
    number += 1;
    parts = [];
    length = 0;
    isCut = false;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: TextLine[] = [];
    let from = 0;
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      lines.push(ended(isCut ? "" : chunk.slice(from, at)));
      from = at + 1;
    }
    if (lines.length > 0) yield lines;
    if (from === chunk.length || isCut) continue;
    parts.push(chunk.slice(from));
    length += chunk.length - from;
    if (length > longest) {
      parts = [parts.join("").slice(0, keptOfCut)];
      isCut = true;
    }
  }
  if (parts.length > 0) yield [ended("")];
}
