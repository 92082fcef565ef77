import type { CompareFilter, Filter } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";

/** How a filter is written. The default of every member is the form of both grammars. */
export interface FilterStyle {
  /**
   * Quotes around string literals. `double` is the grammar; Slack also accepts `single` (DOC) and
   * `none` (OBS), the latter only where the literal has no space, quote or bracket: other literals
   * get double quotes.
   */
  quotes?: "double" | "single" | "none";
  /** Letter case of attribute names, which are case-insensitive (DOC; RFC 7643 §2.1). */
  attributeCase?: "as-is" | "lower" | "upper";
  /** Letter case of operators, which are case-insensitive (DOC; RFC 7644 §3.4.2.2). */
  operatorCase?: "lower" | "upper" | "capital";
  /** How the characters of a double-quoted literal are written: as JSON needs it, or all as `\uXXXX`. */
  escapes?: "minimal" | "unicode";
  /** Redundant pairs of parentheses around every comparison and group. */
  redundantParentheses?: number;
  /** `double` uses two spaces instead of one; Slack's v1.1 grammar requires single ones (DOC). */
  whiteSpace?: "single" | "double" | "around";
}

/** Names that a version gives to neutral attributes: Slack's v1.1 filters say `email` (DOC), v2.0 `emails` (OBS). */
const attributeNames: Record<Version, Readonly<Record<string, string>>> = {
  "1.1": { email: "email" },
  "2.0": { email: "emails" },
};

const BARE_LITERAL = /^[^\s"'()[\]\\]+$/;

function escapeAll(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function printLiteral(value: CompareFilter["value"], style: FilterStyle): string {
  if (typeof value !== "string") return String(value);
  const { quotes = "double", escapes = "minimal" } = style;
  if (quotes === "none" && BARE_LITERAL.test(value)) return value;
  if (quotes === "single" && !/['\\]/.test(value)) return `'${value}'`;
  return escapes === "unicode" ? `"${escapeAll(value)}"` : JSON.stringify(value);
}

function printOperator(operator: string, style: FilterStyle): string {
  switch (style.operatorCase) {
    case "upper":
      return operator.toUpperCase();
    case "capital":
      return operator.charAt(0).toUpperCase() + operator.slice(1);
    default:
      return operator;
  }
}

function printAttribute(attribute: string, version: Version, style: FilterStyle): string {
  const name = attributeNames[version][attribute] ?? attribute;
  switch (style.attributeCase) {
    case "lower":
      return name.toLowerCase();
    case "upper":
      return name.toUpperCase();
    default:
      return name;
  }
}

/**
 * A filter in the grammar of a version: v1.1 binds attribute operators, then groups, `and`, `or`
 * (SCIM 1.1 §3.2.2.1); v2.0 adds `ne`, `ew`, `not (…)` and `attribute[…]` (RFC 7644 §3.4.2.2).
 * An operator that a version does not have is printed too, to test its response.
 */
export function print(filter: Filter, version: Version, style: FilterStyle = {}): string {
  const space = style.whiteSpace === "double" ? "  " : " ";
  const wrap = (text: string): string => {
    const pairs = style.redundantParentheses ?? 0;
    return "(".repeat(pairs) + text + ")".repeat(pairs);
  };
  const printed = (node: Filter): string => {
    switch (node.op) {
      case "and":
      case "or": {
        const side = (child: Filter): string =>
          node.op === "and" && child.op === "or" ? `(${printed(child)})` : printed(child);
        const operator = printOperator(node.op, style);
        return wrap([side(node.left), operator, side(node.right)].join(space));
      }
      case "not":
        return wrap(`${printOperator("not", style)}${space}(${printed(node.filter)})`);
      case "valuePath":
        return wrap(`${printAttribute(node.attribute, version, style)}[${printed(node.filter)}]`);
      case "pr":
        return wrap(
          printAttribute(node.attribute, version, style) + space + printOperator("pr", style),
        );
      default:
        return wrap(
          [
            printAttribute(node.attribute, version, style),
            printOperator(node.op, style),
            printLiteral(node.value, style),
          ].join(space),
        );
    }
  };
  const text = printed(filter);
  return style.whiteSpace === "around" ? ` ${text} ` : text;
}
