import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Created } from "../run/fixtures.ts";
import { Skip } from "../run/stop.ts";
import { createWithPassword } from "../users/samples.ts";

/** What a DELETE left behind, for several checks to look at. */
export interface Deleted<T> extends Created<T> {
  deletion: Outcome<undefined>;
  /** A read after it, once the deletion shows: at Slack that may take seconds (facts §7.5). */
  afterwards: Outcome<T>;
}

/** A user that was deleted. @throws Skip where users cannot be deleted */
export async function deletedUser(t: CheckContext): Promise<Deleted<NeutralUser>> {
  const user = await deletionOfUser(t);
  needsDeletion(t, "users", user.deletion);
  return user;
}

/** A group that was deleted while it had a member. @throws Skip where groups cannot be deleted */
export async function deletedGroup(t: CheckContext): ReturnType<typeof deletionOfGroup> {
  const group = await deletionOfGroup(t);
  needsDeletion(t, "groups", group.deletion);
  return group;
}

/**
 * A user that was deleted, or was not: the answer tells. Nobody makes it active again. It is one
 * that the area of users, which runs earlier, has no more use for.
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
 * What is never deleted says nothing of what a deletion leaves. That the method is missing breaks a
 * rule of its own, in the area of users (RFC 7644 §3.2); a client may also not be allowed to.
 * @throws Skip where deleting is not offered
 */
function needsDeletion(t: CheckContext, what: string, { status }: Outcome<unknown>): void {
  if (t.provider.offers.deletion || ![403, 405, 501].includes(status)) return;
  throw new Skip("not-offered", `${what} cannot be deleted (HTTP ${status})`);
}

/** A group that was deleted while it had a member, or was not: the answer tells. */
export function deletionOfGroup(
  t: CheckContext,
): Promise<Deleted<NeutralGroup> & { member: string }> {
  return t.once("a deleted group", async () => {
    const { id: member } = await t.createdUser();
    const group = await t.fixtures.newGroup({ members: [{ value: member }] });
    const deletion = await t.groups.delete(group.id);
    const afterwards = await t.poll(
      () => t.groups.read(group.id),
      ({ status }) => status === 404,
    );
    return { ...group, deletion, afterwards, member };
  });
}
