import fc, { type Arbitrary } from "fast-check";

const LOWER = "abcdefghijklmnopqrstuvwxyz";

/** One character of an alphabet; shrinks to its first character. */
export function characterOf(alphabet: string): Arbitrary<string> {
  return fc.constantFrom(...alphabet);
}

export const lowerLetter = characterOf(LOWER);
export const lowerAlphanumeric = characterOf(`${LOWER}0123456789`);
export const letter = characterOf(`${LOWER}${LOWER.toUpperCase()}`);

/** A word of ASCII letters; shrinks to `a`. */
function wordArbitrary(maxLength = 12): Arbitrary<string> {
  return fc.string({ unit: letter, minLength: 1, maxLength, size: "max" });
}

/** One to `maxWords` words with single spaces between them; shrinks to `a`. */
export function phraseArbitrary(maxWords = 3): Arbitrary<string> {
  return fc
    .array(wordArbitrary(), { minLength: 1, maxLength: maxWords })
    .map((words) => words.join(" "));
}

/** A class of non-ASCII characters that occur in names. */
export type UnicodeClass = "combining" | "right-to-left" | "cjk" | "zero-width" | "emoji";

const unicodeUnits: Record<UnicodeClass, readonly string[]> = {
  // Decomposed letters: a base and U+0301, U+0308, U+0327, U+030A.
  combining: ["e\u0301", "o\u0308", "c\u0327", "A\u030a"],
  "right-to-left": ["א", "ב", "ש", "ا", "ب", "م"],
  cjk: ["山", "田", "李", "김", "あ", "ン"],
  // Zero-width space, non-joiner, joiner, and the byte order mark, each after a letter.
  "zero-width": ["a\u200b", "a\u200c", "a\u200d", "a\ufeff"],
  // One code point, a modifier sequence, a joiner sequence, a flag.
  emoji: ["😀", "👍🏽", "👩‍💻", "🇪🇺"],
};

export const unicodeClasses = Object.keys(unicodeUnits) as readonly UnicodeClass[];

/** One to four graphemes of a class. */
export function unicodeArbitrary(unicodeClass: UnicodeClass): Arbitrary<string> {
  const unit = fc.constantFrom(...unicodeUnits[unicodeClass]);
  return fc.string({ unit, minLength: 1, maxLength: 4 });
}
