import type { ListPage, Outcome } from "../../client/index.ts";
import type { NeutralUser } from "../../schemas/index.ts";
import { clause, doc, inf, obs, slackClause, slackClauses } from "../clause.ts";
import { ofUnknown } from "../errors/unknown-ids.ts";
import { clientError, success } from "../expectation.ts";
import { notObserved } from "../not-observed.ts";
import { totalOf } from "../pagination/pages.ts";
import { statusWhereOffered } from "../provider/offered-methods.ts";
import type { Requirement } from "../requirement.ts";
import type { CheckContext } from "../run/check-context.ts";
import { createdId } from "../run/location.ts";
import { Skip } from "../run/stop.ts";
import { conflictStatus } from "../users/conflict-status.ts";
import { withValues } from "../with-values.ts";
import { deletedAgain, deletedGroup, deletedUser, recreatedUser } from "./samples.ts";
import { acceptedUserDeletion } from "./user-deletion-status.ts";

const area = "delete";
const safety = "destructive";

/** A page holds no more results (FACT-LIST-03). */
const longestPage = 1000;

/** Deletes a leased user, reactivates it in the given way, and reads it. */
function reactivated(
  title: string,
  id: string,
  activate: (
    t: CheckContext,
    id: string,
    sent: { active?: boolean | null },
  ) => Promise<Outcome<unknown>>,
): Requirement {
  return {
    title,
    area,
    safety,
    versions: slackClauses(id, "DOC", "FACT-USER-34"),
    expect: { afterDelete: false, active: true },
    check: (t) =>
      t.fixtures.leaseFor([], async (user) => {
        const readAfter = (request: Outcome<unknown>, wanted: boolean) =>
          t.pollAfter(
            request,
            wanted ? "an update reactivates a user" : "a DELETE deactivates or removes a user",
            () => t.users.get(user.id),
            ({ resource }) => resource?.active === wanted,
          );
        const shown = (after: Outcome<NeutralUser>, of: Outcome<unknown>) =>
          withValues(after.resource?.active, { active: after.resource?.active }, of, after);
        const deleted = await t.users.delete(user.id);
        const afterDelete = shown(await readAfter(deleted, false), deleted);
        const activated = await activate(t, user.id, user.sent);
        return { afterDelete, active: shown(await readAfter(activated, true), activated) };
      }),
  };
}

