import { become, guestLife, returned } from "../../patch/guest-life.ts";
import type { CheckContext } from "../../run/check-context.ts";
import { membersOf, putMembers } from "./member-changes.ts";
import { userAt } from "./user-changes.ts";

/**
 * What becomes of the membership in a group when a member becomes a guest: `ends`, `stays`, or
 * `group and user disagree`. Group and user may show it with a delay (FACT-GROUP-29).
 */
export const membershipOfGuest = (
  t: CheckContext,
): Promise<{ guest: boolean; membership: string }> =>
  t.once("a guest's membership in a group", async () => {
    const { id } = await guestLife(t);
    await t.users.patch(id, [returned]);
    return t.fixtures.leaseGroup(async (group) => {
      await putMembers(t, group, [id]);
      await t.users.patch(id, [become]);
      return t.poll(
        "a group and its member agree",
        async () => {
          const user = await userAt(t, id);
          const inGroup = (await membersOf(t, group.id)).includes(id);
          // An organisation may show users without their groups (FACT-USER-49).
          const inUser = user.groups?.some(({ value }) => value === group.id) ?? inGroup;
          return { guest: Boolean(user.guest?.type), membership: said(inGroup, inUser) };
        },
        ({ membership }) => membership !== disagree,
      );
    });
  });

const disagree = "group and user disagree";

function said(inGroup: boolean, inUser: boolean): string {
  if (inGroup !== inUser) return disagree;
  return inGroup ? "stays" : "ends";
}
