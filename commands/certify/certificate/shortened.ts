/** A text of at most so many characters, cut after a word; an ellipsis says that there is more. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join("");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${(atWord === "" ? cut : atWord).replace(/[\s,;:]+$/, "")}…`;
}
