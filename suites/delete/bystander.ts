import type { CheckContext } from "../run/check-context.ts";
import { changedBesides } from "../users/changed-besides.ts";

/**
 * Sends a request, and observes the user that no check changes: what the request changed of a user
 * that it does not address. Memberships are left out, since they may change meanwhile.
 */
export async function besideBystander<T>(
  t: CheckContext,
  request: () => Promise<T>,
): Promise<{ value: T; bystander: readonly string[] }> {
  const { id } = await t.createdUser();
  const before = await t.users.get(id);
  const value = await request();
  const after = await t.users.get(id);
  if (before.resource === undefined) return { value, bystander: [] };
  if (after.resource === undefined) {
    return { value, bystander: [`user ${id} returns HTTP ${after.status}`] };
  }
  const changed = changedBesides(before.resource, after.resource, []);
  return { value, bystander: changed.map((path) => `${path} of user ${id}`) };
}

/** The same, where the response does not matter. */
export async function changesOfBystander(
  t: CheckContext,
  request: () => Promise<unknown>,
): Promise<string[]> {
  return [...(await besideBystander(t, request)).bystander];
}
