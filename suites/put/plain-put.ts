import type { CheckContext } from "../run/check-context.ts";
import { rejectedPuts } from "./rejected-puts.ts";

/** A valid PUT of a user, for all rules on whether PUT is supported. */
export const plainPut = (t: CheckContext) =>
  t.once("PUT of a user", async () => {
    // Slack stores any title, so that a PUT with another one serves here too.
    if (t.provider.offers.everyAttribute) return (await rejectedPuts.otherTitle(t)).put;
    return t.fixtures.leaseUser(({ id, sent }) => t.users.replace(id, sent), { asLeft: true });
  });
