import { isObject } from "../../schemas/json-value.ts";
import type { Call, GroupDraft } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Group } from "../organization/types.ts";
import { bodyOf } from "../rules/body.ts";
import {
  addMembers,
  canonicalGroupAttribute,
  checkedMembers,
  memberIds,
  setGroupName,
} from "../rules/group.ts";
import { unknownPath } from "../rules/remove.ts";
import { requirePatchOp } from "./patch-body.ts";
import { operationsOf, type PatchOperation, type PatchPath, parsePath } from "./patch-path.ts";

function asList(value: unknown): readonly unknown[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function removeIds(draft: GroupDraft, ids: readonly string[], call: Call): void {
  for (const id of ids) {
    const isMember = draft.members.delete(id);
    if (!isMember && call.rules.defects.patchNonMemberRefused) {
      throw new ScimError("no_such_group_members");
    }
  }
}

function selectedMembers(draft: GroupDraft, path: PatchPath): readonly string[] {
  const { selects } = path;
  if (!selects) return [...draft.members];
  return [...draft.members].filter((value) =>
    selects({ slot: value, value, type: "User", primary: false }),
  );
}

/** FACT-GROUP-55, FACT-GROUP-53: `remove` empties the group, also with a value. */
function removeMembers(
  draft: GroupDraft,
  path: PatchPath,
  operation: PatchOperation,
  call: Call,
): void {
  const { defects, settings } = call.rules;
  if (defects.patchRemovesNothing) return;
  const values = asList(operation.value);
  const byValue = values.length > 0 && settings.removeMembersWithValue === "selected";
  if (defects.patchRemovesAllValues) draft.members.clear();
  else if (path.selects) {
    const selected = selectedMembers(draft, path);
    const refuse = settings.patchNoTarget === "error" || defects.patchNonMemberRefused;
    if (selected.length === 0 && refuse) throw new ScimError("no_such_group_members");
    removeIds(draft, selected, call);
  } else if (byValue) removeIds(draft, memberIds(values, call), call);
  else draft.members.clear();
}

function changeMembers(
  draft: GroupDraft,
  path: PatchPath,
  operation: PatchOperation,
  group: Group,
  call: Call,
): void {
  const { defects } = call.rules;
  if (operation.op === "remove") {
    removeMembers(draft, path, operation, call);
    return;
  }
  // Members cannot be changed in place: a value path may only remove.
  if (path.selects || path.target.kind !== "attribute" || path.target.sub !== "") {
    unknownPath(call);
    return;
  }
  const values = asList(operation.value);
  const replaces =
    operation.op === "replace" ? !defects.patchReplaceMembersAdds : defects.patchAddMembersReplaces;
  if (replaces) draft.members = checkedMembers(values, group.members, call);
  else addMembers(draft.members, memberIds(values, call), call);
}

function applyAtPath(draft: GroupDraft, operation: PatchOperation, group: Group, call: Call): void {
  const path = parsePath(operation.path, call);
  const name =
    path.target.kind === "attribute" ? canonicalGroupAttribute(path.target.name) : undefined;
  if (name === "members") changeMembers(draft, path, operation, group, call);
  else if (name === "displayName") {
    if (operation.op === "remove") throw new ScimError("invalid_name_required");
    setGroupName(draft, operation.value, group, call);
  } else if (name === undefined) unknownPath(call);
}

/** FACT-PATCH-12: a PatchOp on a group. */
export function patchGroupV2(draft: GroupDraft, group: Group, call: Call): void {
  const body = bodyOf(call);
  requirePatchOp(body, call);
  for (const operation of operationsOf(body.Operations, call)) {
    if (operation.path !== undefined) applyAtPath(draft, operation, group, call);
    else if (isObject(operation.value)) {
      for (const [path, value] of Object.entries(operation.value)) {
        applyAtPath(draft, { ...operation, path, value }, group, call);
      }
    }
  }
}
