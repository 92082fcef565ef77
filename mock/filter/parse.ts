import { type Filter as Parsed, parse } from "scim2-parse-filter";
import { ScimError } from "../errors.ts";
import { type Token, tokensOf } from "./tokens.ts";

type Operator = "eq" | "ne" | "co" | "sw" | "pr" | "gt" | "ge" | "lt" | "le";

/** One comparison: the attribute in lower case, the literal without quotes (empty for `pr`). */
export interface Comparison {
  readonly op: Operator;
  readonly attribute: string;
  readonly value: string;
}

/** A filter as Slack reads it: comparisons joined by `and` and `or`; no `not`, no value paths (FACT-FILTER-13). */
export type Filter =
  | Comparison
  | { readonly op: "and" | "or"; readonly filters: readonly Filter[] };

/** Whether a filter is a single comparison. */
export function isComparison(filter: Filter): filter is Comparison {
  return "attribute" in filter;
}

/** Deviations from Slack's rules; faults use them. */
export interface ParseOptions {
  readonly notEqual?: boolean;
  readonly orBindsTighter?: boolean;
}

const operators = new Set(["eq", "co", "sw", "pr", "gt", "ge", "lt", "le"]);
const connectors = new Set(["and", "or"]);
const deepest = 50;

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
  readonly comparisons: Comparison[];
}

function isConnector(token: Token): boolean {
  return token.kind === "word" && connectors.has(token.text.toLowerCase());
}

/** Reads `attribute operator [literal]`. */
function readComparison(reader: Reader, options: ParseOptions): void {
  const attribute = reader.tokens[reader.position];
  const operator = reader.tokens[reader.position + 1];
  if (attribute?.kind !== "word" || isConnector(attribute))
    throw new ScimError("incomplete_filter");
  if (operators.has(attribute.text.toLowerCase())) throw new ScimError("incomplete_filter");
  const negated = attribute.text.toLowerCase() === "not" || attribute.text.includes("[");
  if (negated) throw new ScimError("invalid_query");
  if (!operator) throw new ScimError("incomplete_filter");
  if (operator.kind !== "word") throw new ScimError("incomplete_filter");
  const op = operator.text.toLowerCase();
  const known = operators.has(op) || (op === "ne" && options.notEqual);
  if (!known) throw new ScimError("invalid_query");
  reader.position += 2;
  let value = "";
  if (op !== "pr") {
    const literal = reader.tokens[reader.position];
    const missing =
      !literal || literal.kind === "(" || literal.kind === ")" || isConnector(literal);
    if (missing) throw new ScimError("incomplete_filter");
    value = literal.text;
    reader.position += 1;
  }
  reader.comparisons.push({ op: op as Operator, attribute: attribute.text.toLowerCase(), value });
}

/**
 * The filter's skeleton, `a0 pr and (a1 pr or a2 pr)`: comparisons are numbered, so that the package sees the structure
 * and neither Slack's lenient quoting nor its own treatment of escapes.
 */
function skeletonOf(reader: Reader, options: ParseOptions): string {
  const parts: string[] = [];
  let depth = 0;
  let expectsComparison = true;
  while (reader.position < reader.tokens.length) {
    const token = reader.tokens[reader.position];
    if (!token) break;
    if (token.kind === "(" && expectsComparison) {
      depth += 1;
      if (depth > deepest) throw new ScimError("invalid_filter_group");
      parts.push("(");
      reader.position += 1;
    } else if (token.kind === ")") {
      depth -= 1;
      if (depth < 0 || parts.at(-1) === "(") throw new ScimError("invalid_filter_group");
      if (expectsComparison) throw new ScimError("incomplete_filter");
      parts.push(")");
      reader.position += 1;
    } else if (expectsComparison) {
      parts.push(`a${reader.comparisons.length} pr`);
      readComparison(reader, options);
      expectsComparison = false;
    } else if (isConnector(token)) {
      parts.push(swapped(token.text.toLowerCase(), options));
      reader.position += 1;
      expectsComparison = true;
    } else throw new ScimError("incomplete_filter");
  }
  if (depth !== 0) throw new ScimError("invalid_filter_group");
  if (expectsComparison) throw new ScimError("incomplete_filter");
  return parts.join(" ");
}

/** `and` for `or` and back: parsing swapped words and swapping the result makes `or` bind tighter. */
function swapped(connector: string, options: ParseOptions): string {
  if (!options.orBindsTighter) return connector;
  return connector === "and" ? "or" : "and";
}

function filled(parsed: Parsed, comparisons: readonly Comparison[], options: ParseOptions): Filter {
  if (parsed.op === "and" || parsed.op === "or") {
    const filters = parsed.filters.map((each) => filled(each, comparisons, options));
    return { op: swapped(parsed.op, options) === "and" ? "and" : "or", filters };
  }
  const comparison = parsed.op === "pr" ? comparisons[Number(parsed.attrPath.slice(1))] : undefined;
  if (!comparison) throw new ScimError("query_building_failed");
  return comparison;
}

/**
 * Parses a filter by Slack's rules (FACT-FILTER-10 to FACT-FILTER-14), in v2.0 too (FACT-FILTER-31).
 *
 * @throws ScimError `no_filters` without an expression, `incomplete_filter`, `invalid_filter_group`, `invalid_query`
 */
export function parseFilter(text: string, options: ParseOptions = {}): Filter {
  // A documentation bug made clients send the parameter's name inside its value (FACT-FILTER-34).
  const tokens = tokensOf(text.replace(/^filter=/, ""));
  const first = tokens[0];
  if (!first || (tokens.length === 1 && first.kind === "word")) {
    throw new ScimError("no_filters", "is_aggregate_call=1");
  }
  const reader: Reader = { tokens, position: 0, comparisons: [] };
  const skeleton = skeletonOf(reader, options);
  return filled(parse(skeleton), reader.comparisons, options);
}
