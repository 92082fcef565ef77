import type { CheckContext } from "../run/check-context.ts";

/** The result of a create with a userName that may be rejected or changed. */
interface Named {
  /** Undefined when the create was rejected. */
  id: string | undefined;
  sent: string;
  /** The userName of the created user. */
  stored: string | undefined;
  /** The code of the error, when the create was rejected. */
  code: string | undefined;
}

/** Creates a user with this userName, which may be rejected or changed. */
async function createdAs(t: CheckContext, sent: string): Promise<Named> {
  const { nickName: _, ...user } = t.fixtures.typicalUser();
  const { resource, error } = await t.users.create({ ...user, userName: sent });
  const stored = resource?.userName ?? undefined;
  return { id: resource?.id, sent, stored, code: error?.code };
}

/** A create with a userName of 22 characters, one more than Slack allows. */
export const longNamed = (t: CheckContext): Promise<Named> =>
  t.once("a user with a long name", () => createdAs(t, t.names.next().padEnd(22, "x")));

/** A user created with special characters in the userName; it is never leased. */
export const oddlyNamed = (t: CheckContext): Promise<Named> =>
  t.once("a user with an odd name", () => createdAs(t, `${t.names.next()} !`));
