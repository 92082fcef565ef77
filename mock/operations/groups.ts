import type { JsonObject } from "../../schemas/json-value.ts";
import type { Answer, Call, GroupDraft } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Group } from "../organization/types.ts";
import { groupResource } from "../representation/group.ts";
import { bodyOf, requireSchemas } from "../rules/body.ts";
import { checkedMembers, groupMembersOf, setGroupName } from "../rules/group.ts";
import { patchGroupV1 } from "../v1.1/patch-group.ts";
import { patchGroupV2 } from "../v2.0/patch-group.ts";
import { pageOf } from "./lists.ts";

/** The group of the path. @throws ScimError `no_such_group` */
function addressed(call: Call): Group {
  const group = call.organization.group(call.id);
  if (!group) throw new ScimError("no_such_group");
  return group;
}

/** Stores a changed group; it becomes visible after `groupVisibilityDelayMs` (FACT-GROUP-29). */
function storeGroup(group: Group, draft: GroupDraft, call: Call): void {
  const { organization } = call;
  call.rules.storeGroup?.(draft, group, call);
  const delay = call.rules.settings.groupVisibilityDelayMs;
  if (delay > 0) {
    if (!organization.staleGroups.has(group.id)) {
      organization.staleGroups.set(group.id, { ...group, members: new Set(group.members) });
    }
    const key = `show ${group.id}`;
    organization.schedule.cancel(key);
    organization.schedule.after(delay, key, () => organization.staleGroups.delete(group.id));
  }
  organization.changeGroup(group, draft.displayName, draft.members);
}

/** FACT-GROUP-02 to FACT-GROUP-05: 201 with the group. */
export function createGroup(call: Call): Answer {
  const body = bodyOf(call);
  requireSchemas(body, call);
  const draft: GroupDraft = { displayName: "", members: new Set() };
  const members = groupMembersOf(body, call);
  setGroupName(draft, members.get("displayName"), undefined, call);
  draft.members = checkedMembers(members.get("members") ?? [], new Set(), call);
  call.rules.storeGroup?.(draft, undefined, call);
  const { organization } = call;
  const group: Group = {
    id: organization.nextGroupId(),
    created: organization.timestamp(),
    ...draft,
    linkedToChannels: false,
  };
  organization.addGroup(group);
  const full = call.version === "2.0" || call.rules.settings.groupPostBody === "full";
  return { status: 201, headers: {}, body: full ? groupResource(group, call) : undefined };
}

/** FACT-LIST-24: `startIndex` and `count` page the members, with a setting. */
function withPagedMembers(resource: JsonObject, call: Call): JsonObject {
  const isPaged = "startIndex" in call.query || "count" in call.query;
  const { members } = resource;
  if (call.rules.settings.memberPaging === "ignore" || !isPaged || !Array.isArray(members)) {
    return resource;
  }
  const { page, startIndex, itemsPerPage } = pageOf(members, call);
  return { ...resource, members: page, totalResults: members.length, itemsPerPage, startIndex };
}

export function readGroup(call: Call): Answer {
  const body = withPagedMembers(groupResource(addressed(call), call), call);
  return { status: 200, headers: {}, body };
}

/** FACT-GROUP-18: a PUT without `members` empties the group. */
export function replaceGroup(call: Call): Answer {
  const group = addressed(call);
  const body = bodyOf(call);
  requireSchemas(body, call);
  const draft: GroupDraft = { displayName: group.displayName, members: new Set() };
  const members = groupMembersOf(body, call);
  setGroupName(draft, members.get("displayName"), group, call);
  draft.members = checkedMembers(members.get("members") ?? [], group.members, call);
  storeGroup(group, draft, call);
  return { status: 200, headers: {}, body: groupResource(group, call) };
}

export function patchGroup(call: Call): Answer {
  const group = addressed(call);
  const draft: GroupDraft = { displayName: group.displayName, members: new Set(group.members) };
  const apply = call.version === "1.1" ? patchGroupV1 : patchGroupV2;
  try {
    apply(draft, group, call);
  } catch (error) {
    if (call.rules.defects.patchNotAtomic) storeGroup(group, draft, call);
    throw error;
  }
  storeGroup(group, draft, call);
  const status = call.version === "1.1" ? call.rules.settings.v1GroupPatchStatus : 200;
  return { status, headers: {}, body: status === 204 ? undefined : groupResource(group, call) };
}

/** FACT-GROUP-33, FACT-GROUP-34: permanent; the members stay. */
export function deleteGroup(call: Call): Answer {
  const group = addressed(call);
  if (group.linkedToChannels) throw new ScimError("idp_group_linked_to_channels");
  if (!call.rules.defects.groupsStay) call.organization.removeGroup(group);
  const status = call.version === "1.1" ? 204 : call.rules.settings.v2GroupDeleteStatus;
  return { status, headers: {}, body: undefined };
}
