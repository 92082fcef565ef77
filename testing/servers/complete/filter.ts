import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, named, placeOf, type Schemas, valueAt } from "./attributes.ts";
import { isUnassigned, listOf, Refusal } from "./values.ts";

/** The predicate of a filter (SCIM 1.1 protocol §3.2.2.1, RFC 7644 §3.4.2.2). */
export type Test = (resource: JsonObject) => boolean;

const bad = (detail: string) => new Refusal(400, detail, "invalidFilter");

/** The meaning of an attribute path: the attribute's type, and its values in a resource. */
interface Subject {
  attribute: Attribute;
  values(resource: JsonObject): unknown[];
  /** The values of a multi-valued complex attribute, for a filter in brackets. */
  entries(resource: JsonObject): JsonObject[];
  /** The attribute whose values a filter in brackets selects. */
  whole: Attribute;
}

type Resolve = (path: string) => Subject;

/** A filter on resources. @throws Refusal when it is malformed */
export function compileFilter(text: string, schemas: Schemas): Test {
  return new Parser(text, (path) => {
    const place = placeOf(schemas, path);
    if (!place) throw bad(`${path} is not an attribute`);
    const { attribute, sub } = place;
    const all = (resource: JsonObject): unknown[] => {
      const value = valueAt(resource, place);
      return Array.isArray(value) ? value : isUnassigned(value) ? [] : [value];
    };
    // A multi-valued attribute alone means its `value` (RFC 7644 §3.4.2.2).
    const part =
      sub ?? (attribute.multiValued ? named(attribute.subAttributes ?? [], "value") : undefined);
    return {
      attribute: part ?? attribute,
      values: (resource) =>
        part
          ? all(resource).map((each) => (isObject(each) ? each[part.name] : each))
          : all(resource),
      entries: (resource) => listOf(all(resource)),
      whole: attribute,
    };
  }).all();
}

/** A filter on the values of one attribute: the text in brackets. */
export function compileValueFilter(text: string, attribute: Attribute): Test {
  return new Parser(text, subAttributes(attribute)).all();
}

const subAttributes =
  (attribute: Attribute): Resolve =>
  (path) => {
    const part = named(attribute.subAttributes ?? [], path);
    if (!part) throw bad(`${attribute.name} has no ${path}`);
    return {
      attribute: part,
      values: (entry) => [entry[part.name]],
      entries: () => [],
      whole: part,
    };
  };

const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y;

class Parser {
  readonly #tokens: string[] = [];
  readonly #resolve: Resolve;

  constructor(text: string, resolve: Resolve) {
    this.#resolve = resolve;
    token.lastIndex = 0;
    while (token.lastIndex < text.trimEnd().length) {
      const found = token.exec(text);
      if (!found) throw bad("the filter cannot be read");
      this.#tokens.push(found[1] ?? found[2] ?? found[3] ?? "");
    }
  }

  all(): Test {
    const test = this.#either(this.#resolve);
    if (this.#tokens.length > 0) throw bad(`${this.#tokens[0]} is too much`);
    return test;
  }

  #either(resolve: Resolve): Test {
    const tests = [this.#both(resolve)];
    while (this.#take("or")) tests.push(this.#both(resolve));
    return (resource) => tests.some((test) => test(resource));
  }

  #both(resolve: Resolve): Test {
    const tests = [this.#one(resolve)];
    while (this.#take("and")) tests.push(this.#one(resolve));
    return (resource) => tests.every((test) => test(resource));
  }

  #one(resolve: Resolve): Test {
    if (this.#take("not")) {
      if (this.#tokens[0] !== "(") throw bad("not needs a group");
      const test = this.#one(resolve);
      return (resource) => !test(resource);
    }
    if (this.#take("(")) {
      const test = this.#either(resolve);
      this.#expect(")");
      return test;
    }
    const subject = resolve(this.#next());
    if (this.#take("[")) {
      const test = this.#either(subAttributes(subject.whole));
      this.#expect("]");
      return (resource) => subject.entries(resource).some(test);
    }
    const operator = this.#next().toLowerCase();
    if (operator === "pr") return (resource) => subject.values(resource).some(isPresent);
    const compare = comparison(operator, subject.attribute, literal(this.#next()));
    return operator === "ne"
      ? (resource) => !subject.values(resource).some((value) => !compare(value))
      : (resource) => subject.values(resource).some(compare);
  }

  #take(word: string): boolean {
    if (this.#tokens[0]?.toLowerCase() !== word) return false;
    this.#tokens.shift();
    return true;
  }

  #next(): string {
    const next = this.#tokens.shift();
    if (next === undefined || /^[()[\]]$/.test(next)) throw bad("the filter is incomplete");
    return next;
  }

  #expect(bracket: string): void {
    if (!this.#take(bracket)) throw bad(`${bracket} is missing`);
  }
}

const isPresent = (value: unknown) => !isUnassigned(value) && value !== "";

function literal(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(`${text} is not a value`);
  }
}

/** A string as it is compared (RFC 7644 §5, §7.8; RFC 7613 §3: width, normal form, letter case). */
export function prepared(value: unknown, { caseExact }: Attribute): string {
  const text = String(value);
  return caseExact ? text.normalize("NFC") : text.normalize("NFKC").toLowerCase();
}

const ordering = ["gt", "ge", "lt", "le"];
const parts = ["co", "sw", "ew"];

function comparison(
  operator: string,
  attribute: Attribute,
  wanted: unknown,
): (value: unknown) => boolean {
  const { type } = attribute;
  if (type === "complex") throw bad(`${attribute.name} has sub-attributes`);
  if (!["eq", "ne", ...ordering, ...parts].includes(operator)) throw bad(`no operator ${operator}`);
  const isText = type !== "boolean";
  if (wanted !== null && typeof wanted !== (isText ? "string" : "boolean")) {
    throw bad(`${attribute.name} is of another type`);
  }
  const ordered = ordering.includes(operator);
  if ((ordered && (!isText || type === "binary")) || (parts.includes(operator) && !isText)) {
    throw bad(`${operator} does not go with ${attribute.name}`);
  }
  const form = (value: unknown): string | number | boolean =>
    type === "boolean"
      ? value === true
      : type === "dateTime" && !parts.includes(operator)
        ? Date.parse(String(value))
        : prepared(value, attribute);
  const right = form(wanted);
  const unassigned = (value: unknown) => value === undefined || value === null;
  if (operator === "eq") {
    return (value) =>
      wanted === null ? unassigned(value) : !unassigned(value) && form(value) === right;
  }
  if (operator === "ne") {
    return (value) =>
      wanted === null ? !unassigned(value) : unassigned(value) || form(value) !== right;
  }
  return (value) => !unassigned(value) && holds(operator, form(value), right);
}

function holds(operator: string, left: string | number | boolean, right: typeof left): boolean {
  switch (operator) {
    case "gt":
      return left > right;
    case "ge":
      return left >= right;
    case "lt":
      return left < right;
    case "le":
      return left <= right;
    case "co":
      return String(left).includes(String(right));
    case "sw":
      return String(left).startsWith(String(right));
    default:
      return String(left).endsWith(String(right));
  }
}
