import type { Fault } from "../fault.ts";
import { onError, onRequest, onSuccess, planter } from "../plant.ts";

const plant = planter("delete");
const ofUser = { operation: "delete", resource: "Users" } as const;
const ofGroup = { operation: "delete", resource: "Groups" } as const;

/** Faults in DELETE. */
export const deleteFaults: readonly Fault[] = [
  plant(
    "delete-deactivates-nothing",
    "DELETE of a user reports success and leaves the user active",
    {
      v1: ["SLACK-DELETE-01", "SLACK-DELETE-07", "SLACK-DELETE-08", "SAME-08"],
      v2: ["SLACK-DELETE-01", "SLACK-DELETE-07", "SLACK-DELETE-08", "SAME-08"],
    },
    {
      storeUser(draft, _before, call) {
        if (call.operation === "delete") draft.active = true;
      },
    },
  ),
  plant(
    "v2-delete-deactivates-nothing",
    "DELETE of a user leaves the user active, in v2.0 only",
    { v2: ["SLACK-DELETE-01", "SAME-08"] },
    {
      storeUser(draft, _before, call) {
        if (call.operation === "delete") draft.active = true;
      },
    },
  ),
  plant(
    "v1-delete-user-answers-204",
    "DELETE of a user returns 204 in v1.1, as v2.0 does",
    { v1: ["DIFF-STAT-01"] },
    { settings: { v1UserDeleteStatus: 204 } },
  ),
  plant(
    "v2-delete-user-answers-200",
    "DELETE of a user returns 200 in v2.0, as v1.1 does",
    { v2: ["DIFF-STAT-01", "SCIM20-7644-3.6-01"] },
    onSuccess(ofUser, (answer) => {
      answer.status = 200;
    }),
  ),
  plant(
    "v1-delete-user-with-body",
    "DELETE of a user returns a body in v1.1",
    { v1: ["DIFF-STAT-01", "SLACK-DELETE-03"] },
    onSuccess(ofUser, (answer, call) => {
      answer.body = { id: call.id };
    }),
  ),
  plant(
    "v2-delete-user-with-body",
    "DELETE of a user returns 200 with a body in v2.0",
    { v2: ["SLACK-DELETE-03", "SCIM20-7644-3.6-01"] },
    onSuccess(ofUser, (answer, call) => {
      answer.status = 200;
      answer.body = { id: call.id };
    }),
  ),
  plant(
    "delete-user-answers-202",
    "DELETE of a user returns 202",
    { v1: ["SCIM11-API-3.4-01"], v2: ["SCIM20-7644-3.6-01"] },
    onSuccess(ofUser, (answer) => {
      answer.status = 202;
    }),
  ),
  plant(
    "delete-user-not-repeatable",
    "DELETE of a deactivated user gives 404",
    { v1: ["SLACK-DELETE-05", "SAME-08"], v2: ["SLACK-DELETE-05", "SAME-08"] },
    onRequest(ofUser, (call) => {
      if (call.organization.user(call.id)?.active === false) call.id = "gone";
    }),
  ),
  plant(
    "delete-user-hides",
    "A deactivated user is no longer readable",
    {
      v1: ["SLACK-DELETE-04", "DIFF-DEL-01", "SCIM11-API-3.4-02"],
      v2: ["SLACK-DELETE-04", "SCIM20-7643-2.3-05"],
    },
    onRequest({ operation: "read", resource: "Users" }, (call) => {
      if (call.organization.user(call.id)?.active === false) call.id = "gone";
    }),
  ),
  plant(
    "deactivated-users-unlisted",
    "Lists and filters leave out deactivated users",
    {
      v1: ["SLACK-DELETE-09", "SCIM11-API-3.4-04"],
      v2: ["SLACK-DELETE-09", "SCIM20-7644-3.6-03"],
    },
    { settings: { listDeactivated: false } },
  ),
  plant(
    "delete-user-never-seen",
    "Deactivation by DELETE takes an hour to show",
    { v1: ["SLACK-DELETE-01"], v2: ["SLACK-DELETE-01"] },
    { settings: { deactivationDelayMs: 3_600_000 } },
  ),
  plant(
    "delete-unknown-user-succeeds",
    "DELETE of a user that does not exist succeeds",
    { v1: ["SCIM11-API-3.9-08", "SLACK-ERROR-34"], v2: ["SCIM20-7644-3.6-05", "SLACK-ERROR-34"] },
    onError(
      (answer) => {
        answer.status = 204;
        answer.body = undefined;
      },
      404,
      ofUser,
    ),
  ),
  plant(
    "delete-user-clears-name",
    "DELETE of a user changes the title too",
    { v1: ["SLACK-PROPERTY-06"], v2: ["SLACK-PROPERTY-06"] },
    onSuccess(ofUser, (_answer, call) => {
      const user = call.organization.user(call.id);
      if (user) user.title = "Deactivated";
    }),
  ),
  plant(
    "delete-group-answers-200",
    "DELETE of a group returns 200 with a body",
    { v1: ["SLACK-DELETE-02"], v2: ["SLACK-DELETE-02"] },
    onSuccess(ofGroup, (answer, call) => {
      answer.status = 200;
      answer.body = { id: call.id };
    }),
  ),
  plant(
    "delete-group-keeps",
    "DELETE of a group does not delete it",
    { v1: ["SCIM11-API-3.4-03", "SLACK-DELETE-06"], v2: ["SCIM20-7644-3.6-02", "SLACK-DELETE-06"] },
    { defects: { groupsStay: true } },
  ),
  plant(
    "delete-unknown-group-succeeds",
    "DELETE of a group that does not exist succeeds",
    { v1: ["SCIM11-API-3.9-08", "SCIM11-API-3.4-03"], v2: ["SCIM20-7644-3.6-05"] },
    onError(
      (answer) => {
        answer.status = 204;
        answer.body = undefined;
      },
      404,
      ofGroup,
    ),
  ),
];
