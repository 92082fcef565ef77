/**
 * A printed A4 page as the certificate uses it: its type area is 180 × 265 mm (style.ts), in points.
 */
const page = { width: 510, height: 751 };
/** The sizes of the text, in points, the largest first. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5] as const;
type Size = (typeof sizes)[number];
/** Nothing is printed smaller. */
export const smallestSize = 7.5 satisfies Size;
/** The height of a line in sizes, as style.ts sets it. */
const lineHeight = 1.36;
/** The mean width of a letter in sizes, of a typeface that runs wide. */
const letterWidth = 0.52;
/** Scripts whose letters are as wide as high. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/gu;

/** A paragraph, a row or a heading, as the estimate sees it. */
export interface Piece {
  text: string;
  /** Its width as a share of the page; default: 1. */
  share?: number;
  /** Its size as a multiple of that of the text; default: 1. */
  scale?: number;
  /** Room above and below it, in lines of the text; default: 0.2. */
  room?: number;
  /** Room that does not depend on the size, in points. */
  points?: number;
}

/** What stands on both pages; what belongs together stays together where it can. */
export interface Content {
  /** From the first line to the numbers. */
  front: readonly Piece[];
  /** Findings and deviations: they begin on the first page and may end on the second. */
  findings: readonly Piece[];
  /** From what was not tested to the signature. */
  back: readonly Piece[];
}

/** From this size on, a second part that begins on its own page is better than larger text. */
const comfortable = 9;

/** How the two pages are set. */
export interface Fit {
  /** Of the text, in points. */
  size: number;
  /** Whether the last part begins on the second page; otherwise it follows where the first ends. */
  isDivided: boolean;
}

/**
 * The largest size at which the content fits on two pages.
 * @param smallest size that is considered
 * @returns undefined where it does not fit at that size
 */
export function fitOf({ front, findings, back }: Content, smallest: Size): Fit | undefined {
  const allowed = sizes.filter((size) => size >= smallest);
  const heights = allowed.map((size) => ({
    size,
    first: heightOf(front, size) + heightOf(findings, size),
    second: heightOf(back, size),
  }));
  const divided = heights.find(
    ({ first, second }) => first <= page.height && second <= page.height,
  );
  if (divided && divided.size >= comfortable) return { size: divided.size, isDivided: true };
  const flowing = heights.find(({ size, first, second }) => {
    // Where a paragraph does not fit, the end of the first page stays empty.
    const loss = 2.5 * size * lineHeight;
    return first + second + loss <= 2 * page.height;
  });
  if (flowing) return { size: flowing.size, isDivided: false };
  return divided && { size: divided.size, isDivided: true };
}

/** In points. */
function heightOf(pieces: readonly Piece[], size: number): number {
  const heights = pieces.map(({ text, share = 1, scale = 1, room = 0.2, points = 0 }) => {
    const units = text.length + (text.match(wide)?.length ?? 0);
    const width = units * letterWidth * size * scale;
    const lines = Math.max(1, Math.ceil(width / (page.width * share))) * scale + room;
    return lines * size * lineHeight + points;
  });
  return heights.reduce((sum, one) => sum + one, 0);
}
