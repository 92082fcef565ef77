import type { Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import type { CheckContext } from "../run/check-context.ts";

/**
 * Sends a PUT of a changed leased user, and uses its response and a read after it.
 * @param touches the attributes that it changes
 */
export function afterPut<R>(
  t: CheckContext,
  touches: readonly string[],
  change: (sent: NeutralUser) => NeutralUser,
  use: (put: Outcome<NeutralUser>, read: Outcome<NeutralUser>, id: string) => R,
): Promise<R> {
  return t.fixtures.leaseFor(touches, async ({ id, sent }) => {
    const put = await t.users.replace(id, change(sent));
    return use(put, await t.users.get(id), id);
  });
}
