import { choice, flag, whole } from "./setting.ts";

/** Settings of lists and filters. */
export const listSettings = {
  defaultPageSize: whole({
    min: 1,
    max: 1_000_000,
    default: 10,
    facts: ["FACT-LIST-02"],
    decides: "page size without count",
  }),
  maxPageSize: whole({
    min: 1,
    max: 1_000_000,
    default: 1000,
    facts: ["FACT-LIST-03"],
    decides: "largest page; a larger count is clamped",
  }),
  itemsPerPage: choice({
    values: ["returned", "asked"],
    default: "returned",
    facts: ["FACT-LIST-23"],
    decides: "itemsPerPage of a page that holds fewer results than were asked for",
  }),
  memberPaging: choice({
    values: ["ignore", "honour"],
    default: "ignore",
    facts: ["FACT-LIST-24"],
    decides: "whether startIndex and count page the members of a group",
  }),
  malformedPaging: choice({
    values: ["error", "default"],
    default: "error",
    facts: ["FACT-LIST-20"],
    decides: "a startIndex or count that is not an integer: an error, or its default",
  }),
  v2Filter: choice({
    values: ["full", "eq-only", "off"],
    default: "full",
    facts: ["FACT-FILTER-02", "FACT-FILTER-26"],
    decides: "filters in 2.0",
  }),
  filterAttributes: choice({
    values: ["known", "wide"],
    default: "known",
    facts: ["FACT-FILTER-27"],
    decides:
      "attributes that a filter may contain: the known ones, or further ones of the resource",
  }),
  listDeactivated: flag({
    default: true,
    facts: ["FACT-LIST-14"],
    decides: "whether lists contain deactivated members",
  }),
};
