import { clause, doc, slackClauses } from "../clause.ts";
import { clientError, oneOf } from "../expectation.ts";
import { at } from "../json.ts";
import { reactivated } from "../patch/activity.ts";
import { userPutRequirement } from "../put/user-put-rule.ts";
import type { Requirement } from "../requirement.ts";
import { describeAnswer } from "../run/fixtures.ts";
import { Skip } from "../run/stop.ts";
import { withValues } from "../with-values.ts";
import { newPhoto } from "./new-photo.ts";

const area = "users";

/** Reading a user, and the values that a user accepts: SCIM 1.1 protocol §3.2, RFC 7644 §3.4.1. */
export const readAndWrite: readonly Requirement[] = [
  {
    title: "GET of a user or group returns 200",
    area,
    safety: "read",
    versions: {
      "1.1": clause("SCIM11-API-3.2.1-01", doc("FACT-USER-02")),
      "2.0": clause("SCIM20-7644-3.4.1-01", doc("FACT-USER-02")),
    },
    expect: { user: 200, sameUser: true, group: 200, sameGroup: true },
    check: async (t) => {
      const { id: userId } = await t.sharedUser();
      const { id: groupId } = await t.sharedGroup();
      const user = await t.users.get(userId);
      const group = await t.groups.get(groupId);
      return {
        user: withValues(user.status, {}, user),
        sameUser: withValues(
          user.resource?.id === userId,
          { asked: userId, returned: user.resource?.id },
          user,
        ),
        group: withValues(group.status, {}, group),
        sameGroup: withValues(
          group.resource?.id === groupId,
          { asked: groupId, returned: group.resource?.id },
          group,
        ),
      };
    },
  },
  {
    title: "GET of an unknown id returns 404",
    area,
    safety: "read",
    versions: {
      "2.0": clause(
        "SCIM20-7644-3.4.1-02",
        doc("FACT-ERROR-20", { user: clientError, group: clientError }),
      ),
    },
    expect: { user: 404, group: 404 },
    check: async (t) => ({
      user: (await t.users.get("U00000000000")).status,
      group: (await t.groups.get("S00000000000")).status,
    }),
  },
  {
    title: "a user can be deactivated and reactivated",
    area,
    safety: "write",
    attributes: ["active"],
    versions: {
      "1.1": clause("SCIM11-CS-6.1-10", doc("FACT-USER-34")),
      "2.0": clause("SCIM20-7643-4.1.1-13", doc("FACT-USER-34")),
    },
    expect: { off: false, on: true },
    check: async (t) => {
      if (await t.provider.offers.capability("patch")) {
        const { before, later } = await reactivated(t);
        return { off: before.active, on: later.active };
      }
      return t.fixtures.leaseFor([], async ({ id, sent }) => {
        const put = async (wanted: boolean) =>
          t.pollAfter(
            await t.users.replace(id, { ...sent, active: wanted }),
            wanted ? "an update reactivates a user" : "an update deactivates a user",
            async () => (await t.users.get(id)).resource?.active,
            (seen) => seen === wanted,
          );
        return { off: await put(false), on: await put(true) };
      });
    },
  },
  {
    title: "a boolean sent as a string is rejected or converted",
    area,
    safety: "write",
    attributes: ["active"],
    versions: { "2.0": clause("SCIM20-7643-2.3-05") },
    expect: { outcome: oneOf("refused", "coerced") },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const change = (body: Record<string, unknown>) => ({ ...body, active: "false" });
        const put = await t.users.replace(id, sent, { change });
        const awaited = put.status >= 400;
        const active = await t.poll(
          "a text changes active",
          async () => {
            const { resource, json } = await t.users.get(id);
            return resource?.active ?? at(json, "active");
          },
          (seen) => seen === awaited,
        );
        if (active !== awaited) {
          const shown = active === undefined ? "absent" : JSON.stringify(active);
          return { outcome: `HTTP ${put.status}, active is ${shown}` };
        }
        return { outcome: awaited ? "refused" : "coerced" };
      }),
  },
  userPutRequirement({
    title: "names can contain letters of any script",
    area,
    attributes: ["name.givenName", "name.familyName"],
    versions: { "2.0": clause("SCIM20-7643-2.3-02") },
    expect: { givenName: "Zoë", familyName: "漢字 Ñandú" },
    touches: ["name"],
    values: () => ({ name: { givenName: "Zoë", familyName: "漢字 Ñandú" } }),
    observe: (_, { read }) => ({
      givenName: read.resource?.name?.givenName,
      familyName: read.resource?.name?.familyName,
    }),
  }),
  {
    title: "groups of a user is read-only",
    area,
    safety: "write",
    versions: {
      "1.1": clause("SCIM11-CS-6.2-08", doc("FACT-USER-38")),
      "2.0": clause("SCIM20-7643-4.1.2-11", doc("FACT-USER-38")),
    },
    expect: { joined: false },
    check: async (t) => {
      const group = await t.createdGroup();
      return t.fixtures.leaseFor([], async ({ id }) => {
        await t.users.patch(id, [{ kind: "add", path: "groups", values: [{ value: group.id }] }]);
        const shown = (await t.users.get(id)).resource?.groups ?? [];
        // A user need not list its groups: then the group shows its members.
        const members = (await t.groups.get(group.id)).resource?.members ?? [];
        const joined =
          shown.some(({ value }) => value === group.id) ||
          members.some(({ value }) => value === id);
        const values = { "group sent": group.id, "groups of the user": shown };
        return { joined: withValues(joined, values) };
      });
    },
  },
  {
    title: "a new photo is shown only after the response to the PATCH",
    area,
    safety: "write",
    versions: slackClauses("SLACK-USER-33", "DOC", "FACT-USER-69"),
    expect: { atOnce: "the old photo", afterwards: "a new photo" },
    check: async (t) => {
      const { before, patch, atOnce, afterwards } = await newPhoto(t);
      if (patch.resource === undefined)
        throw new Skip("blocked-by", `the change returned ${describeAnswer(patch)}`);
      const name = (seen: unknown) => (seen === before ? "the old photo" : "a new photo");
      return {
        atOnce: withValues(name(atOnce), { before, "in the response": atOnce }, patch),
        afterwards: withValues(name(afterwards), { before, afterwards }),
      };
    },
  },
  {
    title: "a change of a user updates meta.lastModified",
    area,
    safety: "write",
    attributes: ["name.familyName"],
    versions: {
      "1.1": {
        ...clause("SCIM11-CS-5.1-11", noLastModified()),
        expect: { lastModified: oneOf("later", "absent") },
      },
      "2.0": clause("SCIM20-7643-3.1-17", noLastModified()),
    },
    expect: { lastModified: "later" },
    check: (t) =>
      t.fixtures.leaseFor([], async ({ id, sent }) => {
        const first = (await t.users.get(id)).resource?.meta?.lastModified;
        if (first === undefined) return { lastModified: "absent" };
        // With times in whole seconds, only a change in a later second is visible.
        const moved = await t.poll(
          "a change moves lastModified",
          async () => {
            const name = { givenName: "Ada", familyName: `Lovelace ${t.names.next()}` };
            await t.users.replace(id, { ...sent, name });
            return (await t.users.get(id)).resource?.meta?.lastModified;
          },
          (seen) => seen !== first,
        );
        const later = moved !== undefined && Date.parse(moved) > Date.parse(first);
        return {
          lastModified: withValues(later ? "later" : "not later", { before: first, after: moved }),
        };
      }),
  },
];

function noLastModified() {
  return doc("FACT-ID-09", { lastModified: "absent" }, "meta has no lastModified");
}
