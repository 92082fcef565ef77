import type { CompareFilter, Filter, NeutralValue } from "../../schemas/index.ts";
import {
  entriesOf,
  type Filterable,
  type FilterValue,
  isCaseExact,
  isDateTime,
  isPresent,
  valuesOf,
} from "./attributes.ts";

function fold(value: FilterValue, attribute: string): FilterValue {
  if (typeof value !== "string") return value;
  return isCaseExact(attribute) ? value : value.toLowerCase();
}

/** Slack compares flags with `1`, `'1'` and `true` alike (DOC and OBS: `restricted eq '1'`, `restricted eq 1`). */
function asFlag(value: FilterValue): FilterValue {
  if (value === 1 || value === "1" || value === "true") return true;
  if (value === 0 || value === "0" || value === "false") return false;
  return value;
}

/** Negative, zero or positive; undefined when the two cannot be ordered. */
function order(left: FilterValue, right: FilterValue, attribute: string): number | undefined {
  if (typeof left === "string" && typeof right === "string") {
    if (isDateTime(attribute)) {
      const difference = momentOf(left) - momentOf(right);
      return Number.isNaN(difference) ? undefined : difference;
    }
    return left < right ? -1 : Number(left > right);
  }
  return typeof left === "number" && typeof right === "number" ? left - right : undefined;
}

/** Milliseconds since the epoch; Slack also writes offsets without a colon (DOC: startDate). */
function momentOf(text: string): number {
  return Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}

function isEqual(left: FilterValue, right: FilterValue, attribute: string): boolean {
  if (typeof left === "boolean") return left === asFlag(right);
  if (typeof left === "string" && typeof right === "number") return left === String(right);
  if (typeof left === "string" && typeof right === "string" && isDateTime(attribute)) {
    return order(left, right, attribute) === 0;
  }
  return left === right;
}

function compare(filter: CompareFilter, value: FilterValue): boolean {
  const { attribute, op } = filter;
  const left = fold(value, attribute);
  const right = fold(filter.value, attribute);
  const text = typeof left === "string" && typeof right === "string";
  const rank = order(left, right, attribute);
  switch (op) {
    case "eq":
      return isEqual(left, right, attribute);
    case "ne":
      return !isEqual(left, right, attribute);
    case "co":
      return text && left.includes(right);
    case "sw":
      return text && left.startsWith(right);
    case "ew":
      return text && left.endsWith(right);
    case "gt":
      return rank !== undefined && rank > 0;
    case "ge":
      return rank !== undefined && rank >= 0;
    case "lt":
      return rank !== undefined && rank < 0;
    case "le":
      return rank !== undefined && rank <= 0;
  }
}

function matches(filter: Filter, resource: Filterable | NeutralValue): boolean {
  switch (filter.op) {
    case "and":
      return matches(filter.left, resource) && matches(filter.right, resource);
    case "or":
      return matches(filter.left, resource) || matches(filter.right, resource);
    case "not":
      return !matches(filter.filter, resource);
    case "pr":
      return isPresent(resource, filter.attribute);
    case "valuePath": {
      const { attribute, filter: inner } = filter;
      return entriesOf(resource, attribute).some((entry) => matches(inner, entry));
    }
    default: {
      const values = valuesOf(resource, filter.attribute);
      if (values.length === 0) return matchesAbsent(filter);
      return values.some((value) => compare(filter, value));
    }
  }
}

/** An attribute without a value equals `null` and differs from any other value (RFC 7644 §3.4.2.2, RFC 7643 §2.5). */
function matchesAbsent({ op, value }: CompareFilter): boolean {
  return (op === "eq" && value === null) || (op === "ne" && value !== null);
}

/**
 * Whether a filter selects a resource: computes the expected answer to a query.
 *
 * Rules: attribute names are case-insensitive; so are strings, except
 * the attributes that RFC 7643 calls caseExact; one matching value of a multi-valued attribute is
 * enough; `pr` means a value that is not empty; strings are ordered by code unit after folding,
 * date-times by point in time (SCIM 1.1 §3.2.2.1, RFC 7644 §3.4.2.2). `restricted` and `ultra_restricted`
 * are Slack's names for the kinds of guest (DOC).
 */
export function evaluate(filter: Filter, resource: Filterable): boolean {
  return matches(filter, resource);
}
