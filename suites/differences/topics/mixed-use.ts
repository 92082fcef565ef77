import type { CheckContext } from "../../run/check-context.ts";
import { Skip } from "../../run/stop.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
import { example, lesson, patchGroup } from "../lesson.ts";
import { membersOf, pair, putMembers } from "../probing/member-changes.ts";
import { userAt } from "../probing/user-changes.ts";

/** What holds where a client uses both versions side by side. */
export const mixedUse: readonly Difference[] = [
  {
    id: "SAME-15",
    facts: ["FACT-CLIENT-34", "FACT-ID-07", "FACT-LIMIT-11", "FACT-LIMIT-14"],
    area: "groups",
    topic: "mixed use",
    title: "a user of one version is a member of a group of the other",
    kind: "observed",
    impact: "breaking",
    ...sayingBoth(
      "A user has one id in both versions: it can be added to a group and removed from it through the other version, and both versions show it",
    ),
    source: "scripts that write users by 1.1 and groups by 2.0 (FACT-CLIENT-34, FACT-ID-07)",
    clientMustChange:
      "Keep ids, token and members as they are: a user of 1.1 can be a member of a group of 2.0. Use the base URL, parser of errors, form of PATCH and statuses of each version (a PATCH of a group returns 204 without a body in 1.1, 200 with the group in 2.0: DIFF-STAT-02), and add a member with add, not with a replace of all members that you read before, which removes who was added meanwhile. Change a user or group through one version at a time (FACT-LIMIT-14), and count the requests of both versions towards one rate limit, which they may share (FACT-LIMIT-11).",
    lesson: lesson(
      "If a member of one version was not shown in the other, move users and groups on the same day; if it was not probed, add one test user of 1.1 to one test group of 2.0 and read the group in both.",
      patchGroup([{ kind: "add", path: "members", values: [{ value: example.newcomer }] }]),
    ),
    ...sameInBoth({ added: "shown in both", removed: "gone in both" }),
    safety: "write",
    observe: async (t, other) => {
      if (!other) throw new Skip("not-selected", "the other version is not tested");
      const { first: user } = await pair(other);
      return t.fixtures.leaseGroup(async (group) => {
        await putMembers(t, group, []);
        const seen = (isMember: boolean) =>
          membershipIn([t, other], { group: group.id, user }, isMember);
        await t.groups.patch(group.id, [
          { kind: "add", path: "members", values: [{ value: user }] },
        ]);
        const added = (await seen(true)) ? "shown in both" : "not shown";
        await t.groups.patch(group.id, [
          { kind: "remove", path: "members", match: { value: user } },
        ]);
        return { added, removed: (await seen(false)) ? "gone in both" : "still shown" };
      });
    },
  },
];

/**
 * Whether a group and its member show the membership, or that it ended, in both versions; a change
 * of a group may be delayed (FACT-GROUP-29).
 */
async function membershipIn(
  both: readonly CheckContext[],
  { group, user }: { group: string; user: string },
  isMember: boolean,
): Promise<boolean> {
  for (const t of both) {
    const members = await membersOf(t, group, (now) => now.includes(user) === isMember);
    if (members.includes(user) !== isMember) return false;
    const { groups } = await userAt(t, user);
    // An organisation may show users without their groups (FACT-USER-49).
    if (groups && groups.some(({ value }) => value === group) !== isMember) return false;
  }
  return true;
}
