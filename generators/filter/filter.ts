import fc, { type Arbitrary } from "fast-check";
import type { CompareFilter, Filter } from "../../schemas/index.ts";
import type { Version } from "../../schemas/version.ts";
import { type Filterable, isMultiValued, valuesOf } from "./attributes.ts";

export type FilterOperator = Filter["op"];

/** The operators of each version's grammar (SCIM 1.1 §3.2.2.1 and DOC; RFC 7644 §3.4.2.2). */
export const filterOperators: Record<Version, readonly FilterOperator[]> = {
  "1.1": ["eq", "co", "sw", "pr", "gt", "ge", "lt", "le", "and", "or"],
  "2.0": [
    "eq",
    "ne",
    "co",
    "sw",
    "ew",
    "pr",
    "gt",
    "ge",
    "lt",
    "le",
    "and",
    "or",
    "not",
    "valuePath",
  ],
};

export interface FilterConstraints<Resource extends Filterable = Filterable> {
  /** The resources that the filter will be applied to; its values come from them. */
  population: readonly Resource[];
  /** The operators to draw from. Default: those of v1.1. */
  operators?: readonly FilterOperator[];
  /** The neutral attributes to draw from. Default: `userName` and `email` (DOC), or `displayName` for groups (OBS). */
  attributes?: readonly string[];
  /** How deep `and`, `or` and `not` nest. Default: 2; 0 is a single comparison. */
  maxDepth?: number;
}

const comparisons = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;
const ordering: readonly FilterOperator[] = ["gt", "ge", "lt", "le"];
const partial: readonly FilterOperator[] = ["co", "sw", "ew"];

/** Groups have no userName, so a population without one consists of groups. */
function defaultAttributes(population: readonly Filterable[]): readonly string[] {
  const isGroup = population.length > 0 && !population.some((resource) => "userName" in resource);
  return isGroup ? ["displayName"] : ["userName", "email"];
}

/** A value to compare with: one that occurs, a piece of it, another letter case of it, or one that does not occur. */
function operandArbitrary(
  values: readonly (string | boolean | number)[],
  operator: CompareFilter["op"],
): Arbitrary<string | boolean | number> {
  const strings = values.filter((value) => typeof value === "string" && value !== "");
  if (strings.length === 0) {
    return values.length === 0 ? fc.constant("nobody") : fc.constantFrom(...values);
  }
  const occurring = fc.constantFrom(...strings).map(String);
  const absent = fc.constant("zz-nobody");
  const otherCase = fc.mixedCase(occurring);
  if (!partial.includes(operator)) {
    return fc.oneof(
      { weight: 4, arbitrary: occurring },
      { weight: 2, arbitrary: otherCase },
      { weight: 1, arbitrary: absent },
    );
  }
  const piece = fc.tuple(occurring, fc.nat(), fc.nat()).map(([text, from, length]) => {
    const size = 1 + (length % text.length);
    if (operator === "sw") return text.slice(0, size);
    if (operator === "ew") return text.slice(-size);
    const start = from % (text.length - size + 1);
    return text.slice(start, start + size);
  });
  return fc.oneof(
    { weight: 4, arbitrary: piece },
    { weight: 2, arbitrary: occurring },
    { weight: 2, arbitrary: fc.mixedCase(piece) },
    { weight: 1, arbitrary: absent },
  );
}

function leafArbitrary(
  attribute: string,
  population: readonly Filterable[],
  operators: readonly FilterOperator[],
): Arbitrary<Filter>[] {
  const values = [
    ...new Set(population.flatMap((resource) => valuesOf(resource, attribute))),
  ].sort();
  const flag = values.some((value) => typeof value === "boolean");
  const possible = comparisons.filter(
    (operator) =>
      operators.includes(operator) &&
      // RFC 7644 §3.4.2.2: a boolean has no order and no parts.
      !(flag && (ordering.includes(operator) || partial.includes(operator))) &&
      // Whether `ne` applies to any or to every value of a list is not defined.
      !(operator === "ne" && isMultiValued(attribute)),
  );
  const leaves: Arbitrary<Filter>[] = possible.map((op) =>
    operandArbitrary(values, op).map((value) => ({ op, attribute, value })),
  );
  if (operators.includes("pr")) leaves.push(fc.constant({ op: "pr", attribute }));
  if (operators.includes("valuePath") && isMultiValued(attribute)) {
    leaves.push(valuePathArbitrary(attribute, values));
  }
  return leaves;
}

/** `emails[value co "x" and primary eq true]`: one entry has to satisfy the whole (RFC 7644 §3.4.2.2). */
function valuePathArbitrary(
  attribute: string,
  values: readonly (string | boolean | number)[],
): Arbitrary<Filter> {
  const value = operandArbitrary(values, "co").map(
    (operand): Filter => ({ op: "co", attribute: "value", value: operand }),
  );
  const primary = fc
    .boolean()
    .map((operand): Filter => ({ op: "eq", attribute: "primary", value: operand }));
  const both = fc
    .tuple(value, primary)
    .map(([left, right]): Filter => ({ op: "and", left, right }));
  return fc.oneof(value, both, primary).map((filter) => ({ op: "valuePath", attribute, filter }));
}

/**
 * Filters over a known population, as syntax trees. Their values are taken from the population, so
 * that most of them select something; `evaluate` gives the answer. Shrinks to one comparison with
 * the first attribute.
 *
 * @throws RangeError when no operator applies to any of the attributes
 */
export function filterArbitrary<Resource extends Filterable>(
  constraints: FilterConstraints<Resource>,
): Arbitrary<Filter> {
  const { population, operators = filterOperators["1.1"], maxDepth = 2 } = constraints;
  const attributes = constraints.attributes ?? defaultAttributes(population);
  const leaves = attributes.flatMap((attribute) => leafArbitrary(attribute, population, operators));
  if (leaves.length === 0) {
    throw new RangeError(`none of ${operators.join(", ")} applies to ${attributes.join(", ")}`);
  }
  const leaf = fc.oneof(...leaves);
  const junctions = (["and", "or"] as const).filter((op) => operators.includes(op));
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth, depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      ...(junctions.length > 0
        ? [{ weight: 2, arbitrary: junctionArbitrary(junctions, tie("tree")) }]
        : []),
      ...(operators.includes("not")
        ? [{ weight: 1, arbitrary: tie("tree").map((filter): Filter => ({ op: "not", filter })) }]
        : []),
    ),
  }));
  return tree;
}

function junctionArbitrary(
  junctions: readonly ("and" | "or")[],
  side: Arbitrary<Filter>,
): Arbitrary<Filter> {
  return fc
    .tuple(fc.constantFrom(...junctions), side, side)
    .map(([op, left, right]) => ({ op, left, right }));
}
