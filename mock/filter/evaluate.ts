import type { Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { type Comparison, type Filter, isComparison } from "./parse.ts";

/** A filterable value: strings, one of which has to match, or a boolean. */
type Filterable = readonly string[] | boolean;

/** Reads the filterable attribute of a resource. */
export type AttributeReader<T> = (resource: T) => Filterable;

export type Predicate<T> = (resource: T) => boolean;

function booleanLiteral(value: string): boolean {
  const word = value.toLowerCase();
  if (word === "1" || word === "true") return true;
  if (word === "0" || word === "false") return false;
  throw new ScimError("invalid_query");
}

/** FACT-FILTER-18: values are compared case-insensitively; `gt` and the like compare strings. */
function textTest(comparison: Comparison, call: Call): (value: string) => boolean {
  const { defects } = call.rules;
  const fold = (text: string) => {
    // RFC 7644 §7.8: strings are compared in one normalization form of Unicode.
    const composed = text.normalize("NFC");
    return defects.filterCaseExact ? composed : composed.toLowerCase();
  };
  const wanted = fold(comparison.value);
  switch (comparison.op) {
    case "eq":
      if (defects.filterEqContains) return (value) => fold(value).includes(wanted);
      return (value) => fold(value) === wanted;
    case "ne":
      return (value) => fold(value) !== wanted;
    case "co":
      if (defects.filterCoStarts) return (value) => fold(value).startsWith(wanted);
      return (value) => fold(value).includes(wanted);
    case "sw":
      if (defects.filterSwContains) return (value) => fold(value).includes(wanted);
      return (value) => fold(value).startsWith(wanted);
    case "pr":
      if (defects.filterPrAll) return () => true;
      return (value) => value !== "";
    case "gt":
      if (defects.filterGtIncludes) return (value) => fold(value) >= wanted;
      return (value) => fold(value) > wanted;
    case "ge":
      return (value) => fold(value) >= wanted;
    case "lt":
      return (value) => fold(value) < wanted;
    case "le":
      if (defects.filterLeExcludes) return (value) => fold(value) < wanted;
      return (value) => fold(value) <= wanted;
  }
}

function comparisonTest<T>(
  comparison: Comparison,
  readers: ReadonlyMap<string, AttributeReader<T>>,
  call: Call,
): Predicate<T> {
  const read = readers.get(comparison.attribute);
  if (!read) throw new ScimError("invalid_query");
  const test = textTest(comparison, call);
  let wanted: boolean | undefined;
  return (resource) => {
    const value = read(resource);
    if (typeof value !== "boolean") {
      return call.rules.defects.filterPrAll && comparison.op === "pr" ? true : value.some(test);
    }
    if (comparison.op === "pr") return true;
    if (comparison.op !== "eq") throw new ScimError("query_building_failed");
    wanted ??= booleanLiteral(comparison.value);
    return value === wanted;
  };
}

/**
 * The test that a filter describes.
 *
 * @param readers the filterable attributes, by lower-case name
 * @throws ScimError `invalid_query` for another attribute or an invalid boolean literal
 */
export function predicateOf<T>(
  filter: Filter,
  readers: ReadonlyMap<string, AttributeReader<T>>,
  call: Call,
): Predicate<T> {
  if (isComparison(filter)) return comparisonTest(filter, readers, call);
  const tests = filter.filters.map((each) => predicateOf(each, readers, call));
  const { filterAndAsOr, filterOrAsAnd } = call.rules.defects;
  const isAnd = filter.op === "and" ? !filterAndAsOr : filterOrAsAnd;
  return isAnd
    ? (resource) => tests.every((test) => test(resource))
    : (resource) => tests.some((test) => test(resource));
}
