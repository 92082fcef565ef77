import type { Call, GroupDraft } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Group } from "../organization/types.ts";
import { bodyOf, requireSchemas } from "../rules/body.ts";
import {
  addMembers,
  canonicalGroupAttribute,
  groupMembersOf,
  memberIds,
  setGroupName,
} from "../rules/group.ts";
import { unknownPath } from "../rules/remove.ts";
import { patchGroupV2 } from "../v2.0/patch-group.ts";
import { isDelete, removedAttributes } from "./removals.ts";

function removeMembers(draft: GroupDraft, removals: readonly unknown[], call: Call): void {
  const { defects } = call.rules;
  if (defects.patchRemovesAllValues && removals.length > 0) draft.members.clear();
  if (defects.patchRemovesNothing) return;
  for (const id of memberIds(removals, call)) {
    const isMember = draft.members.delete(id);
    if (!isMember && defects.patchNonMemberRefused) throw new ScimError("no_such_group_members");
  }
}

/** FACT-GROUP-50, FACT-GROUP-58: `members:[{value}]` adds, `{value, operation:"delete"}` removes, both in one call. */
export function patchGroupV1(draft: GroupDraft, group: Group, call: Call): void {
  const body = bodyOf(call);
  if (call.rules.settings.v1AcceptsPatchOp && "Operations" in body) {
    patchGroupV2(draft, group, call);
    return;
  }
  requireSchemas(body, call);
  const members = groupMembersOf(body, call);
  for (const path of removedAttributes(body)) {
    const name = canonicalGroupAttribute(path);
    // FACT-GROUP-56
    if (name === "members") draft.members.clear();
    else if (name === "displayName") throw new ScimError("invalid_name_required");
    else if (name === undefined) unknownPath(call);
  }
  if (members.has("displayName")) setGroupName(draft, members.get("displayName"), group, call);
  const changes = members.get("members");
  if (changes === undefined || changes === null) return;
  if (!Array.isArray(changes)) throw new ScimError("invalid_attribute_format");
  if (changes.length > call.rules.settings.maxMembersPerCall) throw new ScimError("too_many_users");
  removeMembers(draft, changes.filter(isDelete), call);
  const additions = changes.filter((entry) => !isDelete(entry));
  if (call.rules.defects.patchAddMembersReplaces && additions.length > 0) draft.members.clear();
  addMembers(draft.members, memberIds(additions, call), call);
}
