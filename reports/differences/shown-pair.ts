/**
 * How two lines side by side compare: `same`; `changed`; `own`, changed only in values that the run
 * generates; `only`, on one side only.
 */
export type LineState = "same" | "changed" | "own" | "only";

/** One exchange of a pair. */
export interface ShownSide {
  /** What the step is for: `clears title: accepted with 200`. */
  says: string;
  /** Its id, request and status: `1.1/12  POST /scim/v1/Users → 201`. */
  sent: string;
}

/**
 * A pair of exchanges as the page shows it; written into the page by evidence.ts, read by
 * browser/evidence.js.
 */
export interface ShownPair {
  /** Absent: the version had no such exchange. */
  left?: ShownSide;
  right?: ShownSide;
  /** Whether it decides the difference; otherwise it prepares, or cleans up. */
  decides: boolean;
  /** How many lines differ, own values aside. */
  differing: number;
  /** Whether the pair is open: others are folded to one line. */
  open: boolean;
  lines: ShownLine[];
}

/**
 * A line in a short form, because a page has very many: a text that is equal on both sides; the same
 * where it must not be folded; or both texts and where they begin to differ, with whether it may be
 * folded where that is not the rule; or a heading.
 */
export type ShownLine =
  | string
  | [text: string]
  | [
      state: LineState,
      left: string | null,
      right: string | null,
      from: number,
      folding?: "kept" | "folded",
    ]
  | [state: "heading", text: string];
