/** A part of a filter. Rules change `written`, which is `raw` at first. */
export interface FilterToken {
  readonly kind: "attribute" | "operator" | "literal" | "connector" | "(" | ")";
  readonly raw: string;
  /** A literal without its quotes. */
  readonly text: string;
  written: string;
}

const operators = new Set(["eq", "co", "sw", "pr", "gt", "ge", "lt", "le", "ne", "ew"]);
const deepest = 50;
/** A longer filter is not read: no client sends one, and reading it takes time. */
const longest = 10_000;

interface Piece {
  raw: string;
  text: string;
  quoted: boolean;
}

/** The content of a quoted literal; undefined where it is not a valid string. */
function unquoted(raw: string): string | undefined {
  const inner = raw.slice(1, -1);
  const json = raw.startsWith('"')
    ? raw
    : `"${inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function pieces(filter: string): Piece[] | undefined {
  const found: Piece[] = [];
  const next = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([()])|([^\s()"']+))/sy;
  const text = filter.trimEnd();
  while (next.lastIndex < text.length) {
    const match = next.exec(text);
    if (!match) return undefined;
    const [, quoted, parenthesis, word = ""] = match;
    const content = quoted === undefined ? (parenthesis ?? word) : unquoted(quoted);
    if (content === undefined) return undefined;
    found.push({ raw: quoted ?? content, text: content, quoted: quoted !== undefined });
  }
  return found;
}

const isConnector = ({ text, quoted }: Piece) => !quoted && /^(?:and|or)$/i.test(text);

/**
 * The parts of a filter, as lenient as Slack reads it in 1.1: any letter case of operators, and literals in double or
 * single quotes or bare (FACT-FILTER-21 to FACT-FILTER-23).
 *
 * @returns undefined where the text is not a filter
 */
export function filterTokens(filter: string): FilterToken[] | undefined {
  const parts = filter.length > longest ? undefined : pieces(filter);
  if (!parts) return undefined;
  const tokens: FilterToken[] = [];
  const add = (kind: FilterToken["kind"], { raw, text }: Piece) =>
    tokens.push({ kind, raw, text, written: raw });
  let depth = 0;
  let expectsComparison = true;
  while (parts.length > 0) {
    const first = parts.shift();
    if (!first) break;
    if (first.raw === "(" && expectsComparison && depth < deepest) {
      depth += 1;
      add("(", first);
    } else if (first.raw === ")" && !expectsComparison && depth > 0) {
      depth -= 1;
      add(")", first);
    } else if (expectsComparison) {
      if (!addComparison(first, parts, add)) return undefined;
      expectsComparison = false;
    } else if (isConnector(first)) {
      add("connector", first);
      expectsComparison = true;
    } else return undefined;
  }
  return depth === 0 && !expectsComparison ? tokens : undefined;
}

const isParenthesis = ({ raw }: Piece) => raw === "(" || raw === ")";

function addComparison(
  attribute: Piece,
  rest: Piece[],
  add: (kind: FilterToken["kind"], piece: Piece) => void,
): boolean {
  const operator = rest.shift();
  if (attribute.quoted || isConnector(attribute) || isParenthesis(attribute)) return false;
  if (!operator || operator.quoted || !operators.has(operator.text.toLowerCase())) return false;
  add("attribute", attribute);
  add("operator", operator);
  if (operator.text.toLowerCase() === "pr") return true;
  const literal = rest.shift();
  if (!literal || isParenthesis(literal) || isConnector(literal)) return false;
  add("literal", literal);
  return true;
}

/** The filter as its tokens are written now: one space between them, none inside parentheses. */
export function printed(tokens: readonly FilterToken[]): string {
  let text = "";
  let before: FilterToken["kind"] = "(";
  for (const { kind, written } of tokens) {
    text += before === "(" || kind === ")" ? written : ` ${written}`;
    before = kind;
  }
  return text;
}
