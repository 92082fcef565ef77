import type { Defects } from "../defects.ts";
import type { Fault } from "../fault.ts";
import { onSuccess, planter } from "../plant.ts";

const plant = planter("patch");

function deciding(flag: keyof Defects) {
  return { defects: { [flag]: true } };
}

/** Faults in PATCH. */
export const patchFaults: readonly Fault[] = [
  plant(
    "user-patch-wipes-title",
    "A PATCH of a user without `title` clears it",
    { v1: ["SCIM11-API-3.3.2-23"], v2: ["SLACK-PROPERTY-01"] },
    {
      storeUser(draft, before, call) {
        if (call.operation === "patch" && draft.title === before?.title) draft.title = "";
      },
    },
  ),
  plant(
    "v2-user-patch-wipes-title",
    "A PATCH of a user without `title` clears it, in v2.0 only",
    { v2: ["SLACK-PROPERTY-01"] },
    {
      storeUser(draft, before, call) {
        if (call.operation === "patch" && draft.title === before?.title) draft.title = "";
      },
    },
  ),
  plant(
    "user-patch-wipes-phones",
    "A PATCH of a user without phone numbers clears them",
    { v1: ["SCIM11-API-3.3.2-23"], v2: ["SCIM20-7644-3.5.2.3-02", "SLACK-PATCH-25"] },
    {
      storeUser(draft, before, call) {
        const isSame = draft.primaryPhone === before?.primaryPhone;
        if (call.operation === "patch" && isSame) draft.primaryPhone = null;
      },
    },
  ),
  plant(
    "user-patch-deactivates",
    "A PATCH without `active` deactivates the user",
    { v1: ["SCIM11-API-3.3.2-23", "SLACK-PATCH-98"], v2: ["SLACK-PROPERTY-01", "SLACK-PATCH-98"] },
    {
      storeUser(draft, before, call) {
        if (call.operation !== "patch" || !before?.active) return;
        if (!JSON.stringify(call.body).includes("active")) draft.active = false;
      },
    },
  ),
  plant(
    "user-patch-stores-nothing",
    "A PATCH of a user gives 200 and changes nothing",
    { v1: ["SCIM11-API-3.3.2-02", "SCIM11-API-3.3.2-09"], v2: ["SCIM20-7644-3.5.2.3-02"] },
    {
      storeUser(draft, before, call) {
        if (call.operation === "patch" && before) Object.assign(draft, before);
      },
    },
  ),
  plant(
    "user-patch-name-replaces-whole",
    "Setting one part of `name` clears the others",
    {
      v1: ["SCIM11-API-3.3.2-10", "SLACK-PATCH-09"],
      v2: ["SCIM20-7644-3.5.2.3-04", "DIFF-NAME-02", "SCIM20-7644-3.10-04"],
    },
    {
      storeUser(draft, before, call) {
        if (call.operation !== "patch" || !before) return;
        const givenChanged = draft.givenName !== before.givenName;
        if (givenChanged && draft.familyName === before.familyName) draft.familyName = "";
      },
    },
  ),
  plant(
    "user-patch-enterprise-replaces-whole",
    "Setting one enterprise attribute clears the others",
    {
      v1: [
        "DIFF-ENT-01",
        "SLACK-PATCH-42",
        "SCIM11-API-3.3.2-24",
        "SLACK-PATCH-43",
        "SLACK-PATCH-46",
      ],
      v2: ["DIFF-ENT-01", "SLACK-PATCH-42", "SLACK-PATCH-43"],
    },
    {
      storeUser(draft, before, call) {
        if (call.operation !== "patch" || !before) return;
        if (draft.enterprise.department === before.enterprise.department) return;
        draft.enterprise = { ...draft.enterprise, costCenter: null, employeeNumber: null };
      },
    },
  ),
  plant(
    "user-patch-answers-204",
    "A PATCH of a user gives 204 without the user",
    { v1: ["SLACK-PATCH-80", "SLACK-PATCH-01"], v2: ["SLACK-PATCH-80", "SLACK-PATCH-01"] },
    onSuccess({ operation: "patch", resource: "Users" }, (answer) => {
      answer.status = 204;
      answer.body = undefined;
    }),
  ),
  plant(
    "v1-group-patch-answers-200",
    "A PATCH of a group gives 200 with the group in v1.1, as in v2.0",
    { v1: ["DIFF-STAT-02"] },
    { settings: { v1GroupPatchStatus: 200 } },
  ),
  plant(
    "v2-group-patch-answers-204",
    "A PATCH of a group gives 204 in v2.0, as in v1.1",
    { v2: ["SLACK-PATCH-81", "DIFF-STAT-02", "SCIM20-7644-3.5.2-17"] },
    onSuccess({ operation: "patch", resource: "Groups" }, (answer) => {
      answer.status = 204;
      answer.body = undefined;
    }),
  ),
  plant(
    "patch-removes-nothing",
    "Removals in a PATCH are ignored",
    {
      v1: ["SCIM11-API-3.3.2-06", "SCIM11-API-3.3.2-14"],
      v2: ["SCIM20-7644-3.5.2.2-01", "SCIM20-7644-3.5.2.2-03"],
    },
    deciding("patchRemovesNothing"),
  ),
  plant(
    "patch-removes-all-values",
    "Removing one value of an attribute removes them all",
    {
      v1: ["SCIM11-API-3.3.2-19", "SLACK-PATCH-25", "SLACK-PATCH-32", "SLACK-PATCH-72"],
      v2: ["SCIM20-7644-3.5.2.2-03", "SLACK-PATCH-72", "SLACK-PATCH-74"],
    },
    deciding("patchRemovesAllValues"),
  ),
  plant(
    "patch-not-atomic",
    "A PATCH that fails applies its first part",
    { v1: ["SCIM11-API-3.3.2-25"], v2: ["SCIM20-7644-3.5.2-15"] },
    deciding("patchNotAtomic"),
  ),
  plant(
    "v1-patch-removals-last",
    "`meta.attributes` is applied after the values in v1.1",
    { v1: ["SCIM11-API-3.3.2-05", "SLACK-PROPERTY-01"] },
    deciding("patchRemovalsLast"),
  ),
  plant(
    "v2-patch-first-operation-only",
    "Only the first operation of a PATCH is applied in v2.0",
    { v2: ["SCIM20-7644-3.5.2-13", "SLACK-PATCH-03"] },
    deciding("patchFirstOperationOnly"),
  ),
  plant(
    "v2-patch-operations-reversed",
    "Operations of a PATCH are applied in reverse order in v2.0",
    { v2: ["SCIM20-7644-3.5.2-13", "DIFF-PATCH-06"] },
    deciding("patchOperationsReversed"),
  ),
  plant(
    "v2-patch-replace-members-adds",
    "`replace` of `members` adds in v2.0",
    { v2: ["SCIM20-7644-3.5.2.3-05", "DIFF-GRP-04"] },
    deciding("patchReplaceMembersAdds"),
  ),
  plant(
    "patch-add-member-replaces",
    "Adding a member replaces the existing members",
    { v1: ["SLACK-PATCH-70"], v2: ["DIFF-GRP-01", "SLACK-PATCH-70"] },
    deciding("patchAddMembersReplaces"),
  ),
  plant(
    "patch-non-member-refused",
    "Removing a user who is not a member is rejected",
    { v1: ["SCIM11-API-3.3.2-19", "SCIM11-API-3.3.2-16"], v2: ["SCIM20-7644-3.5.2.2-07"] },
    deciding("patchNonMemberRefused"),
  ),
  plant(
    "v2-patch-unquoted-path-refused",
    "`members[value eq U1]` without quotes is rejected in v2.0",
    { v2: ["DIFF-GRP-02", "SCIM20-7644-3.5.2.2-04"] },
    deciding("patchUnquotedPathRefused"),
  ),
  plant(
    "v2-patch-remove-with-value-selects",
    "`remove` of `members` with a value removes only those members in v2.0",
    { v2: ["DIFF-GRP-07", "SCIM20-7644-3.5.2.2-08"] },
    { settings: { removeMembersWithValue: "selected" } },
  ),
  plant(
    "v1-patch-takes-patch-op",
    "A PatchOp, v2.0's PATCH, works in v1.1",
    { v1: ["INF FACT-PATCH-23"] },
    { settings: { v1AcceptsPatchOp: true, foreignSchemas: "accept" } },
  ),
  plant(
    "patch-string-boolean-refused",
    "`active` as a string is rejected",
    { v1: ["INF FACT-PATCH-38"], v2: ["INF FACT-PATCH-37"] },
    { settings: { stringBooleans: "refuse" } },
  ),
  plant(
    "v2-patch-string-boolean-taken",
    "`active` as the string `False` deactivates in v2.0",
    { v2: ["DIFF-PATCH-12"] },
    { settings: { stringBooleans: "accept" } },
  ),
  plant(
    "patch-does-not-reactivate",
    "`active:true` does not reactivate",
    {
      v1: ["SCIM11-CS-6.1-10", "SLACK-DELETE-07", "SLACK-PATCH-06", "SLACK-PATCH-54"],
      v2: ["SCIM20-7643-4.1.1-13", "SLACK-DELETE-07", "SLACK-PATCH-06", "SLACK-PATCH-54"],
    },
    {
      storeUser(draft, before, call) {
        if (call.operation === "patch" && before?.active === false) draft.active = false;
      },
    },
  ),
  plant(
    "patch-removes-primary-email",
    "Removing all e-mail addresses makes the secondary one primary",
    { v1: ["SLACK-PATCH-13", "DIFF-EMAIL-04"], v2: ["SLACK-PATCH-13", "DIFF-EMAIL-04"] },
    {
      storeUser(draft, before, call) {
        const isRemoved = before?.secondaryEmail && draft.secondaryEmail === null;
        if (call.operation === "patch" && isRemoved)
          draft.primaryEmail = before.secondaryEmail ?? "";
      },
    },
  ),
];
