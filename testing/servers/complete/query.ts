import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import { type Attribute, placeOf, type Schemas, valueAt } from "./attributes.ts";
import { compileFilter, prepared } from "./filter.ts";
import { type Selection, selected } from "./select.ts";
import { isUnassigned, listOf, Refusal } from "./values.ts";

/** The query of a list; all members as strings, from any source. */
export interface Query extends Selection {
  filter: string | undefined;
  sortBy: string | undefined;
  sortOrder: string | undefined;
  startIndex: number;
  count: number;
}

/** The most resources of one response. */
export const maxResults = 200;

/** The largest page, and the page size without a count. */
interface PageLimits {
  maxResults?: number | undefined;
  pageSize?: number | undefined;
}

/** A query from the members of a URL or of a SearchRequest. @param get a member by its name */
export function queryOf(
  get: (name: string) => unknown,
  { maxResults: most = maxResults, pageSize = most }: PageLimits = {},
): Query {
  const text = (name: string) => {
    const value = get(name);
    return value === undefined || value === null ? undefined : String(value);
  };
  const names = (name: string): string[] => {
    const value = get(name);
    const all = Array.isArray(value) ? value.map(String) : (text(name) ?? "").split(",");
    return all.map((each) => each.trim()).filter((each) => each !== "");
  };
  const number = (name: string, otherwise: number) => {
    const value = Number(text(name) ?? otherwise);
    if (!Number.isInteger(value)) throw new Refusal(400, `${name} is not a number`, "invalidValue");
    return value;
  };
  const attributes = names("attributes");
  const excluded = names("excludedAttributes");
  if (attributes.length > 0 && excluded.length > 0) {
    throw new Refusal(400, "attributes or excludedAttributes, not both", "invalidValue");
  }
  return {
    attributes,
    excluded,
    filter: text("filter"),
    sortBy: text("sortBy"),
    sortOrder: text("sortOrder"),
    startIndex: Math.max(number("startIndex", 1), 1),
    count: Math.min(Math.max(number("count", pageSize), 0), most),
  };
}

/** A page of resources, with its counters (SCIM 1.1 protocol §3.2.2, RFC 7644 §3.4.2). */
export function page(all: readonly JsonObject[], query: Query, schemas: Schemas): JsonObject {
  const test = query.filter === undefined ? undefined : compileFilter(query.filter, schemas);
  const matching = sorted(test ? all.filter(test) : [...all], query, schemas);
  const shown = matching.slice(query.startIndex - 1, query.startIndex - 1 + query.count);
  return {
    totalResults: matching.length,
    startIndex: query.startIndex,
    itemsPerPage: shown.length,
    Resources: shown.map((resource) => selected(resource, query, schemas)),
  };
}

function sorted(
  all: JsonObject[],
  { sortBy, sortOrder = "ascending" }: Query,
  schemas: Schemas,
): JsonObject[] {
  if (!["ascending", "descending"].includes(sortOrder)) {
    throw new Refusal(400, `no sortOrder ${sortOrder}`, "invalidValue");
  }
  if (sortBy === undefined) return all;
  const place = placeOf(schemas, sortBy);
  if (!place) throw new Refusal(400, `${sortBy} is not an attribute`, "invalidValue");
  const part = place.sub ?? (place.attribute.multiValued ? subValue(place.attribute) : undefined);
  const keyOf = (resource: JsonObject): string | undefined => {
    const value = valueAt(resource, place);
    // Of several values the primary one is used, or the first (RFC 7644 §3.4.2.3).
    const list = listOf(value);
    const one = Array.isArray(value)
      ? (list.find(({ primary }) => primary === true) ?? list[0])
      : value;
    const key = part && isObject(one) ? one[part.name] : one;
    return isUnassigned(key) ? undefined : prepared(key, part ?? place.attribute);
  };
  const direction = sortOrder === "ascending" ? 1 : -1;
  return all
    .map((resource) => ({ resource, key: keyOf(resource) }))
    .sort((one, other) => direction * compare(one.key, other.key))
    .map(({ resource }) => resource);
}

const subValue = ({ subAttributes = [] }: Attribute) =>
  subAttributes.find(({ name }) => name === "value");

/** Resources without a value come last in ascending order (RFC 7644 §3.4.2.3). */
function compare(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -1 : 1;
}
