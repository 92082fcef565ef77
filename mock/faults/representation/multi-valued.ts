import type { Fault } from "../fault.ts";
import { objectsIn, onGroup, onUser, planter } from "../plant.ts";

const plant = planter("representation");

/** Faults in the entries of multi-valued attributes. */
export const multiValuedFaults: readonly Fault[] = [
  plant(
    "primary-as-string",
    "`primary` of an e-mail address is a string",
    { v1: ["SCIM11-CS-3.1-01"], v2: ["SCIM20-7643-2.3-04", "SCIM20-7643-2.4-04"] },
    onUser((user) => {
      for (const email of objectsIn(user.emails)) email.primary = String(email.primary);
    }),
  ),
  plant(
    "v1-operation-returned",
    "The `operation` of v1.1's PATCH is stored and shown with a member",
    { v1: ["SCIM11-CS-3.2-03", "SLACK-GROUP-03"] },
    onGroup((group) => {
      for (const member of objectsIn(group.members)) member.operation = "add";
    }),
  ),
  plant(
    "user-groups-as-ids",
    "`groups` of a user holds plain ids",
    {
      v1: ["SLACK-REPR-10", "SCIM11-API-3.6-06", "SCIM11-CS-6.2-07"],
      v2: ["SLACK-REPR-10", "SCIM20-7643-4.1.2-09"],
    },
    onUser((user) => {
      user.groups = objectsIn(user.groups).map((group) => group.value);
    }),
  ),
  plant(
    "user-groups-show-id-as-name",
    "`groups` of a user shows the id of a group as its name",
    { v1: ["SLACK-GROUP-04"], v2: ["SLACK-GROUP-04"] },
    onUser((user) => {
      for (const group of objectsIn(user.groups)) group.display = group.value;
    }),
  ),
];
