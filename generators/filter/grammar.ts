import type { Version } from "../../schemas/version.ts";
import { type FilterOperator, filterOperators } from "./filter.ts";
import type { FilterRule } from "./mutations.ts";

const TOKEN = /"(?:[^"\\]|\\.)*"|[()[\]]|[^\s()[\]"]+|"/g;
const LITERAL = /^(?:".*"|true|false|null|-?\d+(?:\.\d+)?)$/s;

class Broken extends Error {
  readonly rule: FilterRule;
  constructor(rule: FilterRule) {
    super(rule);
    this.rule = rule;
  }
}

/** Parses a filter strictly, to find the first rule of the grammar that it violates. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #attributes: readonly string[];
  readonly #operators: readonly string[];
  #next = 0;

  constructor(text: string, version: Version, attributes: readonly string[]) {
    this.#tokens = text.match(TOKEN) ?? [];
    this.#operators = filterOperators[version];
    this.#attributes = attributes.map((name) => name.toLowerCase());
  }

  #peek(): string {
    return this.#tokens[this.#next] ?? "";
  }

  #take(): string {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #knows(operator: FilterOperator): boolean {
    return this.#operators.includes(operator);
  }

  whole(): void {
    this.#disjunction();
    if (this.#peek() === ")" || this.#peek() === "]")
      this.#fail("groups are balanced and not empty");
    if (this.#peek() !== "") this.#fail("an expression is attribute, operator and value");
  }

  #fail(rule: FilterRule): never {
    throw new Broken(rule);
  }

  #disjunction(): void {
    do this.#conjunction();
    while (this.#peek().toLowerCase() === "or" && this.#take());
  }

  #conjunction(): void {
    do this.#term();
    while (this.#peek().toLowerCase() === "and" && this.#take());
  }

  #group(close: string): void {
    this.#take();
    if (this.#peek() === close) this.#fail("groups are balanced and not empty");
    this.#disjunction();
    if (this.#take() !== close) this.#fail("groups are balanced and not empty");
  }

  #term(): void {
    if (this.#peek() === "(") {
      this.#group(")");
      return;
    }
    const word = this.#take();
    if (word.toLowerCase() === "not" && this.#peek() === "(") {
      if (!this.#knows("not")) this.#fail("the operator is known");
      this.#group(")");
    } else if (this.#peek() === "[") {
      if (!this.#knows("valuePath")) this.#fail("groups are balanced and not empty");
      this.#group("]");
    } else {
      this.#comparison(word.toLowerCase());
    }
  }

  #comparison(attribute: string): void {
    const SHAPE = "an expression is attribute, operator and value";
    const operator = this.#take().toLowerCase();
    const logic = ["and", "or"];
    if (attribute === "" || this.#operators.includes(attribute)) this.#fail(SHAPE);
    if (operator === "" || operator.startsWith('"') || logic.includes(operator)) this.#fail(SHAPE);
    if (!this.#operators.includes(operator)) this.#fail("the operator is known");
    if (!this.#attributes.includes(attribute)) this.#fail("the attribute is known");
    if (operator === "pr") return;
    const value = this.#take();
    if (value === "") this.#fail(SHAPE);
    if (!LITERAL.test(value)) this.#fail("the value is a literal");
  }
}

/**
 * The first rule of a version's grammar that a filter breaks, or undefined. It is strict where Slack
 * is lenient: string literals need double quotes (SCIM 1.1 §3.2.2.1, RFC 7644 §3.4.2.2).
 *
 * @param attributes the attributes that are known, with their sub-attributes
 */
export function brokenFilterRule(
  text: string,
  version: Version,
  attributes: readonly string[],
): FilterRule | undefined {
  const outsideStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (/\s\s|^\s|\s$/.test(outsideStrings)) return "one space between tokens";
  try {
    new Reader(text, version, attributes).whole();
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return error.rule;
    throw error;
  }
}
