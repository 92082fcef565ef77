import type { JsonObject } from "../../schemas/json-value.ts";
import type { Answer, Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { groupResource } from "../representation/group.ts";
import { listResource } from "../representation/list.ts";
import { userResource } from "../representation/user.ts";
import { findGroups, findUsers } from "./find.ts";

/** An integer of the query. @throws ScimError `invalid_query` for anything else (INF) */
function wholeNumber(call: Call, name: "startIndex" | "count", fallback: number): number {
  const text = call.query[name];
  if (text === undefined || text === "") return fallback;
  if (/^[+-]?\d{1,15}$/.test(text)) return Number(text);
  if (call.rules.settings.malformedPaging === "default") return fallback;
  throw new ScimError("invalid_query");
}

/**
 * FACT-LIST-01 to FACT-LIST-03: 1-based `startIndex`, 10 without `count`, at most 1000. Below 1
 * counts as 1, a negative count as 0 (FACT-LIST-17, FACT-LIST-18).
 */
export function pageOf<T>(
  items: readonly T[],
  call: Call,
): { page: readonly T[]; startIndex: number; itemsPerPage: number } {
  const { defaultPageSize, maxPageSize, itemsPerPage } = call.rules.settings;
  const startIndex = Math.max(1, wholeNumber(call, "startIndex", 1));
  const wanted = Math.max(0, wholeNumber(call, "count", defaultPageSize));
  const count = Math.min(wanted, maxPageSize);
  const page = items.slice(startIndex - 1, startIndex - 1 + count);
  // FACT-LIST-23: the number asked for is a guess.
  return { page, startIndex, itemsPerPage: itemsPerPage === "asked" ? count : page.length };
}

/** FACT-DISCOVERY-33, FACT-ERROR-69: sorting is not supported, but an invalid `sortOrder` has its own error. */
function refuseBadSortOrder(call: Call): void {
  const order = call.query.sortOrder;
  if (order === undefined) return;
  const word = order.toLowerCase();
  if (word !== "ascending" && word !== "descending") throw new ScimError("invalid_sort_order");
}

function answerList<T>(
  items: readonly T[],
  toResource: (item: T, call: Call) => JsonObject,
  call: Call,
): Answer {
  refuseBadSortOrder(call);
  const { page, startIndex, itemsPerPage } = pageOf(items, call);
  const resources = page.map((item) => toResource(item, call));
  return {
    status: 200,
    headers: {},
    body: listResource(resources, items.length, startIndex, call, itemsPerPage),
  };
}

export function listUsers(call: Call): Answer {
  return answerList(findUsers(call), userResource, call);
}

export function listGroups(call: Call): Answer {
  return answerList(findGroups(call), groupResource, call);
}
