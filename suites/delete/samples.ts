import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import { nearGroupName } from "../properties/near-texts.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { createWithPassword } from "../users/samples.ts";
import { besideBystander } from "./bystander.ts";

/** A DELETE and its result, for several checks. */
export interface Deleted<T> extends Created<T> {
  deletion: Outcome<undefined>;
  /** A read once the deletion is visible, which may take seconds in Slack (FACT-DELETE-13). */
  afterwards: Outcome<T>;
  /** What the deletion changed of a user that it does not concern. */
  bystander: readonly string[];
}

/**
 * Deletes a user; the response shows whether that succeeded. No check reactivates this user. It is
 * a user that the area of users, which runs earlier, no longer needs.
 * @throws Skip where users cannot be deleted
 */
export function deletedUser(t: CheckContext): Promise<Deleted<NeutralUser>> {
  return t.once("a deleted user", async () => {
    const used = await createWithPassword(t);
    const id = used.created.resource?.id;
    const user = id === undefined ? await t.fixtures.newUser() : { id, ...used };
    const { value, bystander } = await besideBystander(t, async () => {
      const deletion = await t.users.delete(user.id);
      const afterwards = await t.pollAfter(
        deletion,
        "a DELETE deactivates or removes a user",
        () => t.users.get(user.id),
        ({ status, resource }) => status === 404 || resource?.active === false,
      );
      return { deletion, afterwards };
    });
    return { ...user, ...value, bystander };
  });
}

/** The response to a DELETE of {@link deletedUser}, who was deleted before. */
export const deletedAgain = (t: CheckContext): Promise<Outcome<undefined>> =>
  t.once("DELETE of a deleted user", async () => t.users.delete((await deletedUser(t)).id));

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
  await t.pollAfter(
    await t.users.delete(user.id),
    "a DELETE deactivates or removes a user",
    () => t.users.get(user.id),
    ({ status }) => status === 404,
  );
  return user;
}

/**
 * Deletes a group that has a member; the response shows whether that succeeded.
 * @throws Skip where groups cannot be deleted
 */
export function deletedGroup(t: CheckContext): Promise<Deleted<NeutralGroup> & { member: string }> {
  return t.once("a deleted group", async () => {
    const { id: member } = await t.createdUser();
    const { displayName } = t.fixtures.typicalGroup();
    const name = t.provider.shows.exactTexts ? nearGroupName(displayName ?? "") : displayName;
    const group = await t.fixtures.newGroup({
      displayName: name ?? null,
      members: [{ value: member }],
    });
    const { value, bystander } = await besideBystander(t, async () => {
      const deletion = await t.groups.delete(group.id);
      const afterwards = await t.pollAfter(
        deletion,
        "a DELETE removes a group",
        () => t.groups.get(group.id),
        ({ status }) => status === 404,
      );
      return { deletion, afterwards };
    });
    return { ...group, ...value, bystander, member };
  });
}
