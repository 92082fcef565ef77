import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";

/** Attributes that a provider rejects in a create of a user, although they are valid. */
export interface Refused {
  attributes: readonly string[];
  /** The response to the create with them. */
  answer: Outcome<NeutralUser>;
}

/**
 * Creates a user. Where that is rejected with 400, it is tried without one attribute after the other,
 * and at last without all that may be left out. So an attribute that a provider rejects blocks only
 * the rules on it. A rejected create leaves nothing behind.
 * @param kept attributes that are never left out
 */
export async function createdWithFewer(
  create: (user: NeutralUser) => Promise<Outcome<NeutralUser>>,
  user: NeutralUser,
  kept: readonly string[],
): Promise<{ sent: NeutralUser; created: Outcome<NeutralUser>; refused?: Refused }> {
  const answer = await create(user);
  if (answer.status !== 400) return { sent: user, created: answer };
  const optional = Object.keys(user).filter((name) => !kept.includes(name));
  for (const attributes of [...optional.map((name) => [name]), optional]) {
    const sent = withoutAttributes(user, attributes);
    const created = await create(sent);
    if (created.status !== 400) return { sent, created, refused: { attributes, answer } };
  }
  return { sent: user, created: answer };
}

export function withoutAttributes<T extends object>(user: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(user).filter(([name]) => !names.includes(name))) as T;
}
