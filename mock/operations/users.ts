import type { Answer, Call } from "../call.ts";
import { ScimError } from "../errors.ts";
import { blankUser, profileUrlOf } from "../organization/seed.ts";
import type { User } from "../organization/types.ts";
import { userResource } from "../representation/user.ts";
import { refuseDeactivation, refuseForgotten } from "../rules/active.ts";
import { extensionRule, type UserChange, userAttributes } from "../rules/attributes.ts";
import { bodyOf, declaredExtensions, requireSchemas, userMembers } from "../rules/body.ts";
import { clearGuest } from "../rules/extensions.ts";
import { patchUserV1 } from "../v1.1/patch-user.ts";
import { patchUserV2 } from "../v2.0/patch-user.ts";
import { draftOf, storeChange } from "./store-user.ts";

/** The user of the path. @throws ScimError `no_such_user` */
function addressed(call: Call): User {
  const user = call.organization.user(call.id);
  if (!user) throw new ScimError("no_such_user");
  return user;
}

function answerWith(status: number, user: User, call: Call): Answer {
  return { status, headers: {}, body: userResource(user, call) };
}

/** Applies the attributes of a POST or PUT body, in the order of the table. */
function applyMembers(
  change: UserChange,
  members: ReadonlyMap<string, unknown>,
  schemas: readonly string[],
  call: Call,
): void {
  for (const [name, rule] of userAttributes) {
    if (members.has(name)) rule.set(change, members.get(name), call);
  }
  for (const [urn, value] of declaredExtensions(members, schemas, call)) {
    extensionRule(urn, call)?.set(change, value, call);
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** FACT-USER-40, FACT-FORMAT-30: `userName`, at least one e-mail and `schemas` are required. */
export function createUser(call: Call): Answer {
  const body = bodyOf(call);
  const schemas = requireSchemas(body, call);
  const members = userMembers(body, call);
  if (isMissing(members.get("userName"))) throw new ScimError("username_required");
  if (isMissing(members.get("emails"))) throw new ScimError("email_empty");
  members.delete("nickName");
  const change: UserChange = { draft: blankUser() };
  const { draft } = change;
  applyMembers(change, members, schemas, call);
  if (isMissing(members.get("displayName"))) draft.displayName = draft.userName;
  if (isMissing(members.get("name"))) draft.givenName = draft.displayName;
  const { organization } = call;
  draft.profileUrl ||= profileUrlOf(organization.name, draft.userName);
  call.rules.storeUser?.(draft, undefined, call);
  draft.id ||= organization.nextUserId();
  draft.created = organization.timestamp();
  organization.addUser(draft);
  const answer = answerWith(201, draft, call);
  if (change.photo !== undefined) {
    storeChange(draft, { draft: draftOf(draft), photo: change.photo }, call);
  }
  return answer;
}

export function readUser(call: Call): Answer {
  return answerWith(200, addressed(call), call);
}

/**
 * FACT-PUT-11: attributes that a PUT omits are cleared (FACT-PUT-15), apart from `name` (FACT-PUT-16,
 * FACT-PUT-17), photos and (FACT-PUT-19, FACT-PUT-30) `active` and guest status.
 */
function replacedDraft(user: User, members: ReadonlyMap<string, unknown>, call: Call): User {
  const { settings } = call.rules;
  const draft: User = {
    ...blankUser(),
    id: user.id,
    kind: user.kind,
    created: user.created,
    userName: user.userName,
    // An unchanged value is not a change (FACT-USER-26: displayNamePolicy).
    displayName: members.has("displayName") ? user.displayName : "",
    givenName: user.givenName,
    familyName: user.familyName,
    honorificPrefix: user.honorificPrefix,
    primaryEmail: user.primaryEmail,
    profileUrl: user.profileUrl,
    photo: user.photo,
    active: user.active,
    guest: user.guest,
    groups: user.groups,
  };
  if (settings.putOmittedGuest === "remove") clearGuest(draft);
  if (settings.putOmittedActive === "false" && !members.has("active")) {
    if (draft.active) refuseDeactivation(draft);
    draft.active = false;
  }
  return draft;
}

/**
 * FACT-PUT-20, FACT-PUT-21: a rename through PUT has to send nickName with the same value; an old
 * nickName undoes it.
 */
function decideName(members: Map<string, unknown>, call: Call): void {
  if (isMissing(members.get("nickName"))) members.delete("nickName");
  else if (call.rules.settings.putNameConflict === "userName") members.delete("nickName");
}

export function replaceUser(call: Call): Answer {
  const user = addressed(call);
  const body = bodyOf(call);
  const schemas = requireSchemas(body, call);
  refuseForgotten(user);
  const members = userMembers(body, call);
  if (isMissing(members.get("userName"))) throw new ScimError("username_empty");
  if (isMissing(members.get("emails"))) throw new ScimError("email_empty");
  decideName(members, call);
  const change: UserChange = { draft: replacedDraft(user, members, call) };
  applyMembers(change, members, schemas, call);
  storeChange(user, change, call);
  return answerWith(200, user, call);
}

/** FACT-PATCH-28: a PATCH of which one part fails changes nothing. */
export function patchUser(call: Call): Answer {
  const user = addressed(call);
  refuseForgotten(user);
  const change: UserChange = { draft: draftOf(user) };
  const apply = call.version === "1.1" ? patchUserV1 : patchUserV2;
  try {
    apply(change, call);
  } catch (error) {
    if (call.rules.defects.patchNotAtomic) storeChange(user, change, call);
    throw error;
  }
  storeChange(user, change, call);
  return answerWith(200, user, call);
}

/**
 * FACT-DELETE-10 to FACT-DELETE-13: deactivates with a delay; idempotent. The account stays
 * readable and keeps its names.
 */
export function deleteUser(call: Call): Answer {
  const user = addressed(call);
  refuseForgotten(user);
  refuseDeactivation(user);
  const { settings } = call.rules;
  const status = call.version === "1.1" ? settings.v1UserDeleteStatus : 204;
  if (user.active) {
    const draft = draftOf(user);
    draft.active = false;
    call.rules.storeUser?.(draft, user, call);
    const key = `deactivate ${user.id}`;
    const { schedule } = call.organization;
    schedule.cancel(key);
    schedule.after(settings.deactivationDelayMs, key, () => {
      user.active = draft.active;
    });
  }
  return { status, headers: {}, body: undefined };
}
