/** A token of JSON (RFC 8259): a mark, a string or another literal. Linear, whatever the text. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a string must not contain them
  /(?:([{}[\]:,])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

const space = /[ \t\n\r]*/y;

/** What may come next: a value, a name of a member, … or the end of an array or object. */
type Next = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end";

/**
 * Where a text stops being JSON, as an index; its length where it ends too early. JSON.parse does
 * not say so in every version of Node.js.
 */
export function breakOf(text: string): number {
  const open: string[] = [];
  let next: Next = "value";
  let index = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    space.lastIndex = index;
    space.test(text);
    const start = space.lastIndex;
    token.lastIndex = start;
    const found = token.exec(text);
    const isDone = next === "comma or end" && open.length === 0;
    if (!found || isDone) return start;
    const follows = after(next, found[1] ?? (found[2] === undefined ? "literal" : "string"), open);
    if (follows === undefined) return start;
    next = follows;
    index = token.lastIndex;
  }
}

/** What follows a token, or undefined where it is not allowed. Keeps the open brackets. */
function after(next: Next, kind: string, open: string[]): Next | undefined {
  const isClosing = kind === "}" || kind === "]";
  if (isClosing) {
    const may = next === "comma or end" || next === (kind === "}" ? "name or }" : "value or ]");
    return may && open.pop() === (kind === "}" ? "{" : "[") ? "comma or end" : undefined;
  }
  if (next === "colon") return kind === ":" ? "value" : undefined;
  if (next === "comma or end") {
    if (kind !== ",") return undefined;
    return open.at(-1) === "{" ? "name" : "value";
  }
  if (next === "name" || next === "name or }") return kind === "string" ? "colon" : undefined;
  if (kind === "{" || kind === "[") {
    open.push(kind);
    return kind === "{" ? "name or }" : "value or ]";
  }
  return kind === "string" || kind === "literal" ? "comma or end" : undefined;
}
