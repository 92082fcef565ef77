/**
 * How two lines side by side compare: `same`; `changed`; `own`, changed only in values that the run
 * generates; `only`, on one side only.
 */
export type LineState = "same" | "changed" | "own" | "only";

/**
 * A pair of exchanges as the page shows it; written into the page by evidence.ts, read by
 * browser/evidence.js.
 */
export interface ShownPair {
  /** The caption of each side, such as `1.1/12  POST /scim/v1/Users → 201`; absent: no exchange. */
  left?: string;
  right?: string;
  /** How many lines differ, own values aside. */
  differing: number;
  /** Whether the pair is open: others are folded to one line. */
  open: boolean;
  lines: ShownLine[];
}

/**
 * A line in a short form, because a page has very many: a text that is equal on both sides; or both
 * texts and where they begin to differ; or a heading.
 */
export type ShownLine =
  | string
  | [state: LineState, left: string | null, right: string | null, from: number]
  | [state: "heading", text: string];
