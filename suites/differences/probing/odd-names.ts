import type { CheckContext } from "../../run/check-context.ts";

/** The result of a create with a userName that may be rejected or changed. */
interface Named {
  /** Undefined when the create was rejected. */
  id: string | undefined;
  sent: string;
  /** The userName of the created user. */
  stored: string | undefined;
}

/** Creates a user with this userName, which may be rejected or changed. */
export async function createdAs(t: CheckContext, sent: string): Promise<Named> {
  const { nickName: _, ...user } = t.fixtures.typicalUser();
  const { resource } = await t.users.create({ ...user, userName: sent });
  return { id: resource?.id, sent, stored: resource?.userName ?? undefined };
}

/** A user created with special characters in the userName; it is never leased. */
export const oddlyNamed = (t: CheckContext): Promise<Named> =>
  t.once("a user with an odd name", () => createdAs(t, `${t.names.next()} !`));
