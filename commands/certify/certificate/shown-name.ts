import { visible } from "../../../reports/visible-text.ts";

/**
 * Joiners, which Persian and the scripts of India need within words, and marks that some names need
 * beside punctuation, as `visible` writes them; a Markdown text has a backslash before the plus.
 */
const ofWriting = /⟨U\\?\+(200C|200D|200E|200F|061C)⟩/g;

/**
 * A text that was made visible, with the characters again that writing needs. For names alone, which
 * are isolated from the text around them, so that a mark changes nothing else.
 */
export function withJoiners(text: string): string {
  return text.replace(ofWriting, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** A name that the vendor gave, in any script: all other invisible characters are made visible. */
export function shownName(name: string): string {
  return withJoiners(visible(name));
}
