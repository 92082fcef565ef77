import type { Answer } from "../../call.ts";
import type { Fault } from "../fault.ts";
import { type Aim, objectsIn, onBody, onSuccess, planter } from "../plant.ts";

const plant = planter("transport");
const reads: Aim = { operation: ["read", "list"] };
const reading = { v1: ["SCIM11-API-3.2.1-01"], v2: ["SCIM20-7644-3.4.1-01"] };
const listing = { v1: ["SCIM11-API-3.2.2-01"], v2: ["SCIM20-7644-3.4.2-01"] };
const format = {
  v1: ["SCIM11-API-3-06", "SCIM11-API-3.6-02", "SCIM11-API-3.6-03"],
  v2: ["SCIM20-7644-3.8-01", "SCIM20-7644-3.8-02", "SCIM20-7644-3.8-03"],
};

/** Half of the JSON text of a response. */
function halved(answer: Answer): string {
  const text = JSON.stringify(answer.body ?? {});
  return text.slice(0, Math.floor(text.length / 2));
}

function slow(aim: Aim, delayMs: number) {
  return onSuccess(aim, (answer) => {
    answer.transport = { ...answer.transport, delayMs };
  });
}

/** Faults below SCIM: slow, truncated, malformed and oversized responses. */
export const transportFaults: readonly Fault[] = [
  plant(
    "slow-answers",
    "Every response takes 250 ms",
    { v1: ["SLACK-TRANSPORT-01"], v2: ["SLACK-TRANSPORT-01"] },
    slow({}, 250),
  ),
  plant(
    "slow-lists",
    "Lists take two seconds",
    { v1: ["SLACK-TRANSPORT-01"], v2: ["SLACK-TRANSPORT-01"] },
    slow({ operation: "list" }, 2000),
  ),
  plant(
    "hanging-reads",
    "Reads of one resource get no response",
    { v1: ["SLACK-TRANSPORT-01"], v2: ["SLACK-TRANSPORT-01"] },
    slow({ operation: "read" }, 86_400_000),
  ),
  plant(
    "cut-off-reads",
    "The connection closes in the middle of a resource",
    reading,
    onSuccess({ operation: "read" }, (answer) => {
      answer.transport = { cutAfter: 40 };
    }),
  ),
  plant(
    "cut-off-lists",
    "The connection closes in the middle of a list",
    listing,
    onSuccess({ operation: "list" }, (answer) => {
      answer.transport = { cutAfter: 40 };
    }),
  ),
  plant(
    "cut-off-creates",
    "The connection closes before the response to a successful create",
    { v1: ["SCIM11-API-3.1-01"], v2: ["SCIM20-7644-3.3-04"] },
    onSuccess({ operation: "create" }, (answer) => {
      answer.transport = { cutAfter: 0 };
    }),
  ),
  plant(
    "malformed-resources",
    "The JSON of a resource is truncated",
    reading,
    onSuccess({ operation: "read" }, (answer) => {
      answer.transport = { text: halved(answer) };
    }),
  ),
  plant(
    "malformed-lists",
    "The JSON of a list is truncated",
    listing,
    onSuccess({ operation: "list" }, (answer) => {
      answer.transport = { text: halved(answer) };
    }),
  ),
  plant(
    "v2-malformed-resources",
    "The JSON of a resource is truncated, in v2.0 only",
    { v2: ["SCIM20-7644-3.8-01"] },
    onSuccess({ operation: "read" }, (answer) => {
      answer.transport = { text: halved(answer) };
    }),
  ),
  plant(
    "oversized-resources",
    "A resource carries five megabytes of padding",
    { v1: ["INF FACT-FORMAT-27"], v2: ["INF FACT-FORMAT-27"] },
    onBody({ operation: "read" }, (body) => {
      body.padding = "x".repeat(5_000_000);
    }),
  ),
  plant(
    "oversized-lists",
    "A list repeats its entries beyond the largest page size",
    { v1: ["SCIM11-API-3.2.2.3-02"], v2: ["SCIM20-7644-3.4.2.4-02"] },
    onBody({ operation: "list" }, (body) => {
      const page = objectsIn(body.Resources);
      const [first] = page;
      if (first) body.Resources = [...page, ...Array.from({ length: 1500 }, () => first)];
    }),
  ),
  plant(
    "empty-reads",
    "Reads give 200 with an empty body",
    reading,
    onSuccess(reads, (answer) => {
      answer.body = undefined;
    }),
  ),
  plant(
    "html-reads",
    "Reads return an HTML page",
    reading,
    onSuccess(reads, (answer) => {
      answer.headers["content-type"] = "text/html; charset=utf-8";
      answer.transport = { text: "<html><body>Please sign in</body></html>" };
    }),
  ),
  plant(
    "content-type-text",
    "JSON is sent as `text/plain`",
    format,
    onSuccess({}, (answer) => {
      if (answer.body) answer.headers["content-type"] = "text/plain; charset=utf-8";
    }),
  ),
  plant(
    "content-type-missing-charset-latin",
    "JSON is declared as Latin-1",
    format,
    onSuccess({}, (answer) => {
      if (answer.body) answer.headers["content-type"] = "application/json; charset=iso-8859-1";
    }),
  ),
  plant(
    "redirected-reads",
    "Reads are redirected to the same URL",
    reading,
    onSuccess({ operation: "read" }, (answer, call) => {
      answer.status = 302;
      answer.headers.location = `${call.baseUrl}/${call.resource}/${call.id}`;
    }),
  ),
];
