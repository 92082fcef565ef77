import type { Outcome } from "../../client/index.ts";
import type { NeutralGroup, NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";
import type { Given } from "../run/fixtures.ts";
import { createWithPassword } from "../users/samples.ts";

/** What a DELETE left behind, for several checks to look at. */
export interface Deleted<T> extends Given<T> {
  deletion: Outcome<undefined>;
  /** A read after it, once the deletion shows: at Slack that may take seconds (facts §7.5). */
  afterwards: Outcome<T>;
}

/**
 * A user that was deleted. Nobody makes it active again. It is one that the area of users, which
 * runs earlier, has no more use for.
 */
export function deletedUser(t: CheckContext): Promise<Deleted<NeutralUser>> {
  return t.once("a deleted user", async () => {
    const used = await createWithPassword(t);
    const id = used.created.resource?.id;
    const user = id === undefined ? await t.make.newUser() : { id, ...used };
    const deletion = await t.users.delete(user.id);
    const afterwards = await t.poll(
      () => t.users.read(user.id),
      ({ status, resource }) => status === 404 || resource?.active === false,
    );
    return { ...user, deletion, afterwards };
  });
}

/** A group that was deleted while it had a member. */
export function deletedGroup(t: CheckContext): Promise<Deleted<NeutralGroup> & { member: string }> {
  return t.once("a deleted group", async () => {
    const { id: member } = await t.createdUser();
    const group = await t.make.newGroup({ members: [{ value: member }] });
    const deletion = await t.groups.delete(group.id);
    const afterwards = await t.poll(
      () => t.groups.read(group.id),
      ({ status }) => status === 404,
    );
    return { ...group, deletion, afterwards, member };
  });
}
