import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { nearGroupName } from "../properties/near-texts.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { Skip } from "../run/stop.ts";
import { createWithPassword } from "../users/samples.ts";

/** A DELETE and its result, for several checks. */
export interface Deleted<T> extends Created<T> {
  deletion: Outcome<undefined>;
  /** A read once the deletion is visible, which may take seconds in Slack (FACT-DELETE-13). */
  afterwards: Outcome<T>;
}

/** A deleted user. @throws Skip where users cannot be deleted */
export async function deletedUser(t: CheckContext): Promise<Deleted<NeutralUser>> {
  const user = await deletionOfUser(t);
  needsDeletion(t, "users", user.deletion);
  return user;
}

/** A deleted group that had a member. @throws Skip where groups cannot be deleted */
export async function deletedGroup(t: CheckContext): ReturnType<typeof deletionOfGroup> {
  const group = await deletionOfGroup(t);
  needsDeletion(t, "groups", group.deletion);
  return group;
}

/**
 * Deletes a user; the response shows whether that succeeded. No check reactivates this user. It is
 * a user that the area of users, which runs earlier, no longer needs.
 */
export function deletionOfUser(t: CheckContext): Promise<Deleted<NeutralUser>> {
  return t.once("a deleted user", async () => {
    const used = await createWithPassword(t);
    const id = used.created.resource?.id;
    const user = id === undefined ? await t.fixtures.newUser() : { id, ...used };
    const deletion = await t.users.delete(user.id);
    const afterwards = await t.poll(
      () => t.users.read(user.id),
      ({ status, resource }) => status === 404 || resource?.active === false,
    );
    return { ...user, deletion, afterwards };
  });
}

/**
 * A user that is created a second time after its deletion. Where users are removed, it is no user that
 * another check looks at: where ids follow from names, that one would seem to exist again.
 */
export function recreatedUser(
  t: CheckContext,
): Promise<{ deleted: Created<NeutralUser>; again: Outcome<NeutralUser> }> {
  return t.once("a user that is created again", async () => {
    const deleted = t.provider.offers.removal ? await removedUser(t) : await deletedUser(t);
    return { deleted, again: await t.users.create(deleted.sent) };
  });
}

async function removedUser(t: CheckContext): Promise<Created<NeutralUser>> {
  const user = await t.fixtures.newUser();
  const deletion = await t.users.delete(user.id);
  needsDeletion(t, "users", deletion);
  await t.poll(
    () => t.users.read(user.id),
    ({ status }) => status === 404,
  );
  return user;
}

/**
 * Without a deletion its effects cannot be judged. A missing method breaks another rule, in the area
 * of users (RFC 7644 §3.2); the client may also lack the permission (403). A 404 does not say that
 * DELETE is missing: it denies the resource, which exists.
 * @throws Skip where DELETE is not supported
 */
function needsDeletion(t: CheckContext, what: string, { status }: Outcome<unknown>): void {
  if (t.provider.offers.deletion || ![403, 405, 501].includes(status)) return;
  throw new Skip("not-offered", `${what} cannot be deleted (HTTP ${status})`);
}

/** Deletes a group that has a member; the response shows whether that succeeded. */
export function deletionOfGroup(
  t: CheckContext,
): Promise<Deleted<NeutralGroup> & { member: string }> {
  return t.once("a deleted group", async () => {
    const { id: member } = await t.createdUser();
    const { displayName } = t.fixtures.typicalGroup();
    const name = t.provider.shows.exactTexts ? nearGroupName(displayName ?? "") : displayName;
    const group = await t.fixtures.newGroup({
      displayName: name ?? null,
      members: [{ value: member }],
    });
    const deletion = await t.groups.delete(group.id);
    const afterwards = await t.poll(
      () => t.groups.read(group.id),
      ({ status }) => status === 404,
    );
    return { ...group, deletion, afterwards, member };
  });
}
