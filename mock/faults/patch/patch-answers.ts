import type { ResourceKind } from "../../call.ts";
import { ScimError } from "../../errors.ts";
import type { Group } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { onSuccess, planter } from "../plant.ts";

const plant = planter("patch");

/** A PATCH gives 202, although it is already done. */
const accepted = (resource: ResourceKind) =>
  onSuccess({ operation: "patch", resource }, (answer) => {
    answer.status = 202;
  });

/** How often each group was patched. */
const changes = new WeakMap<Group, number>();

/** Faults in whether PATCH is supported, and in its responses. */
export const patchAnswerFaults: readonly Fault[] = [
  plant(
    "users-without-patch",
    "PATCH of a user gives 405",
    { v1: ["SCIM11-API-3.3-02"], v2: ["SCIM20-7644-3.5.2-01"] },
    {
      storeUser(_draft, _before, { operation }) {
        if (operation === "patch") throw new ScimError("method_not_allowed");
      },
    },
  ),
  plant(
    "user-patch-answers-202",
    "A PATCH of a user gives 202",
    {
      v1: ["SCIM11-API-3.3.2-03", "SLACK-PATCH-80"],
      v2: ["SCIM20-7644-3.5.2-16", "SLACK-PATCH-80"],
    },
    accepted("Users"),
  ),
  plant(
    "group-patch-answers-202",
    "A PATCH of a group gives 202",
    {
      v1: ["SCIM11-API-3.3.2-03", "SLACK-PATCH-81"],
      v2: ["SCIM20-7644-3.5.2-16", "SLACK-PATCH-81", "SCIM20-7644-3.5.2-17"],
    },
    accepted("Groups"),
  ),
  plant(
    "v2-group-last-modified-moves",
    "A PATCH that changes nothing changes `meta.lastModified` of a group, which is shown in v2.0",
    { v2: ["SCIM20-7644-3.5.2.1-06"] },
    {
      storeGroup(_draft, before, { operation }) {
        if (before && operation === "patch") changes.set(before, (changes.get(before) ?? 0) + 1);
      },
      group(resource, call) {
        const group = call.organization.group(String(resource.id));
        const seconds = (group && changes.get(group)) ?? 0;
        const lastModified = new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();
        resource.meta = { ...Object(resource.meta), lastModified };
      },
    },
  ),
];
