import { isObject } from "../../../schemas/json-value.ts";
import type { User } from "../../organization/types.ts";
import type { Fault } from "../fault.ts";
import { objectsIn, planter } from "../plant.ts";
import { nowhere, onWritten } from "../written.ts";
import { onOperations } from "./patch-operations.ts";

const plant = planter("patch");
const patchUser = { operation: "patch", resource: "Users" } as const;

/** The value that a PATCH sets for an attribute, in either version. */
function patched(body: unknown, name: string): unknown {
  if (!isObject(body)) return undefined;
  const operation = objectsIn(body.Operations).find(({ path }) => path === name);
  return operation === undefined ? body[name] : operation.value;
}

/** Whether a PatchOp holds an operation with this verb and path. */
function hasOperation(body: unknown, op: string, path: string): boolean {
  const operations = isObject(body) ? objectsIn(body.Operations) : [];
  return operations.some((operation) => operation.op === op && operation.path === path);
}

/** The external ids that clients set, by the stored user: they end with the organisation. */
const externalIds = new WeakMap<User, unknown>();

/** Faults in the values that a PATCH sets, or must not set. */
export const patchValueFaults: readonly Fault[] = [
  plant(
    "v2-patch-add-keeps-value",
    "`add` of a title does nothing in v2.0 when the user has one",
    { v2: ["SCIM20-7644-3.5.2.1-02"] },
    {
      storeUser(draft, before, call) {
        if (before?.title && hasOperation(call.body, "add", "title")) draft.title = before.title;
      },
    },
  ),
  plant(
    "v2-patch-replace-needs-value",
    "`replace` of a title does nothing in v2.0 when the user has none",
    { v2: ["SCIM20-7644-3.5.2.3-03"] },
    {
      storeUser(draft, before, call) {
        if (before?.title === "" && hasOperation(call.body, "replace", "title")) draft.title = "";
      },
    },
  ),
  plant(
    "v2-patch-op-case-ignored",
    "An operation whose verb has a capital is ignored in v2.0",
    { v2: ["SCIM20-7644-3.5.2-05"] },
    onOperations((operation) => {
      const isLowerCase = operation.op === String(operation.op).toLowerCase();
      if (!isLowerCase) operation.path = nowhere;
    }),
  ),
  plant(
    "patch-last-phone-is-primary",
    "The last of several telephone numbers without a type becomes the primary one, regardless of `primary`",
    { v1: ["SLACK-PATCH-20"], v2: ["SLACK-PATCH-20"] },
    onWritten(patchUser, /^phoneNumbers$/, (value) => {
      const entries = objectsIn(value);
      if (entries.length < 2 || entries.some(({ type }) => type !== undefined)) return value;
      return entries.map((entry, index) => ({ ...entry, primary: index === entries.length - 1 }));
    }),
  ),
  plant(
    "v1-patch-start-date-ignored",
    "A PATCH of the start date is ignored in v1.1",
    { v1: ["SLACK-PATCH-49"] },
    onWritten(patchUser, /^urn:.*:profile:/, () => undefined),
  ),
  plant(
    "patch-photo-never-shown",
    "A new photo is shown after an hour",
    { v1: ["SLACK-PATCH-40", "SLACK-USER-33"], v2: ["SLACK-PATCH-40", "SLACK-USER-33"] },
    { settings: { photoDelayMs: 3_600_000 } },
  ),
  plant(
    "patch-external-id-stored",
    "A PATCH sets the `externalId`",
    { v1: ["SLACK-PATCH-61"], v2: ["SLACK-PATCH-61"] },
    {
      storeUser(_draft, before, call) {
        const given = call.operation === "patch" ? patched(call.body, "externalId") : undefined;
        if (before && given !== undefined) externalIds.set(before, given);
      },
      user(resource, call) {
        const stored = call.organization.user(String(resource.id));
        if (stored && externalIds.has(stored)) resource.externalId = externalIds.get(stored);
      },
    },
  ),
  plant(
    "patch-profile-url-stored",
    "A PATCH sets the `profileUrl`",
    { v1: ["SLACK-PATCH-62"], v2: ["INF FACT-USER-32"] },
    {
      storeUser(draft, _before, call) {
        const given = call.operation === "patch" ? patched(call.body, "profileUrl") : undefined;
        if (typeof given === "string") draft.profileUrl = given;
      },
    },
  ),
  plant(
    "v2-patch-id-stored",
    "A PATCH sets the `id` in v2.0",
    { v2: ["SCIM20-7644-3.5.2-10"] },
    {
      storeUser(draft, _before, call) {
        const given = call.operation === "patch" ? patched(call.body, "id") : undefined;
        if (typeof given === "string") draft.id = given;
      },
    },
  ),
  plant(
    "v1-patch-id-stored",
    "A PATCH sets the `id` in v1.1",
    { v1: ["SCIM11-CS-5.1-16"] },
    {
      storeUser(draft, _before, { operation, body }) {
        const given = operation === "patch" && isObject(body) ? body.id : undefined;
        if (typeof given === "string") draft.id = given;
      },
    },
  ),
  plant(
    "patch-empty-user-name-ignored",
    "A PATCH ignores an empty `userName` instead of rejecting it",
    { v1: ["SLACK-PATCH-63"], v2: ["SLACK-PATCH-63"] },
    onWritten(patchUser, /^userName$/, (value) => (value === "" ? undefined : value)),
  ),
  plant(
    "patch-manager-without-id-accepted",
    "A PATCH ignores a manager without `managerId` instead of rejecting it",
    { v1: ["SLACK-PATCH-48", "DIFF-ENT-04"], v2: ["SLACK-PATCH-48", "DIFF-ENT-04"] },
    onWritten(patchUser, /^urn:.*enterprise:/, (value) => {
      if (!isObject(value) || !isObject(value.manager)) return value;
      const { manager, ...others } = value;
      return "managerId" in manager ? value : others;
    }),
  ),
  plant(
    "v2-second-email-deactivates",
    "A PATCH that replaces the second address deactivates the user in v2.0, as the reference's example looks",
    { v2: ["DIFF-EMAIL-02"] },
    {
      storeUser(draft, _before, call) {
        const isReplaced = hasOperation(call.body, "replace", "emails[primary eq false]");
        if (call.operation === "patch" && isReplaced) draft.active = false;
      },
    },
  ),
  plant(
    "v1-group-rename-drops-members",
    "A PATCH that renames a group without `members` removes its members in v1.1",
    { v1: ["SLACK-PATCH-76"] },
    {
      storeGroup(draft, _before, call) {
        if (call.operation !== "patch" || !isObject(call.body)) return;
        if ("displayName" in call.body && !("members" in call.body)) draft.members.clear();
      },
    },
  ),
  plant(
    "v2-patch-member-changed-in-place",
    "A PATCH replaces the value of a selected member in v2.0, which its schema calls immutable",
    { v2: ["SCIM20-7643-7-09"] },
    {
      storeGroup(draft, _before, { operation, body }) {
        if (operation !== "patch" || !isObject(body)) return;
        for (const { path, value } of objectsIn(body.Operations)) {
          const [, selected] = /^members\[value eq "(.+)"\]\.value$/.exec(String(path)) ?? [];
          if (selected === undefined || typeof value !== "string") continue;
          if (draft.members.delete(selected)) draft.members.add(value);
        }
      },
    },
  ),
];