/** DELETE: SCIM 1.1 protocol §3.4, RFC 7644 §3.6. */
export const deletion: readonly Requirement[] = [
  {
    title: "DELETE of a user succeeds, in version 2.0 with 204",
    area,
    safety,
    versions: {
      "1.1": {
        ...clause(
          "SCIM11-API-3.4-01",
          obs("FACT-DELETE-01", { user: acceptedUserDeletion["1.1"] }),
        ),
        expect: { user: success },
      },
      "2.0": clause(
        "SCIM20-7644-3.6-01",
        doc("FACT-DELETE-02", { user: acceptedUserDeletion["2.0"] }),
      ),
    },
    expect: { user: 204 },
    check: async (t) => {
      const { deletion } = await deletedUser(t);
      return { user: withValues(deletion.status, {}, deletion) };
    },
  },
  {
    title: "DELETE of a group succeeds without a body",
    area,
    safety,
    versions: {
      "1.1": {
        ...slackClause("SLACK-DELETE-02", "OBS", "FACT-DELETE-04"),
        expect: { status: 204, body: "" },
      },
      "2.0": slackClause("SLACK-DELETE-02", "OBS", "FACT-DELETE-05"),
    },
    expect: { status: success, body: "" },
    check: async (t) => {
      const { status, text } = (await deletedGroup(t)).deletion;
      return { status, body: text };
    },
  },
  {
    title: "DELETE of a user returns no body",
    area,
    safety,
    versions: {
      "1.1": slackClause("SLACK-DELETE-03", "OBS", "FACT-DELETE-01"),
      "2.0": slackClause("SLACK-DELETE-03", "OBS", "FACT-DELETE-03"),
    },
    expect: { body: "" },
    check: async (t) => ({ body: (await deletedUser(t)).deletion.text }),
  },
  {
    title: "DELETE deactivates the user",
    area,
    safety,
    versions: slackClauses("SLACK-DELETE-01", "DOC", "FACT-DELETE-10"),
    expect: { active: false },
    check: async (t) => {
      const { deletion, afterwards } = await deletedUser(t);
      const active = afterwards.resource?.active;
      return { active: withValues(active, { "active afterwards": active }, deletion, afterwards) };
    },
  },
  {
    title: "a deactivated user is still readable",
    area,
    safety,
    versions: slackClauses("SLACK-DELETE-04", "DOC", "FACT-DELETE-11"),
    expect: { status: 200, same: true },
    check: async (t) => {
      const { id, afterwards } = await deletedUser(t);
      const shown = afterwards.resource?.id;
      const same = withValues(shown === id, { "id deleted": id, "id returned": shown }, afterwards);
      return { status: withValues(afterwards.status, {}, afterwards), same };
    },
  },
  {
    title: "a provider can keep deleted resources",
    area,
    safety,
    versions: { "1.1": clause("SCIM11-API-3.4-02", doc("FACT-DELETE-11")) },
    expect: { user: "kept" },
    check: async (t) => ({
      user: withValues((await deletedUser(t)).afterwards.status === 200 ? "kept" : "gone", {}),
    }),
  },
  {
    title: "DELETE of a deactivated user is idempotent",
    area,
    safety,
    versions: slackClauses("SLACK-DELETE-05", "OBS", "FACT-DELETE-12"),
    expect: { second: success, third: success },
    check: async (t) => {
      const { id } = await deletedUser(t);
      const second = await deletedAgain(t);
      const third = await t.users.delete(id);
      return { second: second.status, third: third.status };
    },
  },
  {
    title: "any operation on a deleted resource returns 404",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.4-03", usersStay()),
      "2.0": clause("SCIM20-7644-3.6-02", usersStay()),
    },
    expect: {
      userRead: 404,
      userDelete: 404,
      groupRead: 404,
      groupPut: 404,
      groupPatch: 404,
      groupDelete: 404,
    },
    check: async (t) => {
      const user = await deletedUser(t);
      const group = await deletedGroup(t);
      const rename = { kind: "set", path: "displayName", value: t.names.next() } as const;
      const secondDeletion = await deletedAgain(t);
      return {
        userRead: withValues(user.afterwards.status, {}, user.afterwards),
        userDelete: withValues(secondDeletion.status, {}, secondDeletion),
        groupRead: withValues(group.afterwards.status, {}, group.afterwards),
        groupPut: await statusWhereOffered(t.groups.replace(group.id, group.sent)),
        groupPatch: (await t.provider.offers.capability("patch"))
          ? (await t.groups.patch(group.id, [rename])).status
          : notObserved("not-offered", "the provider does not support PATCH"),
        groupDelete: (await t.groups.delete(group.id)).status,
      };
    },
  },
  {
    title: "filters do not find deleted resources",
    area,
    safety,
    needs: ["filter"],
    versions: {
      "1.1": clause("SCIM11-API-3.4-04", stillListed()),
      "2.0": clause("SCIM20-7644-3.6-03", stillListed()),
    },
    expect: { user: "gone", group: "gone" },
    check: async (t) => {
      const user = await deletedUser(t);
      const group = await deletedGroup(t);
      const isFound = ({ resource }: Outcome<ListPage<NeutralUser>>) =>
        resource?.resources.some(({ id }) => id === user.id) === true;
      // Where a deleted user stays, as in Slack, there is nothing to wait for.
      const users = await t.poll(
        "a filter does not find a deleted user",
        () => t.users.list({ filter: `userName eq "${user.sent.userName}"` }),
        (answer) => !t.provider.offers.removal || !isFound(answer),
      );
      const found = isFound(users);
      const filter = `displayName eq "${group.sent.displayName}"`;
      const groupFound = await t.poll(
        "a filter does not find a deleted group",
        async () =>
          (await t.groups.list({ filter })).resource?.resources.some(({ id }) => id === group.id),
        (seen) => seen !== true,
      );
      return {
        user: withValues(found ? "listed" : "gone", { "id of the deleted user": user.id }, users),
        group: withValues(groupFound ? "listed" : "gone", { "id of the deleted group": group.id }),
      };
    },
  },
  {
    title: "a list contains deactivated users",
    area,
    safety,
    versions: slackClauses("SLACK-DELETE-09", "OBS", "FACT-LIST-14"),
    expect: { listed: true },
    check: async (t) => {
      const { id } = await deletedUser(t);
      if (totalOf(await t.users.list({ count: 1 })) > longestPage) {
        throw new Skip("not-applicable", `the list has more than ${longestPage} users`);
      }
      const answer = await t.users.list({ count: longestPage });
      const listed = answer.resource?.resources.some((user) => user.id === id) ?? false;
      return { listed: withValues(listed, { "id of the deactivated user": id }, answer) };
    },
  },
  {
    title: "a deleted user does not conflict with a new one",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-API-3.4-05", stillTaken()),
      "2.0": clause("SCIM20-7644-3.6-04", stillTaken()),
    },
    // With which status a create succeeds is another rule.
    expect: { status: success },
    check: async (t) => ({ status: (await recreatedUser(t)).again.status }),
  },
  {
    title: "a new user does not get the id of a deleted one",
    area,
    safety,
    versions: {
      "1.1": clause("SCIM11-CS-5.1-15"),
      "2.0": clause("SCIM20-7643-3.1-21"),
    },
    expect: { id: "a new one" },
    check: async (t) => {
      const { deleted, again } = await recreatedUser(t);
      if (again.status >= 300) {
        return { id: notObserved("not-applicable", "the name of a deleted user stays taken") };
      }
      const id = createdId(again);
      const fact = id === deleted.id ? `${id}, as the deleted user had` : "a new one";
      return { id: withValues(fact, {}, again) };
    },
  },
  {
    title: "DELETE of an unknown id returns 404",
    area,
    safety,
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.6-05",
        // Slack documents the error codes; their status is a guess.
        doc("FACT-ERROR-20", { user: clientError, group: clientError }),
      ),
    },
    expect: { user: 404, group: 404 },
    check: async (t) => ({
      user: await statusWhereOffered(ofUnknown.deleteUser(t)),
      group: await statusWhereOffered(ofUnknown.deleteGroup(t)),
    }),
  },
  {
    title: "DELETE of a group keeps its members, who no longer list it",
    area,
    safety,
    versions: slackClauses("SLACK-DELETE-06", "DOC", "FACT-GROUP-34"),
    expect: { member: true, group: "gone" },
    check: async (t) => {
      const { id, member } = await deletedGroup(t);
      const { resource } = await t.poll(
        "a former member does not list the group",
        () => t.users.get(member),
        ({ resource }) => !resource?.groups?.some(({ value }) => value === id),
      );
      const listed = resource?.groups?.some(({ value }) => value === id);
      return {
        member: resource?.active,
        group: withValues(listed ? "listed" : "gone", {
          "id of the deleted group": id,
          "groups of the member": resource?.groups,
        }),
      };
    },
  },
  reactivated("PATCH of active reactivates a deactivated user", "SLACK-DELETE-07", (t, id) =>
    t.users.patch(id, [{ kind: "set", path: "active", value: true }]),
  ),
  reactivated("PUT with active reactivates a deactivated user", "SLACK-DELETE-08", (t, id, sent) =>
    t.users.replace(id, { ...sent, active: true }),
  ),
];

/** Users stay; a deleted group is gone (FACT-GROUP-37). */
function usersStay() {
  return doc(
    "FACT-DELETE-11",
    {
      userRead: 200,
      userDelete: success,
      groupRead: 404,
      groupPut: 404,
      groupPatch: 404,
      groupDelete: 404,
    },
    "users are deactivated only",
  );
}

function stillListed() {
  return obs(
    "FACT-FILTER-25",
    { user: "listed", group: "gone" },
    "a deactivated user is still listed",
  );
}

/** The new user has both the userName and the address of the deleted one (FACT-DELETE-15). */
function stillTaken() {
  return inf(
    "FACT-DELETE-16",
    { status: conflictStatus },
    "userName and e-mail address stay in use",
  );
}
