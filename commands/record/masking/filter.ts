import { hidden } from "../../../client/transport/redaction/hide.ts";
import { isSecretMember } from "../../../client/transport/redaction/strangers.ts";
import type { StandIns } from "../stand-ins/stand-ins.ts";
import { attributeOf, maskAttributePath } from "./names.ts";
import { maskPart } from "./part.ts";
import { maskString } from "./text-values.ts";

const operator = /^(?:eq|ne|co|sw|ew|gt|ge|lt|le)$/i;
const word = /^(?:and|or|not|pr)$/i;
/** A text in quotes, a bracket, spaces or a word; a quote that is not closed takes the rest. */
const tokens = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[()[\]]|\s+|[^\s()[\]"']+/gs;

/**
 * A filter with stand-ins for what it searches for, in its own notation: with or without quotes, in any
 * letter case, valid or not. What is neither a name before an operator nor part of the language of
 * filters is a value.
 *
 * @param outer the attribute around, in a path such as `emails[value eq "…"]`
 */
export function maskFilter(filter: string, standIns: StandIns, outer = "value"): string {
  const all = filter.match(tokens) ?? [];
  const significant = all.flatMap((token, index) => (token.trim() === "" ? [] : [index]));
  const nextOf = new Map(significant.map((at, index) => [at, all[significant[index + 1] ?? -1]]));
  let around = outer;
  let attribute = outer;
  let compared = "";
  /** The words of a value without quotes, which may be several. */
  let open = "";
  let masked = "";
  let isValue = false;
  const close = () => {
    const text = open.trimEnd();
    if (text !== "") masked += maskLiteral(text, { attribute, compared, standIns });
    masked += open.slice(text.length);
    open = "";
  };
  for (const [index, token] of all.entries()) {
    const next = nextOf.get(index);
    if (token.trim() === "") {
      if (open === "") masked += token;
      else open += token;
    } else if (/^[()[\]]$/.test(token)) {
      close();
      masked += token;
      isValue = false;
    } else if (/^["']/.test(token)) {
      close();
      masked += inQuotes(token, { attribute, compared, standIns });
      isValue = false;
    } else if (!isValue && (word.test(token) || operator.test(token))) {
      masked += token;
      isValue = operator.test(token);
      compared = token.toLowerCase();
    } else if (isValue && open !== "" && /^(?:and|or)$/i.test(token)) {
      close();
      masked += token;
      isValue = false;
    } else if (!isValue && next === "[") {
      around = attributeOf(token);
      masked += maskAttributePath(token, standIns);
    } else if (!isValue && next !== undefined && (operator.test(next) || /^pr$/i.test(next))) {
      attribute = attributeIn(token, around);
      masked += maskAttributePath(token, standIns);
    } else {
      open += token;
      isValue = true;
    }
  }
  close();
  return masked;
}

/** The path of an operation: names, with a filter in brackets. */
export function maskPath(path: string, standIns: StandIns): string {
  const [, before = "", filter, after = ""] = /^([^[]*)\[(.*)\](.*)$/s.exec(path) ?? [];
  if (filter === undefined) return maskAttributePath(path, standIns);
  const inner = maskFilter(filter, standIns, attributeOf(before));
  return `${maskAttributePath(before, standIns)}[${inner}]${maskAttributePath(after, standIns)}`;
}

/** `emails` of `emails.value`, and of `value` within the brackets of `emails`. */
function attributeIn(name: string, outer: string): string {
  return /^value$/i.test(name) ? outer : attributeOf(name);
}

/** What a literal is compared with, and by which operator, in lower case. */
interface Comparison {
  readonly attribute: string;
  readonly compared: string;
  readonly standIns: StandIns;
}

function inQuotes(token: string, comparison: Comparison): string {
  const quote = token.charAt(0);
  const isClosed = token.length > 1 && token.endsWith(quote);
  const inner = token.slice(1, isClosed ? -1 : undefined);
  const text = unescaped(inner);
  const made = maskLiteral(text, comparison);
  const written = made === text ? inner : made.replaceAll(/["'\\]/g, escapedIn(quote));
  return `${quote}${written}${isClosed ? quote : ""}`;
}

const escapedIn = (quote: string) => (character: string) =>
  character === quote || character === "\\" ? `\\${character}` : character;

/** The text of a literal with the escapes of JSON (RFC 7644 §3.4.2.2). */
function unescaped(inner: string): string {
  return inner
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\(.)/gs, "$1");
}

function maskLiteral(text: string, { attribute, compared, standIns }: Comparison): string {
  if (/^null$/i.test(text)) return text;
  if (isSecretMember(attribute)) return hidden;
  const isPart = /^(?:co|sw|ew)$/.test(compared);
  return isPart
    ? maskPart(text, attribute, compared, standIns)
    : maskString(text, attribute, standIns);
}
