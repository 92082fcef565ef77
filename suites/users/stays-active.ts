import type { Outcome } from "../../client/index.ts";
import type { NeutralUser, PatchIntent } from "../../schemas/index.ts";
import { slackClauses } from "../clause.ts";
import { success } from "../expectation.ts";
import { notObserved } from "../not-observed.ts";
import { memberIds, plainPatch } from "../patch/patching.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { selectionOf } from "../run/selection.ts";
import { withValues } from "../with-values.ts";

/** Whether a user is active, as a read says. */
const activeOf = async (t: CheckContext, id: string) => (await t.users.get(id)).resource?.active;

/** A user after a PATCH and after a PUT, neither of which has `active`. */
export const updated = (t: CheckContext) =>
  t.once("updates without active", async () => {
    // A run that probes differences sends such a PATCH anyway.
    const isSent = selectionOf(t).differences.length > 0;
    const plain = isSent ? await plainPatch(t) : undefined;
    return t.fixtures.leaseFor([], async ({ id, sent }) => {
      const title = [{ kind: "set", path: "title", value: "Architect" }] as const;
      const patch = plain?.outcome ?? (await t.users.patch(id, title));
      const afterPatch = plain ? plain.after.active : await activeOf(t, id);
      const { active: _, ...withoutActive }: NeutralUser = sent;
      const put = await t.users.replace(id, withoutActive);
      return { patch, afterPatch, put, afterPut: await activeOf(t, id) };
    });
  });

/**
 * What must never deactivate a user, although both happened in Slack: in April 2024 an update
 * without a field that not every provider sends (FACT-PUT-19), and in October 2018 the addition to a
 * group (FACT-GROUP-39).
 */
export const staysActive: readonly Requirement[] = [
  {
    title: "PATCH without active leaves an active user active",
    area: "patch",
    safety: "write",
    needs: ["patch"],
    versions: slackClauses("SLACK-PATCH-98", "OBS", "FACT-PUT-19"),
    expect: { status: success, active: true },
    check: async (t) => {
      const { patch, afterPatch } = await updated(t);
      return {
        status: withValues(patch.status, {}, patch),
        active: withValues(afterPatch, { "active after the PATCH": afterPatch }),
      };
    },
  },
  {
    title: "PUT without active leaves an active user active",
    area: "put",
    safety: "write",
    versions: slackClauses("SLACK-PUT-17", "OBS", "FACT-PUT-19"),
    expect: { status: success, active: true },
    check: async (t) => {
      const { afterPatch, put, afterPut } = await updated(t);
      return {
        status: withValues(put.status, {}, put),
        // A user whom the PATCH before deactivated stays so: that breaks the rule on PATCH.
        active:
          afterPatch === true
            ? withValues(afterPut, { "active after the PUT": afterPut })
            : notObserved("blocked-by", "the user was not active before the PUT"),
      };
    },
  },
  {
    title: "a user who is added to a group and removed from it stays active",
    area: "groups",
    safety: "write",
    needs: ["patch"],
    versions: slackClauses("SLACK-GROUP-10", "OBS", "FACT-GROUP-39"),
    expect: { added: true, activeAsMember: true, removed: true, activeAfterwards: true },
    check: (t) =>
      t.fixtures.leaseFor([], ({ id }) =>
        t.fixtures.leaseGroup(async ({ id: group }) => {
          // A change of a group may become visible with a delay (FACT-GROUP-29).
          const isMember = (wanted: boolean, after: Outcome<unknown>) =>
            t.pollAfter(
              after,
              "a group shows what a PATCH changed",
              async () => memberIds((await t.groups.get(group)).resource ?? {}).includes(id),
              (seen) => seen === wanted,
            );
          const member: PatchIntent = { kind: "add", path: "members", values: [{ value: id }] };
          const added = await isMember(true, await t.groups.patch(group, [member]));
          const activeAsMember = await activeOf(t, id);
          const former: PatchIntent = { kind: "remove", path: "members", match: { value: id } };
          return {
            added,
            activeAsMember,
            removed: !(await isMember(false, await t.groups.patch(group, [former]))),
            activeAfterwards: await activeOf(t, id),
          };
        }),
      ),
  },
];
