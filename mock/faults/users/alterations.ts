/** Changes a text slightly. */
export type Alteration = (text: string) => string;

/** The kinds of alteration that a free text would show. */
export const kinds = [
  "spaces",
  "accents",
  "decomposed",
  "compatible",
  "case",
  "escaped",
  "apostrophes",
] as const;

/** All kinds: those of free texts, and those of numbers, names and addresses. */
export type Kind = (typeof kinds)[number] | "zeros" | "gaps" | "dots" | "tag" | "marks";

interface Kinds {
  /** The end of a fault's name. */
  readonly word: string;
  /** What follows "is stored". */
  readonly summary: string;
  readonly alter: Alteration;
}

/** Ways in which a server returns a text nearly as it was sent. */
export const alterations: Readonly<Record<Kind, Kinds>> = {
  spaces: {
    word: "single-spaced",
    summary: "with single spaces between words",
    alter: (text) => text.replace(/ {2,}/g, " "),
  },
  accents: {
    word: "without-accents",
    summary: "without accents",
    alter: (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  },
  decomposed: {
    word: "decomposed",
    summary: "with letters and their accents apart (NFD)",
    alter: (text) => text.normalize("NFD"),
  },
  compatible: {
    word: "compatible",
    summary: "with plain letters for their variants (NFKC)",
    alter: (text) => text.normalize("NFKC"),
  },
  case: { word: "lower-case", summary: "in lower case", alter: (text) => text.toLowerCase() },
  escaped: {
    word: "escaped",
    summary: "with `&` as an entity",
    alter: (text) => text.replace(/&(?!amp;)/g, "&amp;"),
  },
  apostrophes: {
    word: "without-apostrophes",
    summary: "without apostrophes",
    alter: (text) => text.replaceAll("'", ""),
  },
  zeros: {
    word: "without-zeros",
    summary: "without leading zeros",
    alter: (text) => text.replace(/^0+/, ""),
  },
  gaps: {
    word: "without-gaps",
    summary: "without spaces and punctuation",
    alter: (text) => text.replace(/[ ().-]/g, ""),
  },
  dots: {
    word: "without-dots",
    summary: "without dots in its first part",
    alter: (text) => text.replace(/^[^@]*/, (local) => local.replaceAll(".", "")),
  },
  tag: {
    word: "without-tag",
    summary: "without what follows `+`",
    alter: (text) => text.replace(/\+[^@]*/, ""),
  },
  marks: {
    word: "with-hyphens",
    summary: "with `-` for `_`",
    alter: (text) => text.replaceAll("_", "-"),
  },
};

/** Cuts a text: to one character less than the longest that a check sends, so that shorter ones pass. */
export function cutAt(longest: number): Kinds {
  return {
    word: "shortened",
    summary: `with at most ${longest} characters`,
    alter: (text) => Array.from(text).slice(0, longest).join(""),
  };
}
