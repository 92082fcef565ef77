import type { Call } from "../../call.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, onBody, onRequest, onSuccess, planter } from "../plant.ts";

const plant = planter("pagination");
const list = { operation: "list" } as const;

function startIndexOf(call: Call): number {
  return Number(call.query.startIndex ?? "1");
}

/** Shifts the start of all pages but the first; the response still shows the requested `startIndex`. */
function shiftingPages(by: number) {
  return {
    request(call: Call) {
      const asked = startIndexOf(call);
      if (call.operation !== "list" || !(asked > 1)) return;
      call.query.startIndex = String(asked + by);
      call.query.askedIndex = String(asked);
    },
    ...onBody(list, (body, call) => {
      if (call.query.askedIndex) body.startIndex = Number(call.query.askedIndex);
    }),
  };
}

/** Faults in pagination. */
export const paginationFaults: readonly Fault[] = [
  plant(
    "page-overlaps",
    "Every page but the first begins with the last entry of the page before",
    { v1: ["SCIM11-API-3.2.2.3-08"], v2: ["SCIM20-7644-3.4.2.4-07"] },
    shiftingPages(-1),
  ),
  plant(
    "page-skips",
    "Every page but the first leaves out its first entry",
    { v1: ["SCIM11-API-3.2.2.3-08"], v2: ["SCIM20-7644-3.4.2.4-07"] },
    shiftingPages(1),
  ),
  plant(
    "v2-page-overlaps",
    "Pages overlap by one entry in v2.0 only",
    { v2: ["SCIM20-7644-3.4.2.4-07", "SAME-02", "DIFF-PAGE-03"] },
    shiftingPages(-1),
  ),
  plant(
    "start-index-ignored",
    "Every page is the first",
    { v1: ["SCIM11-API-3.2.2.3-08", "SCIM11-API-3.2.2.3-07"], v2: ["SCIM20-7644-3.4.2.4-07"] },
    onRequest(list, (call) => {
      delete call.query.startIndex;
    }),
  ),
  plant(
    "start-index-from-zero",
    "`startIndex` counts from 0",
    { v1: ["SCIM11-API-3.2.2.3-01"], v2: ["SCIM20-7644-3.4.2.4-07", "SLACK-LIST-04"] },
    {
      request(call) {
        if (call.operation !== "list" || call.query.startIndex === undefined) return;
        call.query.askedIndex = call.query.startIndex;
        call.query.startIndex = String(startIndexOf(call) + 1);
      },
      ...onBody(list, (body, call) => {
        if (call.query.askedIndex) body.startIndex = Number(call.query.askedIndex);
      }),
    },
  ),
  plant(
    "start-index-not-echoed",
    "`startIndex` of a response is always 1",
    { v1: ["SCIM11-API-3.2.2.3-07"], v2: ["SCIM20-7644-3.4.2.4-06"] },
    onBody(list, (body) => {
      body.startIndex = 1;
    }),
  ),
  plant(
    "start-index-below-one-refused",
    "A `startIndex` below 1 is rejected",
    { v1: ["SLACK-LIST-10", "DIFF-PAGE-03"], v2: ["SCIM20-7644-3.4.2.4-01"] },
    onRequest(list, (call) => {
      if (startIndexOf(call) < 1) call.query.startIndex = "none";
    }),
  ),
  plant(
    "items-per-page-is-largest",
    "`itemsPerPage` is the largest page, not the number of entries",
    { v1: ["SCIM11-API-3.2.2.3-05"], v2: ["SCIM20-7644-3.4.2.4-06"] },
    onBody(list, (body, call) => {
      body.itemsPerPage = call.rules.settings.maxPageSize;
    }),
  ),
  plant(
    "total-is-page-size",
    "`totalResults` is the size of the page",
    { v1: ["SCIM11-API-3.2.2.3-06"], v2: ["SCIM20-7644-3.4.2-02"] },
    onBody(list, (body) => {
      body.totalResults = objectsIn(body.Resources).length;
    }),
  ),
  plant(
    "total-missing",
    "Lists have no `totalResults`",
    { v1: ["SCIM11-API-3.2.2-01"], v2: ["SCIM20-7644-3.4.2-02"] },
    onBody(list, (body) => {
      delete body.totalResults;
    }),
  ),
  plant(
    "total-as-string",
    "`totalResults` is a string",
    { v1: ["SCIM11-CS-3.1-02"], v2: ["SCIM20-7643-2.3-06"] },
    onBody(list, (body) => {
      body.totalResults = String(body.totalResults);
    }),
  ),
  plant(
    "page-counters-missing",
    "Lists have neither `startIndex` nor `itemsPerPage`",
    { v1: ["SCIM11-API-3.2.2.3-05", "SCIM11-API-3.2.2.3-07"], v2: ["SCIM20-7644-3.4.2-04"] },
    onBody(list, (body) => {
      delete body.startIndex;
      delete body.itemsPerPage;
    }),
  ),
  plant(
    "list-without-schemas",
    "Lists have no `schemas`",
    { v1: ["SCIM11-API-3.2.2-01", "SLACK-REPR-07"], v2: ["SCIM20-7644-3.4.2-01"] },
    onBody(list, (body) => {
      delete body.schemas;
    }),
  ),
  plant(
    "v2-list-has-v1-urn",
    "Lists name v1.1's core URN in v2.0",
    { v2: ["SCIM20-7644-3.4.2-01", "DIFF-URN-06", "SCIM20-7644-3.1-01", "SLACK-REPR-07"] },
    onBody(list, (body) => {
      body.schemas = ["urn:scim:schemas:core:1.0"];
    }),
  ),
  plant(
    "list-resources-in-lower-case",
    "The entries of a list are in the member `resources`",
    { v1: ["SCIM11-API-3.2.2-01"], v2: ["SCIM20-7644-3.4.2-03"] },
    onBody(list, (body) => {
      body.resources = body.Resources;
      delete body.Resources;
    }),
  ),
  plant(
    "count-ignored",
    "`count` is ignored",
    {
      v1: ["SCIM11-API-3.2.2.3-02", "SLACK-LIST-03"],
      v2: ["SCIM20-7644-3.4.2.4-02", "SLACK-LIST-03"],
    },
    onRequest(list, (call) => {
      delete call.query.count;
    }),
  ),
  plant(
    "count-one-more",
    "A page has one more entry than `count`",
    { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-02"] },
    onRequest(list, (call) => {
      const { count } = call.query;
      if (count) call.query.count = String(Number(count) + 1);
    }),
  ),
  plant(
    "count-zero-lists",
    "`count=0` returns entries",
    { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-04"] },
    onRequest(list, (call) => {
      if (call.query.count === "0") delete call.query.count;
    }),
  ),
  plant(
    "count-negative-refused",
    "A negative `count` is rejected",
    { v1: ["INF FACT-LIST-18"], v2: ["SCIM20-7644-3.4.2.4-03"] },
    onRequest(list, (call) => {
      if (call.query.count?.startsWith("-")) call.query.count = "none";
    }),
  ),
  plant(
    "count-over-cap-refused",
    "A `count` over 1000 is rejected instead of clamped",
    { v1: ["SLACK-LIST-02", "SAME-02"], v2: ["SCIM20-7644-3.4.2.4-08"] },
    onRequest(list, (call) => {
      if (Number(call.query.count) > 1000) call.query.count = "none";
    }),
  ),
  plant(
    "count-default-five",
    "Without `count` a page has 5 entries",
    { v1: ["SAME-02", "SLACK-LIST-01"], v2: ["SAME-02", "SLACK-LIST-01"] },
    { settings: { defaultPageSize: 5 } },
  ),
  plant(
    "page-empty-without-count",
    "Without `count` a page is empty",
    {
      v1: ["SCIM11-API-3.2.2.3-04", "SLACK-LIST-01"],
      v2: ["SCIM20-7644-3.4.2.4-05", "SLACK-LIST-01"],
    },
    onRequest(list, (call) => {
      call.query.count ??= "0";
    }),
  ),
  plant(
    "page-past-end-404",
    "A page past the end gives 404",
    { v1: ["SCIM11-API-3.2.2.3-09"], v2: ["INF FACT-LIST-19"] },
    onSuccess(list, (answer, call) => {
      const isEmpty = objectsIn(answer.body?.Resources).length === 0;
      if (isEmpty && startIndexOf(call) > 1) answer.status = 404;
    }),
  ),
  plant(
    "list-drops-page-order",
    "Later pages are in reverse order, so that entries repeat",
    { v1: ["SCIM11-API-3.2.2.3-08"], v2: ["SCIM20-7644-3.4.2.4-07"] },
    onBody(list, (body, call) => {
      if (startIndexOf(call) <= 1) return;
      const [first] = objectsIn(body.Resources);
      if (first) body.Resources = objectsIn(body.Resources).map(() => first);
    }),
  ),
  plant(
    "list-unknown-parameter-refused",
    "An unknown query parameter is rejected",
    { v1: ["SCIM11-API-3.2.2-03", "SCIM11-API-2-04"], v2: ["SCIM20-7644-3.4.2-06"] },
    onRequest(list, (call) => {
      const known = /^(startIndex|count|filter|sortBy|sortOrder|attributes|excludedAttributes)$/;
      const isUnknown = Object.keys(call.query).some((name) => !known.test(name));
      if (isUnknown) call.query.count = "none";
    }),
  ),
  plant(
    "sort-order-not-checked",
    "An invalid `sortOrder` is accepted",
    {
      v1: ["SCIM11-API-3.2.2.2-06", "SLACK-FILTER-18"],
      v2: ["SCIM20-7644-3.4.2.3-05", "SLACK-FILTER-18"],
    },
    onRequest(list, (call) => {
      delete call.query.sortOrder;
    }),
  ),
];
