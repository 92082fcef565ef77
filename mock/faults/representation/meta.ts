import { isObject, type JsonObject } from "../../../schemas/json-value.ts";
import type { FaultHooks } from "../../call.ts";
import { pacificTime } from "../../organization/pacific-time.ts";
import type { Fault } from "../fault.ts";
import { onBody, planter } from "../plant.ts";

const plant = planter("representation");

/** Changes the `meta` of every resource in responses; `change` also gets the endpoint. */
function onEveryMeta(change: (meta: JsonObject, endpoint: "Users" | "Groups") => void): FaultHooks {
  const of = (endpoint: "Users" | "Groups") => (resource: JsonObject) => {
    if (isObject(resource.meta)) change(resource.meta, endpoint);
  };
  return { user: of("Users"), group: of("Groups") };
}

const timeOfClient = onBody({ operation: "create" }, ({ meta }, call) => {
  const sent = isObject(call.body) && isObject(call.body.meta) ? call.body.meta : {};
  const seconds = Date.parse(String(sent.created)) / 1000;
  if (isObject(meta) && !Number.isNaN(seconds)) meta.created = pacificTime(seconds);
});

/** Faults in `meta`. */
export const metaFaults: readonly Fault[] = [
  plant(
    "location-with-query",
    "`meta.location` has a query string",
    { v1: ["SCIM11-API-1.3-01"], v2: ["SCIM20-7644-1-02"] },
    onEveryMeta((meta) => {
      meta.location = `${meta.location}?pretty=1`;
    }),
  ),
  plant(
    "v2-resource-type-is-endpoint",
    "`meta.resourceType` is the name of the endpoint in v2.0, although Slack shows none",
    { v2: ["SCIM20-7643-3.1-14", "SCIM20-7644-3.3-08", "SLACK-REPR-01"] },
    onEveryMeta((meta, endpoint) => {
      meta.resourceType = endpoint;
    }),
  ),
  plant(
    "last-modified-never-set",
    "`meta.lastModified` is always 1970-01-01",
    {
      v1: ["SCIM11-CS-5.1-10", "SCIM11-CS-5.1-11", "SLACK-REPR-01"],
      v2: ["SCIM20-7643-3.1-16", "SCIM20-7643-3.1-17", "SLACK-REPR-01"],
    },
    onEveryMeta((meta) => {
      meta.lastModified = "1970-01-01T00:00:00Z";
    }),
  ),
  plant(
    "v2-create-echoes-meta",
    "The response to a create shows the `meta` that the client sent in v2.0",
    { v2: ["SCIM20-7643-3.1-13", "SCIM20-7644-3.3-01"] },
    onBody({ operation: "create" }, (body, call) => {
      if (isObject(call.body)) body.meta = call.body.meta ?? body.meta;
    }),
  ),
  plant(
    "v2-create-takes-client-time",
    "The response to a create shows the `meta.created` that the client sent, in Slack's time zone, in v2.0",
    { v2: ["SCIM20-7643-3.1-13"] },
    timeOfClient,
  ),
  plant(
    "v1-create-takes-client-time",
    "The response to a create shows the `meta.created` that the client sent, in Slack's time zone, in v1.1",
    { v1: ["SCIM11-CS-5.1-17"] },
    timeOfClient,
  ),
];
