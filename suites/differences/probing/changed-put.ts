import type { NeutralUser } from "../../../schemas/index.ts";
import type { CheckContext } from "../../run/check-context.ts";
import type { Created } from "../../run/fixtures.ts";
import { withTitle } from "./title-changes.ts";
import { userAt } from "./user-changes.ts";

type Change = (body: Record<string, unknown>) => unknown;

/**
 * The response to a PUT with a changed body, and the state of the leased user after it.
 * @param touches the attributes that matter before it
 */
export const afterPut = (
  t: CheckContext,
  touches: readonly string[],
  change: (user: Created<NeutralUser>) => Change,
  { needsTitle = false } = {},
) =>
  t.fixtures.leaseUser(
    async (user) => {
      if (needsTitle) await withTitle(t, user);
      const { status } = await t.users.replace(user.id, user.sent, { change: change(user) });
      return { accepted: status < 300, user: await userAt(t, user.id) };
    },
    { touches },
  );

export const cleared = ({ title }: NeutralUser): string => (title ? "stays" : "cleared");
