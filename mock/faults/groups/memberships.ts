import { isObject } from "../../../schemas/json-value.ts";
import { ScimError } from "../../errors.ts";
import type { Fault } from "../fault.ts";
import { keyWith, objectsIn, onGroup, onRequest, onUser, planter } from "../plant.ts";

const plant = planter("groups");

/** The id in a value path such as `members[value eq "U1"].display`. */
function selectedMember(path: unknown): string | undefined {
  return /^members\[value eq "([^"]+)"\]\.display$/.exec(String(path))?.[1];
}

/** Faults in the members of groups, and in their representation. */
export const membershipFaults: readonly Fault[] = [
  plant(
    "group-members-required",
    "A group without members is rejected",
    { v1: ["SCIM11-CS-8-03"], v2: ["SCIM20-7643-4.2-06"] },
    {
      storeGroup(draft, before) {
        if (!before && draft.members.size === 0) throw new ScimError("group_creation_failed");
      },
    },
  ),
  plant(
    "group-join-deactivates",
    "A user who is added to a group is deactivated",
    { v1: ["SLACK-GROUP-10"], v2: ["SLACK-GROUP-10"] },
    {
      storeGroup(draft, before, { organization }) {
        for (const id of draft.members) {
          const user = before?.members.has(id) ? undefined : organization.user(id);
          if (user) user.active = false;
        }
      },
    },
  ),
  plant(
    "guest-groups-hidden",
    "A guest does not show the groups that still show the guest as a member",
    { v1: ["DIFF-GUEST-04"], v2: ["DIFF-GUEST-04"] },
    {
      settings: { guestConversionDropsGroups: false },
      ...onUser((user) => {
        if (keyWith(user, "guest") !== undefined) user.groups = [];
      }),
    },
  ),
  plant(
    "v1-groups-of-users-hidden",
    "The groups of a user are not shown in v1.1",
    { v1: ["SAME-15"] },
    onUser((user) => {
      user.groups = [];
    }),
  ),
  plant(
    "v2-member-ref-dangling",
    "Members have a broken `$ref` in v2.0, although Slack shows none",
    { v2: ["SCIM20-7643-4.2-03", "SLACK-GROUP-03", "SCIM20-7643-2.3-10"] },
    onGroup((group, call) => {
      for (const member of objectsIn(group.members)) {
        member.$ref = `${call.baseUrl}/Members/${member.value}`;
      }
    }),
  ),
  plant(
    "v2-group-ref-dangling",
    "The groups of a user have a broken `$ref` in v2.0, although Slack shows none",
    { v2: ["SCIM20-7643-4.1.2-10", "SLACK-REPR-10", "SCIM20-7643-2.3-10"] },
    onUser((user, call) => {
      for (const group of objectsIn(user.groups)) {
        group.$ref = `${call.baseUrl}/Memberships/${group.value}`;
      }
    }),
  ),
  plant(
    "v2-member-type-is-endpoint",
    "The type of a member is the name of its endpoint in v2.0",
    { v2: ["SCIM20-7643-4.2-05", "SLACK-GROUP-03"] },
    onGroup((group) => {
      for (const member of objectsIn(group.members)) member.type = "Users";
    }),
  ),
  plant(
    "v2-membership-type-unknown",
    "The type of a user's group is neither direct nor indirect in v2.0",
    { v2: ["SCIM20-7643-4.1.2-12", "SLACK-REPR-10"] },
    onUser((user) => {
      for (const group of objectsIn(user.groups)) group.type = "Group";
    }),
  ),
  plant(
    "v2-member-display-writable",
    "A PATCH of a member's `display` renames the user in v2.0",
    { v2: ["SCIM20-7643-4.2-04"] },
    onRequest({ operation: "patch", resource: "Groups" }, (call) => {
      const operations = isObject(call.body) ? objectsIn(call.body.Operations) : [];
      for (const { path, value } of operations) {
        const user = call.organization.user(selectedMember(path) ?? "");
        if (user && typeof value === "string") user.displayName = value;
      }
    }),
  ),
];
