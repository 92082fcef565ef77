import type { Call } from "../../call.ts";
import { ScimError } from "../../errors.ts";
import type { Fault } from "../fault.ts";
import { planter } from "../plant.ts";

const plant = planter("users");

/** Rejects every PUT. */
function refuseReplace({ operation }: Call): void {
  if (operation === "replace") throw new ScimError("method_not_allowed");
}

/** Operations that are not supported, although the specifications require them. */
export const missingOperationFaults: readonly Fault[] = [
  plant(
    "users-without-put",
    "PUT of a user gives 405",
    {
      v1: ["SCIM11-API-3-01", "SCIM11-API-3.3-01"],
      v2: ["SCIM20-7644-3.2-01", "SCIM20-7644-3.5.1-01"],
    },
    { storeUser: (_draft, _before, call) => refuseReplace(call) },
  ),
  plant(
    "groups-without-put",
    "PUT of a group gives 405",
    {
      v1: ["SCIM11-API-3-02", "SCIM11-API-3.3-01"],
      v2: ["SCIM20-7644-3.2-01", "SCIM20-7644-3.5.1-01"],
    },
    { storeGroup: (_draft, _before, call) => refuseReplace(call) },
  ),
];
