import type { Fault } from "../fault.ts";
import { planter } from "../plant.ts";

const plant = planter("representation");

/** Faults in the accepted media types. */
export const mediaTypeFaults: readonly Fault[] = [
  plant(
    "v2-scim-json-refused",
    "A body declared as `application/scim+json` is rejected in v2.0",
    { v2: ["SCIM20-7644-3.8-05"] },
    { defects: { scimJsonRefused: true } },
  ),
];
