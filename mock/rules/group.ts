import { isObject, type JsonObject } from "../../schemas/json-value.ts";
import type { Call, GroupDraft } from "../call.ts";
import { ScimError } from "../errors.ts";
import type { Group } from "../organization/types.ts";
import { textOf } from "./text.ts";

const groupAttributes = new Map(
  ["schemas", "id", "externalId", "meta", "displayName", "members"].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** The canonical spelling of a group attribute regardless of case, or undefined. */
export function canonicalGroupAttribute(name: string): string | undefined {
  return groupAttributes.get(name.toLowerCase());
}

/** The attributes of a group body by their canonical names. */
export function groupMembersOf(body: JsonObject, call: Call): Map<string, unknown> {
  const { settings } = call.rules;
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(body)) {
    const known = canonicalGroupAttribute(key);
    if (known !== undefined && (settings.attributeNamesIgnoreCase || known === key)) {
      members.set(known, value);
    } else if (settings.unknownMembers === "error") throw new ScimError("invalid_request_payload");
  }
  return members;
}

/** FACT-GROUP-12: displayName is required; a second group of that name is rejected (FACT-GROUP-28). */
export function setGroupName(
  draft: GroupDraft,
  value: unknown,
  group: Group | undefined,
  call: Call,
): void {
  const name = textOf(value, "displayName", call) ?? "";
  if (name.trim() === "") throw new ScimError("invalid_name_required");
  const refuse = call.rules.settings.groupDuplicates === "refuse";
  const others = call.organization.groupsByName(name).filter((other) => other !== group);
  if (refuse && !call.rules.defects.duplicatesAllowed && others.length > 0) {
    throw new ScimError("group_creation_failed");
  }
  draft.displayName = name;
}

/**
 * The user ids of a list of members, `{value}` each. @throws ScimError on any other value, and on
 * too many (FACT-GROUP-24)
 */
export function memberIds(value: unknown, call: Call): readonly string[] {
  if (!Array.isArray(value)) throw new ScimError("invalid_attribute_format");
  if (value.length > call.rules.settings.maxMembersPerCall) throw new ScimError("too_many_users");
  return value.map((entry: unknown) => {
    const id = isObject(entry) ? entry.value : entry;
    if (typeof id !== "string" || id === "") throw new ScimError("invalid_attribute_format");
    return id;
  });
}

/** FACT-GROUP-23: only users can be members. */
function refuseNewMember(id: string, call: Call): void {
  const user = call.organization.user(id);
  if (!user) throw new ScimError("no_such_group_members");
  const refusedGuest = user.guest !== null && call.rules.settings.guestsInGroups === "refuse";
  if (!user.active || refusedGuest) {
    throw new ScimError("unable_to_add_deleted_or_guest_to_group");
  }
}

/** The group must not grow beyond its limit (FACT-GROUP-26). */
function refuseTooMany(members: ReadonlySet<string>, call: Call): void {
  if (members.size > call.rules.settings.maxGroupMembers) {
    throw new ScimError("group_member_max_exceeded");
  }
}

/** Adds ids to a set of members, checking those that are new. */
export function addMembers(target: Set<string>, ids: readonly string[], call: Call): void {
  for (const id of ids) {
    if (target.has(id)) continue;
    refuseNewMember(id, call);
    target.add(id);
  }
  refuseTooMany(target, call);
}

/** A whole list of members. Those in `before` may stay even if they could not join today. */
export function checkedMembers(
  value: unknown,
  before: ReadonlySet<string>,
  call: Call,
): Set<string> {
  const members = new Set(memberIds(value, call));
  for (const id of members) if (!before.has(id)) refuseNewMember(id, call);
  refuseTooMany(members, call);
  return members;
}
