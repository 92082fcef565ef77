/**
 * What the eye does not see but a program does: control and format characters (among them those
 * that turn the direction of writing), what takes no room, and spaces that are not the space.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * Text of a server for a person: every character that cannot be seen, or that makes others look
 * like something else, is written out as `⟨U+202E⟩`. Line ends stay.
 */
export function visible(text: string): string {
  // Nearly every text is of this kind, and a page has very many.
  if (/^[\n -~]*$/.test(text)) return text;
  return text.replace(unseen, (character) => {
    if (character === "\n") return character;
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}
