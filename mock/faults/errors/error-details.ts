import type { Fault } from "../fault.ts";
import { onError, onRequestBody, planter } from "../plant.ts";

const plant = planter("errors");
const create = { operation: "create", resource: "Users" } as const;

/** Faults in the details of an error, and in which requests give one. */
export const errorDetailFaults: readonly Fault[] = [
  plant(
    "v2-error-scim-type-unknown",
    "Errors have a `scimType` that the RFC does not define in v2.0",
    { v2: ["SCIM20-7644-3.12-04", "SCIM20-7644-3.12-06", "SCIM20-7644-3.3-09"] },
    onError(({ body }) => {
      if (body && "detail" in body) body.scimType = "badRequest";
    }),
  ),
  plant(
    "v2-error-scim-type-always-syntax",
    "Every error 400 has the `scimType` of a syntax error in v2.0",
    { v2: ["SCIM20-7644-3.12-06", "SCIM20-7644-3.3-09"] },
    onError(({ body }) => {
      if (body && "detail" in body) body.scimType = "invalidSyntax";
    }, 400),
  ),
  plant(
    "v1-errors-as-text",
    "The media type of errors is text/plain in v1.1",
    { v1: ["SLACK-ERROR-04"] },
    onError(({ headers }) => {
      headers["content-type"] = "text/plain; charset=utf-8";
    }),
  ),
  plant(
    "foreign-media-type-accepted",
    "A body is parsed as JSON regardless of its media type",
    { v1: ["SCIM11-API-3.6-01"], v2: ["SCIM20-7644-3.8-06"] },
    { settings: { foreignContentType: "accept" } },
  ),
  plant(
    "create-coerces-types",
    "A create uses the first entry of an array instead of a string",
    { v1: ["SCIM11-API-3.9-05"], v2: ["SLACK-ERROR-02"] },
    onRequestBody(create, (body) => {
      if (Array.isArray(body.userName)) body.userName = body.userName[0];
    }),
  ),
];
