/**
 * How two lines that stand side by side compare: `same`; `changed`; `own`, changed in nothing but
 * values that the run makes anew; `only`, there on one side alone.
 */
export type LineState = "same" | "changed" | "own" | "only";

/** A pair of exchanges as the page shows it; written into the page by evidence.ts, read by browser/evidence.js. */
export interface ShownPair {
  /** What stands above each side, such as `1.1/12  POST /scim/v1/Users → 201`; absent: no exchange. */
  left?: string;
  right?: string;
  /** How many lines differ, own values aside. */
  differing: number;
  /** Whether the pair is shown at once: others are folded to one line. */
  open: boolean;
  lines: ShownLine[];
}

/**
 * A line, as short as it can be written, because a page has very many of them: a text that is equal
 * on both sides; or what differs, with the place where the difference begins; or a heading.
 */
export type ShownLine =
  | string
  | [state: LineState, left: string | null, right: string | null, from: number]
  | [state: "heading", text: string];
