import type { CheckContext } from "../../run/check-context.ts";
import { Skip } from "../../run/stop.ts";
import { type Difference, sameInBoth, sayingBoth } from "../difference.ts";
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
      "If you move step by step, users still by an SDK of 1.1 and groups by your own requests of 2.0, this is safe: ids (SAME-01), the token (SAME-14), and members, whichever version wrote them. This is not: one base URL or a stored meta.location (DIFF-URL-01), one parser of errors (DIFF-ERR-01), one expected status (a PATCH of a group returns 204 without a body in 1.1, 200 with the group in 2.0: DIFF-STAT-02), one form of PATCH (DIFF-PATCH-01). Add a member with add, not with a replace of all members that you read before: it removes who was added meanwhile (DIFF-PATCH-11). Count the requests of both versions towards one rate limit, and change a user or group through one version at a time (FACT-LIMIT-11, FACT-LIMIT-14).",
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
