import type { JsonObject } from "../../../schemas/json-value.ts";
import type { Fault } from "../fault.ts";
import { onBody, planter } from "../plant.ts";

const plant = planter("representation");
const read = { operation: "read" } as const;

/** The names in a comma-separated list. */
function namesIn(parameter: string | undefined): readonly string[] {
  return (parameter ?? "").split(",").filter((name) => name !== "");
}

function keepOnly(resource: JsonObject, names: readonly string[]): void {
  for (const name of Object.keys(resource)) if (!names.includes(name)) delete resource[name];
}

/** Faults in the selection of attributes; it is not known whether Slack supports it. */
export const selectionFaults: readonly Fault[] = [
  plant(
    "selection-drops-id",
    "`attributes` selects exactly what it names, without `id` and `meta`",
    {
      v1: ["SCIM11-API-3.7-02"],
      v2: ["SCIM20-7643-7-11", "SCIM20-7643-3.1-07", "SCIM20-7644-3.9-05"],
    },
    onBody(read, (body, call) => {
      const wanted = namesIn(call.query.attributes);
      if (wanted.length > 0) keepOnly(body, wanted);
    }),
  ),
  plant(
    "v2-exclusion-drops-id",
    "`excludedAttributes` removes `id` too in v2.0",
    { v2: ["SCIM20-7643-3.1-07", "SCIM20-7644-3.4.2.5-03"] },
    onBody(read, (body, call) => {
      for (const name of namesIn(call.query.excludedAttributes)) delete body[name];
    }),
  ),
];
