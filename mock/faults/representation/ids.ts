import type { Fault } from "../fault.ts";
import { objectsIn, onBody, planter } from "../plant.ts";

const plant = planter("representation");

/** Faults in the ids of resources. */
export const idFaults: readonly Fault[] = [
  plant(
    "group-id-of-a-user",
    "Users and groups are numbered separately, so that the first of each have the same id",
    { v1: ["SCIM11-CS-5.1-02"], v2: ["SCIM20-7643-3.1-02"] },
    onBody({ operation: "list", resource: "Groups" }, (body, call) => {
      const [first] = objectsIn(body.Resources);
      if (first) first.id = call.organization.users[0]?.id;
    }),
  ),
  plant(
    "id-with-bulk-id",
    "The ids of users contain `bulkId`, the reserved word",
    {
      v1: ["SCIM11-CS-5.1-05", "SLACK-REPR-03"],
      v2: ["SCIM20-7643-3.1-05", "SLACK-REPR-03"],
    },
    {
      request(call) {
        if (call.resource === "Users") call.id = call.id.replace(/^bulkId:/, "");
      },
      user(resource) {
        resource.id = `bulkId:${resource.id}`;
      },
    },
  ),
];
