import { isAttributePath, mayStand } from "./allowed.ts";
import type { StandIns } from "./placeholders.ts";

const operators = /^(?:eq|ne|co|sw|ew|gt|ge|lt|le|pr|and|or|not)$/i;
/** Numbers, and words that are values of JSON. */
const literal = /^(?:-?\d{1,4}|true|false|null)$/i;
/** A text in quotes, a bracket, or a word; a quote that is not closed takes the rest. */
const tokens = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[()[\]]|[^\s()[\]"']+|\s+/g;

/**
 * A filter without the values that it searches for, in the notation in which it was written: with
 * or without quotes. What cannot be recognised counts as a value.
 *
 * @param outer the attribute that `value` belongs to, in a path such as `emails[value eq "…"]`
 */
export function maskFilter(filter: string, placeholders: StandIns, outer = "value"): string {
  let attribute = outer;
  let awaits: "attribute" | "operator" | "value" = "attribute";
  const parts: string[] = [];
  /** The words of a value without quotes, which may be several. */
  let open: string[] = [];
  const closeValue = () => {
    if (open.length === 0) return;
    const text = open.join("");
    const trimmed = text.trimEnd();
    parts.push(masked(trimmed, attribute, placeholders) + text.slice(trimmed.length));
    open = [];
  };
  const all = [...filter.matchAll(tokens)].map(([token]) => token);
  /** A name is followed by an operator; anything else may be a value. */
  const isName = (token: string, index: number) =>
    isAttributePath(token.replace(/^\./, "")) &&
    operators.test(all.slice(index + 1, index + 3).find((one) => one.trim() !== "") ?? "");
  for (const [index, token] of all.entries()) {
    const isSpace = token.trim() === "";
    if (isSpace) (open.length > 0 ? open : parts).push(token);
    else if (/^[()[\]]$/.test(token)) {
      closeValue();
      parts.push(token);
      awaits = token === "]" || token === ")" ? awaits : "attribute";
    } else if (/^["']/.test(token)) {
      closeValue();
      parts.push(inQuotes(token, attribute, placeholders));
      awaits = "attribute";
    } else if (awaits !== "operator" && /^(?:and|or|not)$/i.test(token)) {
      closeValue();
      parts.push(token);
      awaits = "attribute";
    } else if (awaits === "operator") {
      parts.push(operators.test(token) ? token : masked(token, attribute, placeholders));
      awaits = /^pr$/i.test(token) ? "attribute" : "value";
    } else if (awaits === "value" || open.length > 0) {
      open.push(token);
      awaits = "value";
    } else {
      const isPath = isName(token, index);
      parts.push(isPath ? token : masked(token, attribute, placeholders));
      attribute = isPath ? attributeOf(token, outer) : attribute;
      awaits = isPath ? "operator" : "attribute";
    }
  }
  closeValue();
  return parts.join("");
}

/** A path of a PatchOp: names, with a filter in brackets. */
export function maskPath(path: string, placeholders: StandIns): string {
  if (isAttributePath(path)) return path;
  const [, before = "", filter, after = ""] = /^([^[]*)\[(.*)\](.*)$/s.exec(path) ?? [];
  if (filter === undefined) return masked(path, "path", placeholders);
  const known = (part: string) =>
    part === "" || isAttributePath(part.replace(/^\./, ""))
      ? part
      : masked(part, "path", placeholders);
  const inner = maskFilter(filter, placeholders, lastName(before));
  return `${known(before)}[${inner}]${known(after)}`;
}

function attributeOf(name: string, outer: string): string {
  const last = lastName(name);
  if (last !== "value") return last;
  // `emails.value`, or `value` within the brackets of `emails`.
  return name === "value" ? outer : lastName(name.slice(0, name.lastIndexOf(".")));
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("."), path.lastIndexOf(":")) + 1);
}

function inQuotes(token: string, attribute: string, placeholders: StandIns): string {
  const quote = token.charAt(0);
  const isClosed = token.length > 1 && token.endsWith(quote);
  const text = token.slice(1, isClosed ? -1 : undefined).replace(/\\(.)/g, "$1");
  return `${quote}${masked(text, attribute, placeholders)}${isClosed ? quote : ""}`;
}

function masked(text: string, attribute: string, placeholders: StandIns): string {
  const stays = literal.test(text) || mayStand(text, attribute);
  return stays ? text : placeholders.of(text, attribute);
}
