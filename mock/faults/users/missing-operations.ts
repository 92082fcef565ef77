import type { Call } from "../../call.ts";
import { ScimError } from "../../errors.ts";
import type { Fault } from "../fault.ts";
import { planter } from "../plant.ts";

const plant = planter("users");

/** Refuses every PUT. */
function refuseReplace({ operation }: Call): void {
  if (operation === "replace") throw new ScimError("method_not_allowed");
}

/** Operations that a server does not offer, although the texts demand them. */
export const missingOperationFaults: readonly Fault[] = [
  plant(
    "users-without-put",
    "Users cannot be replaced: a PUT answers 405",
    {
      v1: ["SCIM11-API-3-01", "SCIM11-API-3.3-01"],
      v2: ["SCIM20-7644-3.2-01", "SCIM20-7644-3.5.1-01"],
    },
    { storeUser: (_draft, _before, call) => refuseReplace(call) },
  ),
  plant(
    "groups-without-put",
    "Groups cannot be replaced: a PUT answers 405",
    {
      v1: ["SCIM11-API-3-02", "SCIM11-API-3.3-01"],
      v2: ["SCIM20-7644-3.2-01", "SCIM20-7644-3.5.1-01"],
    },
    { storeGroup: (_draft, _before, call) => refuseReplace(call) },
  ),
];
