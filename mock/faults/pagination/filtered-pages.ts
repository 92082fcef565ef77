import type { JsonObject } from "../../../schemas/json-value.ts";
import type { Call, ResourceKind } from "../../call.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onRequest, onSuccess, planter } from "../plant.ts";

const plant = planter("pagination");
const list = { operation: "list" } as const;

const hasFilter = ({ query }: Call) => query.filter !== undefined;
const startOf = ({ query }: Call) => Number(query.startIndex ?? "1");

/** Changes the query of a list with a filter. */
function asking(change: (query: Record<string, string>, call: Call) => void, kind?: ResourceKind) {
  return onRequest({ ...list, ...(kind && { resource: kind }) }, (call) => {
    if (hasFilter(call)) change(call.query, call);
  });
}

/** Changes a list with a filter. */
function listing(change: (body: JsonObject, call: Call) => void, kind?: ResourceKind) {
  return onBody({ ...list, ...(kind && { resource: kind }) }, (body, call) => {
    if (hasFilter(call)) change(body, call);
  });
}

/** Shifts all pages but the first; the response still shows the requested `startIndex`. */
function shifting(by: number) {
  return {
    ...asking((query, call) => {
      const asked = startOf(call);
      if (!(asked > 1)) return;
      query.askedIndex = String(asked);
      query.startIndex = String(asked + by);
    }),
    ...listing((body, { query }) => {
      if (query.askedIndex) body.startIndex = Number(query.askedIndex);
    }),
  };
}

function isPastEnd(body: JsonObject, call: Call): boolean {
  return startOf(call) > 1 && objectsIn(body.Resources).length === 0;
}

const countsAll = (body: JsonObject, { organization, resource, query }: Call) => {
  if (query.count === undefined && query.startIndex === undefined) return;
  const { users, groups } = organization;
  body.totalResults = resource === "Users" ? users.length : groups.length;
};

const tooMany = { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-02"] };
const wrongPages = { v1: ["SCIM11-API-3.2.2.3-08"], v2: ["SCIM20-7644-3.4.2.4-07"] };
const wrongTotal = { v1: ["SCIM11-API-3.2.2.3-06"], v2: ["SCIM20-7644-3.4.2-02"] };

/** Faults that need both, a page and a filter; and those of a `count` of 0 and below. */
export const filteredPageFaults: readonly Fault[] = [
  plant(
    "filtered-count-ignored",
    "`count` is ignored beside a filter",
    tooMany,
    asking((query) => {
      delete query.count;
    }),
  ),
  plant(
    "filtered-count-one-more",
    "A page of a filtered list has one more entry than `count`",
    tooMany,
    asking((query) => {
      if (Number(query.count) > 0) query.count = String(Number(query.count) + 1);
    }),
  ),
  plant(
    "filtered-count-zero-lists",
    "`count=0` returns entries beside a filter",
    { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-04"] },
    asking((query) => {
      if (query.count === "0") delete query.count;
    }),
  ),
  plant(
    "filtered-start-index-ignored",
    "`startIndex` is ignored beside a filter",
    wrongPages,
    asking((query) => {
      delete query.startIndex;
    }),
  ),
  plant(
    "filtered-start-index-of-groups-ignored",
    "`startIndex` is ignored beside a filter on groups",
    wrongPages,
    asking((query) => {
      delete query.startIndex;
    }, "Groups"),
  ),
  plant(
    "filtered-page-overlaps",
    "Every page of a filtered list but the first begins with the last entry of the page before",
    wrongPages,
    shifting(-1),
  ),
  plant(
    "filtered-page-skips",
    "Every page of a filtered list but the first leaves out its first entry",
    wrongPages,
    shifting(1),
  ),
  plant(
    "filtered-order-changes",
    "A filtered list has another order on a large page than on small ones",
    wrongPages,
    listing((body, { query }) => {
      if (Number(query.count) > 10) body.Resources = objectsIn(body.Resources).toReversed();
    }),
  ),
  plant(
    "filtered-total-counts-all",
    "`totalResults` of a page of a filtered list counts all resources",
    wrongTotal,
    listing(countsAll),
  ),
  plant(
    "filtered-total-of-groups-counts-all",
    "`totalResults` of a page of filtered groups counts all groups",
    wrongTotal,
    listing(countsAll, "Groups"),
  ),
  plant(
    "filtered-total-is-page-size",
    "`totalResults` of a filtered list is the size of the page",
    wrongTotal,
    listing((body) => {
      body.totalResults = objectsIn(body.Resources).length;
    }),
  ),
  plant(
    "filtered-start-index-not-echoed",
    "`startIndex` of a filtered list is always 1",
    { v1: ["SCIM11-API-3.2.2.3-07"], v2: ["SCIM20-7644-3.4.2.4-06"] },
    listing((body) => {
      body.startIndex = 1;
    }),
  ),
  plant(
    "filtered-items-per-page-is-total",
    "`itemsPerPage` of a filtered list is the number of matches",
    { v1: ["SCIM11-API-3.2.2.3-05"], v2: ["SCIM20-7644-3.4.2.4-06"] },
    listing((body) => {
      body.itemsPerPage = Number(body.totalResults);
    }),
  ),
  plant(
    "filtered-past-end-404",
    "A page past the end of a filtered list gives 404",
    { v1: ["SCIM11-API-3.2.2.3-09"], v2: ["INF FACT-LIST-19"] },
    onSuccess(list, (answer, call) => {
      if (hasFilter(call) && answer.body && isPastEnd(answer.body, call)) answer.status = 404;
    }),
  ),
  plant(
    "filtered-past-end-total-zero",
    "A page past the end of a filtered list has totalResults 0",
    { v1: ["SCIM11-API-3.2.2.3-09"], v2: ["INF FACT-LIST-19"] },
    listing((body, call) => {
      if (isPastEnd(body, call)) body.totalResults = 0;
    }),
  ),
  plant(
    "group-count-zero-lists",
    "`count=0` returns groups",
    { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-04"] },
    onRequest({ ...list, resource: "Groups" }, ({ query }) => {
      if (query.count === "0") delete query.count;
    }),
  ),
  plant(
    "count-negative-lists",
    "A negative `count` returns entries",
    { v1: ["INF FACT-LIST-18"], v2: ["SCIM20-7644-3.4.2.4-03"] },
    onRequest(list, ({ query }) => {
      if (query.count?.startsWith("-")) delete query.count;
    }),
  ),
  plant(
    "group-count-negative-lists",
    "A negative `count` returns groups",
    { v2: ["SCIM20-7644-3.4.2.4-03"] },
    onRequest({ ...list, resource: "Groups" }, ({ query }) => {
      if (query.count?.startsWith("-")) delete query.count;
    }),
  ),
];
