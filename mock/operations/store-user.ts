import type { Call } from "../call.ts";
import type { User } from "../organization/types.ts";
import type { UserChange } from "../rules/attributes.ts";
import { schedulePhoto } from "../rules/profile-parts.ts";

/** A copy, so that changes do not affect the stored user. */
export function draftOf(user: User): User {
  return { ...user, enterprise: { ...user.enterprise } };
}

/** Stores a changed user, with the effects of the change. */
export function storeChange(user: User, change: UserChange, call: Call): void {
  const { draft } = change;
  const { organization } = call;
  call.rules.storeUser?.(draft, user, call);
  const becameGuest = draft.guest !== null && user.guest === null;
  if (change.decidesActive) organization.schedule.cancel(`deactivate ${user.id}`);
  organization.changeUser(user, draft);
  if (becameGuest && call.rules.settings.guestConversionDropsGroups) organization.leaveGroups(user);
  if (change.photo !== undefined) schedulePhoto(user, change.photo, call);
}
