/**
 * Invisible characters: control and format characters (also those that change the writing
 * direction), zero-width characters, and spaces other than U+0020.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * Text from a server for a person: every character that is invisible, or that changes how others
 * look, is written as `⟨U+202E⟩`. Line ends stay.
 */
export function visible(text: string): string {
  return withoutInvisible(text, (code) => `⟨U+${hex(code).padStart(4, "0")}⟩`);
}

/** Text with its invisible characters written as `write` gives them. Line ends stay. */
export function withoutInvisible(text: string, write: (codePoint: number) => string): string {
  // A fast path for nearly every text of a page.
  if (/^[\n -~]*$/.test(text)) return text;
  return text.replace(unseen, (character) =>
    character === "\n" ? character : write(character.codePointAt(0) ?? 0),
  );
}

const hex = (code: number) => code.toString(16).toUpperCase();
